// The fields of each kind as files have them: the headings of our own files, and what others call them.
import { criticalities, criticalityWords, lifecycleWords } from "~/features/applications/application"
import { chainKinds, kindWords, type ChainKind } from "~/features/elements/element"
import { relations, relationWords } from "~/features/elements/link"
import { goalStatusWords, perspectiveWords } from "~/features/goals/goal"
import { confidenceWords, stageWords } from "~/features/initiatives/initiative"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { listeningWords } from "~/features/stakeholders/profile"
import { engagementWords } from "~/features/stakeholders/standing"
import type { TableKind } from "./brought"
import { stakeholderChoices } from "./party-parts"

export type FieldType = "text" | "code" | "foreign id" | "date" | "money" | "decimal" | "whole" | "yes or no" | "choice" | "person" | "record" | "records"

export interface FileField {
  name: string
  /** heading in our own files */
  label: string
  type: FieldType
  /** folded headings of other people's files that mean it */
  aliases: readonly string[]
  /** choice: value -> the words for it on screen and in files */
  choices?: Readonly<Record<string, string>>
  /** record, records: what may be named */
  kinds?: readonly ChainKind[]
}

const id: FileField = { name: "code", label: "Id", type: "code", aliases: ["short id", "throughline id"] }
const foreignId: FileField = {
  name: "foreignId", label: "Other id", type: "foreign id",
  aliases: ["ref", "reference", "key", "number", "project number", "identifier", "external id", "uii", "sys id", "code", "id"],
}
const summary: FileField = { name: "summary", label: "Summary", type: "text", aliases: ["description", "short description", "documentation", "aims", "description aims", "about"] }
const owner: FileField = { name: "owner", label: "Owner", type: "person", aliases: ["lead", "project lead", "responsible", "accountable", "owned by", "manager", "project manager", "it application owner"] }
function nameField(label: string, aliases: readonly string[]): FileField {
  return { name: "name", label, type: "text", aliases: ["name", "title", ...aliases] }
}
function parentField(kind: ChainKind): FileField {
  return { name: "parent", label: "Part of", type: "record", kinds: [kind], aliases: ["parent", "belongs to", "above"] }
}

const settableHealthWords = { done: "Done", "on track": "On track", "at risk": "At risk", "off track": "Off track", "not started": "Not started" }
const health = { "on track": "On track", "at risk": "At risk", "off track": "Off track", "not reported": "Not reported" }

