// The words that other people use for our choices: folded, by field; each can be corrected in the Columns step.
import { fold } from "~/core/fold"
import { relations, relationWords } from "~/features/elements/link"
import type { FileField } from "./file-fields"

/**
 * Traffic lights: red is off track, green on track. Amber stays at risk whatever colour it leans to, so that nothing is called
 * off track, or on track, by a guess.
 */
const health: Readonly<Record<string, string>> = words({
  "on track": "green g blue complete good",
  "at risk": "amber yellow a orange|amber/red|amber/green|amber-red|amber-green|red/amber|green/amber|needs attention",
  "off track": "red r late critical|off-track",
  "not reported": "grey gray white none|not started|done|not rated|no rating",
})
const importance = { "9": "high strong direct", "3": "medium moderate indirect", "1": "low weak small" }

const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  health, scheduleHealth: health, costHealth: health, scopeHealth: health,
  healthSet: words({ done: "complete completed", "on track": "green", "at risk": "amber yellow", "off track": "red" }),
  "initiative.status": words({
    idea: "pipeline demand concept", proposed: "draft requested new planned submitted pending", approved: "accepted authorised authorized funded ready|not started",
    "in progress": "active started running ongoing wip execution delivery executing open|in delivery|in execution|work in progress", "on hold": "paused suspended deferred hold",
    completed: "complete done closed finished delivered live", cancelled: "canceled stopped withdrawn rejected terminated abandoned",
  }),
  "goal.status": words({
    draft: "proposed planned", active: "open current agreed|in progress", achieved: "reached done met completed complete", missed: "failed|not met|not reached", retired: "dropped cancelled canceled closed withdrawn",
  }),
  lifecycle: words({
    plan: "planned proposed pipeline planning", "phase in": "pilot phasein onboarding development introducing|in development|in implementation|phase-in",
    active: "live production operational installed current running used|in production|in service|in operation", "phase out": "phaseout sunset sunsetting retiring legacy tolerate|phase-out|being retired|to be retired",
    "end of life": "retired endoflife eol decommissioned obsolete disposed|end-of-life",
  }),
  confidence: words({ might: "low possible maybe", likely: "medium probable", committed: "high certain approved confirmed" }),
  direction: words({ up: "increase maximise maximize more|higher is better|bigger is better", down: "decrease reduce minimise minimize less|lower is better|smaller is better" }),
  relation: Object.fromEntries(relations.map((relation) => [fold(relationWords[relation].forth), relation])),
  strength: words(importance),
  criticality: words({ high: "critical", medium: "moderate", low: "minor" }),
  perspective: words({
    financial: "finance financials", customer: "customers stakeholder stakeholders", "internal process": "internal process processes|internal processes|internal business process",
    "learning and growth": "learning growth people capability|learning & growth|organisational capacity",
  }),
}

/** "a b|c d" are the words a, b and the phrase "c d". */
function words(table: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([value, said]) => {
      const [single = "", ...phrases] = said.split("|")
      return [...single.split(" "), ...phrases].filter(Boolean).map((word) => [word, value] as const)
    }),
  )
}

/** The value that a cell names among a field's choices: by value, label or a common word for it; null when it names none. */
export function choiceOf(kind: string, field: FileField, text: string): string | null {
  const said = fold(text).replace(/[_\s]+/g, " ")
  const plain = said.replace(/\s*([/-])\s*/g, "$1")
  for (const [value, label] of Object.entries(field.choices ?? {})) {
    if (said === fold(value) || said === fold(label) || said === fold(value).replace(/ /g, "")) return value
  }
  const known = synonyms[`${kind}.${field.name}`] ?? synonyms[field.name] ?? {}
  const value = known[said] ?? known[plain]
  return value !== undefined && field.choices && value in field.choices ? value : null
}