/** Besides these, `budget-2026` (heading "Budget 2026" or "Budget 2026/27") is a money field of initiatives. */
export const fileFields: Readonly<Record<TableKind, readonly FileField[]>> = {
  goal: [
    id, nameField("Goal", ["objective", "strategic objective", "outcome"]), parentField("goal"), summary,
    { name: "why", label: "Why it matters", type: "text", aliases: ["why", "rationale", "reason"] },
    { name: "promiseLine", label: "What changes for you", type: "text", aliases: ["promise"] },
    { name: "status", label: "Stage", type: "choice", choices: goalStatusWords, aliases: ["goal status", "state"] },
    { name: "weight", label: "Weight", type: "whole", aliases: ["importance", "priority weight"] },
    { name: "perspective", label: "Perspective", type: "choice", choices: perspectiveWords, aliases: ["bsc perspective"] },
    { name: "dueOn", label: "Due", type: "date", aliases: ["due date", "target date", "by when", "deadline"] },
    // headed apart from "Status": what lists show there is worked out, and needs no reason
    { name: "healthSet", label: "Status set by hand", type: "choice", choices: settableHealthWords, aliases: [] },
    { name: "healthReason", label: "Reason for that status", type: "text", aliases: [] },
    owner, foreignId,
  ],
  measure: [
    { name: "goal", label: "Goal", type: "record", kinds: ["goal"], aliases: ["goal id", "objective"] },
    nameField("Measure", ["kpi", "key result", "metric"]),
    { name: "isYesNo", label: "Yes or no", type: "yes or no", aliases: ["boolean"] },
    { name: "unit", label: "Counted in", type: "text", aliases: ["unit", "unit of measure"] },
    { name: "direction", label: "Better is", type: "choice", choices: { up: "Higher", down: "Lower" }, aliases: ["direction"] },
    { name: "baseline", label: "Starting point", type: "decimal", aliases: ["baseline", "from", "start value"] },
    { name: "target", label: "Target", type: "decimal", aliases: ["to", "goal value"] },
    { name: "startsOn", label: "Starts", type: "date", aliases: ["start date", "from date"] },
    { name: "targetOn", label: "Target date", type: "date", aliases: ["due", "by", "end date"] },
    { name: "weight", label: "Weight", type: "whole", aliases: [] },
    { name: "readEveryDays", label: "Read every (days)", type: "whole", aliases: ["frequency days"] },
    { name: "source", label: "Source", type: "text", aliases: ["data source"] },
  ],
  initiative: [
    id, nameField("Initiative", ["project", "project name", "programme", "project title"]), summary,
    { name: "status", label: "Stage", type: "choice", choices: stageWords, aliases: ["initiative status", "project status", "phase", "state", "install status"] },
    { name: "confidence", label: "Confidence", type: "choice", choices: confidenceWords, aliases: [] },
    { name: "startsOn", label: "Starts", type: "date", aliases: ["start", "start date", "planned start", "begin"] },
    { name: "endsOn", label: "Ends", type: "date", aliases: ["end", "end date", "finish", "go live", "go-live", "planned finish", "completion date"] },
    owner,
    { name: "sponsor", label: "Sponsor", type: "person", aliases: ["senior responsible owner", "sro"] },
    { name: "health", label: "Status", type: "choice", choices: health, aliases: ["rag", "colour rating", "rating", "delivery confidence", "health"] },
    { name: "scheduleHealth", label: "Time status", type: "choice", choices: health, aliases: ["schedule status", "schedule health"] },
    { name: "costHealth", label: "Cost status", type: "choice", choices: health, aliases: ["cost health", "budget status"] },
    { name: "scopeHealth", label: "Content status", type: "choice", choices: health, aliases: ["scope status", "scope health"] },
    { name: "nextReportOn", label: "Next update", type: "date", aliases: ["next report", "next status report"] },
    { name: "progress", label: "Steps done %", type: "whole", aliases: ["progress", "percent complete", "% complete"] },
    { name: "healthNote", label: "Status in one sentence", type: "text", aliases: ["rating comment", "status comment"] },
    { name: "goals", label: "Main goal", type: "records", kinds: ["goal"], aliases: ["goal", "goals", "serves", "main goal id", "supports"] },
    { name: "strength", label: "Helps", type: "choice", choices: { "9": "Strong", "3": "Some", "1": "Slight" }, aliases: ["strength", "contribution"] },
    { name: "units", label: "Affects", type: "records", kinds: ["unit"], aliases: ["department", "departments", "affected units", "affected departments", "business unit"] },
    foreignId,
  ],
  service: [id, nameField("Service", ["service name"]), summary, owner, { name: "goals", label: "Supports goals", type: "records", kinds: ["goal"], aliases: ["supports"] }, foreignId],
  application: [
    id, nameField("Application", ["application name", "system", "system name", "tool"]), summary,
    { name: "lifecycle", label: "Lifecycle", type: "choice", choices: lifecycleWords, aliases: ["lifecycle status", "life cycle", "install status", "stage"] },
    { name: "vendor", label: "Vendor", type: "text", aliases: ["supplier", "provider", "manufacturer"] },
    owner,
    { name: "services", label: "Delivers", type: "records", kinds: ["service"], aliases: ["services", "service"] },
    { name: "functions", label: "Jobs", type: "records", kinds: ["function"], aliases: ["functions", "function", "job"] },
    foreignId,
  ],
  function: [id, nameField("Job", ["function"]), summary, owner, foreignId],
  capability: [id, nameField("Capability", ["business capability"]), parentField("capability"), summary, foreignId],
  unit: [
    id, nameField("Unit", ["department", "team", "org unit"]), parentField("unit"), summary,
    ...roleLevels.map((level): FileField => ({ name: level, label: roleLevelWords[level], type: "whole", aliases: [level] })),
    foreignId,
  ],
  person: [
    id, nameField("Person", ["full name", "person or group", "group"]), summary,
    { name: "unit", label: "Unit", type: "record", kinds: ["unit"], aliases: ["department", "team"] },
    { name: "roleLevel", label: "Role level", type: "choice", choices: roleLevelWords, aliases: ["level"] },
    { name: "title", label: "Title", type: "text", aliases: ["job title", "position"] },
    { name: "email", label: "E-mail", type: "text", aliases: ["email", "mail", "e-mail address"] },
    { name: "groupHeadcount", label: "Headcount", type: "whole", aliases: ["group headcount", "people in the group", "group size"] },
    { name: "influence", label: "Influence", type: "whole", aliases: ["power"] },
    { name: "interest", label: "Affected", type: "whole", aliases: ["interest"] },
    { name: "engagementNow", label: "Where they are", type: "choice", choices: engagementWords, aliases: ["engagement", "engagement now", "current engagement"] },
    { name: "engagementWanted", label: "Where we want them", type: "choice", choices: engagementWords, aliases: ["engagement wanted", "desired engagement", "target engagement"] },
    { name: "listeningStyle", label: "Listens best to", type: "choice", choices: listeningWords, aliases: ["listening style"] },
    { name: "contactPreference", label: "How to reach them", type: "text", aliases: ["contact preference", "preferred contact"] },
    foreignId,
  ],
  // text throughout: the list's own words are kept, and what they mean is said in the preview
  standard: [
    nameField("Standard", ["standard name", "product", "product name", "technology", "software"]), summary,
    { name: "category", label: "Job", type: "text", aliases: ["category", "job", "jobs", "function", "technology area"] },
    { name: "ownWords", label: "Status", type: "text", aliases: ["standard status", "decision", "approval status"] },
    { name: "approvalExpiresOn", label: "Allowed until", type: "text", aliases: ["approval expiration date", "approval expires", "expiration date", "expiry date", "expires", "expiry"] },
  ],
  link: [
    { name: "from", label: "From", type: "record", kinds: chainKinds, aliases: ["source"] },
    { name: "relation", label: "Relation", type: "choice", choices: Object.fromEntries(relations.map((one) => [one, one])), aliases: ["type", ...relations.map((one) => relationWords[one].forth)] },
    { name: "to", label: "To", type: "record", kinds: chainKinds, aliases: ["target"] },
    { name: "strength", label: "Strength", type: "choice", choices: { "9": "Strong", "3": "Some", "1": "Slight" }, aliases: [] },
    { name: "isPrimary", label: "Main goal", type: "yes or no", aliases: ["primary"] },
    { name: "note", label: "Reason", type: "text", aliases: ["note", "comment"] },
    { name: "mandatory", label: "Must be first", type: "yes or no", aliases: ["mandatory"] },
    { name: "lagDays", label: "Days between", type: "whole", aliases: ["lag", "lag days"] },
    { name: "criticality", label: "Criticality", type: "choice", choices: Object.fromEntries(criticalities.map((one) => [one, criticalityWords[one]])), aliases: [] },
    { name: "fit", label: "Fit", type: "whole", aliases: [] },
    { name: "seats", label: "Seats", type: "whole", aliases: ["users"] },
    { name: "yearlyCost", label: "Yearly cost", type: "money", aliases: ["cost"] },
  ],
  usage: [
    { name: "unit", label: "Unit", type: "record", kinds: ["unit"], aliases: ["department", "team"] },
    { name: "used", label: "Application", type: "record", kinds: ["application", "service"], aliases: ["tool", "system", "service", "uses"] },
    { name: "seats", label: "Seats", type: "whole", aliases: ["users", "licences", "licenses"] },
    { name: "yearlyCost", label: "Yearly cost", type: "money", aliases: ["cost", "cost a year", "annual cost"] },
  ],
  node: [
    { name: "foreignId", label: "id", type: "foreign id", aliases: ["id"] },
    { name: "label", label: "label", type: "text", aliases: ["type", "kind", "labels"] },
    { name: "name", label: "name", type: "text", aliases: ["title"] },
    { name: "properties", label: "properties_json", type: "text", aliases: ["properties", "properties json"] },
  ],
  edge: [
    { name: "from", label: "from", type: "foreign id", aliases: ["source", "source id", "start"] },
    { name: "to", label: "to", type: "foreign id", aliases: ["target", "target id", "end"] },
    { name: "type", label: "type", type: "text", aliases: ["label", "relation", "relationship"] },
  ],
}

/** Heading of our sheet or file for a kind, by which it is known again. */
export const tableNames: Readonly<Record<TableKind, string>> = {
  ...(Object.fromEntries(chainKinds.map((kind) => [kind, kindWords[kind].many])) as Record<ChainKind, string>),
  measure: "Measures", standard: "Standards", link: "Links", usage: "Use by units", node: "Nodes", edge: "Edges",
}

/** What a new record gets where the file says nothing, as "kind.field"; the preview shows and changes each. */
export const fileDefaults: Readonly<Record<string, string>> = {
  "goal.status": "active", "goal.weight": "10",
  "initiative.status": "proposed", "initiative.confidence": "might",
  "application.lifecycle": "active",
  "contributes to.strength": "3",
  "unit.unknown": "make",
  "stakeholder.become": "group",
}

const unknownUnitChoices = { make: "Become new units", leave: "Are left out" }

/** Whether units that the file names and nobody knows become records; else what names them is left out. */
export function makesUnits(defaults: Readonly<Record<string, string>> | undefined): boolean {
  return (defaults?.["unit.unknown"] ?? fileDefaults["unit.unknown"]) === "make"
}

/** The columns that name units without bringing them, by kind of table and field. */
export const unitNamingFields: ReadonlySet<string> = new Set(["initiative units", "person unit", "usage unit", "link from", "link to"])

/** The values a default may take; null where any text of its type will do. */
export function defaultChoices(key: string): Readonly<Record<string, string>> | null {
  const [kind, field] = key.split(".")
  if (key === "contributes to.strength") return { "9": "Strong", "3": "Some", "1": "Slight" }
  if (key === "unit.unknown") return unknownUnitChoices
  if (key === "stakeholder.become") return stakeholderChoices
  return fileFields[kind as TableKind]?.find((one) => one.name === field)?.choices ?? null
}

