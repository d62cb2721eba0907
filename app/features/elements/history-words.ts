// How the fields and values of the history read on screen.
import { dayMonthYear } from "~/core/calendar"
import { gapWords, type GapName } from "./accepted-gap"
import { relationWords, strengthWords, type Relation, type Strength } from "./link"
import { responsibilityWords, type ResponsibilityRole } from "./responsibility"

const labels: Record<string, string> = {
  name: "Name", summary: "Summary", parentId: "Part of", status: "Stage", weight: "Weight", perspective: "Perspective", why: "Why it matters",
  promiseLine: "What changes for you", dueOn: "Due", healthSet: "Status", healthReason: "Reason", confidence: "Confidence", startsOn: "Starts",
  endsOn: "Ends", sponsorId: "Sponsor", budget: "Budget", scheduleHealth: "Time", costHealth: "Cost", scopeHealth: "Content", progress: "Steps done",
  healthNote: "In a sentence", reportedOn: "Reported", nextReportOn: "Next update", lifecycle: "Lifecycle", vendor: "Vendor", headcount: "Headcount",
  unitId: "Unit", roleLevel: "Role level", title: "Title", email: "E-mail", strength: "Strength", isPrimary: "Main goal", note: "Reason", mandatory: "Must have",
  lagDays: "Days between", criticality: "Criticality", fit: "Fit", seats: "Seats", yearlyCost: "Yearly cost", role: "Part", baseline: "Starting point",
  target: "Target", targetOn: "Target date", readEveryDays: "Read every (days)", source: "Source", unit: "Unit of the number", direction: "Direction",
  isYesNo: "Yes or no", value: "Reading", readOn: "Read on", archived: "Archived", purpose: "Purpose", exclusions: "What we will not do", currency: "Currency",
  yearFirstMonth: "First month of the year", timeZone: "Time zone", bandOnTrack: "On track from", bandAtRisk: "At risk from", body: "Words", answer: "Answer",
  consultationId: "Conversation", confidentiality: "Who may read it", disposition: "Answer", deferredUntil: "Put off until", answerBy: "Answer by", ledToId: "Led to",
  shownUnitId: "Raised in", shownRoleLevel: "By", subjectId: "About", told: "Told back", confirmed: "Confirmed", withdrawn: "Taken back", answered: "Answered", words: "Words",
  minutes: "Minutes", minutesSent: "Minutes sent", nextOn: "Next conversation", startsAt: "Begins", place: "Where", agenda: "Agenda", started: "Begun", closed: "Closed", here: "In the room", kind: "Kind",
  state: "State", reason: "Reason", waiver: "Approved although not everybody was asked", groupHeadcount: "Headcount", listeningStyle: "Listens best to", influence: "Influence", interest: "Affected", engagementNow: "Where they are", engagementWanted: "Where we want them", contactPreference: "How to reach them", untilOn: "Until", gap: "Gap", askedOf: "Asked of", roles: "Roles", signInEmail: "Signs in with", password: "Password", disabled: "Disabled", screen: "Screen", query: "Filters", shared: "Shared",
  itPersonId: "Looks after it", businessPersonId: "Speaks for the unit", sharedVision: "What we want together", itExpects: "What IT expects", businessExpects: "What they expect",
  measures: "How we notice", reviewEveryDays: "Review every (days)", nextReviewOn: "Next review", side: "Side", holds: "What is true", added: "What they added", ownerId: "Owner", keptNote: "How it was kept", withdrawnWhy: "Why it was withdrawn",
  form: "How", participationLevel: "How far people take part", questionPlain: "Question in plain words", questionStandard: "Question in business words", questionTechnical: "Question in technical words",
  promiseName: "What is promised", promiseDueOn: "Promise due", initiativeName: "Name of the initiative",
  planOn: "Planned from", phaseInOn: "Introduced from", activeOn: "In use from", phaseOutOn: "Replaced from", endOfLifeOn: "Switched off on", contractEndsOn: "Contract ends", noticeOn: "Notice by",
  family: "Product family", productVersion: "Version", plannedPlacement: "What we plan with it", financialYear: "Year", costKind: "Cost of", amount: "Amount", respondentId: "Answered by", answeredOn: "Answered on",
  answerA: "First question", answerB: "Second question", answerC: "Third question", answerD: "Fourth question", judged: "One product", intoId: "Merged into",
  topic: "About", context: "What it is about", outcome: "What we choose", reasons: "Why", constraints: "Within what", reviewOn: "Looked at again", revisitWhen: "Looked at sooner when", supersedesId: "In place of",
  supersededById: "Replaced by", endedWhy: "Why it ended", checksum: "Checksum", signedBy: "Signed by", dissent: "Sees otherwise", meaning: "What a 5 means", position: "Place", isLeading: "Leads", relation: "How", toId: "Record", decisionId: "Decision",
  scoredAt: "Scored", restarted: "Scoring starts again", seatPrice: "A seat a year", support: "Support a year", maintenance: "Maintenance a year", administration: "Administration a year", extraSeats: "Seats added",
  standardPrice: "A seat of the choice a year", uplift: "Dearer contract a year", migration: "Moving, once", trainingHours: "Hours of training", hourlyRate: "An hour", contractExit: "Leaving the contract, once", contract: "Contract",
  evidence: "Evidence", fromOn: "From", applicationId: "Application", functionId: "Job", ownWords: "In its own words", conditions: "Conditions", approvalExpiresOn: "Allowed until", validFrom: "Since", validTo: "Until", need: "What it is needed for", routedTo: "Goes to", agreedUntil: "Agreed until", importedFrom: "Brought in with", importedOn: "Of",
  costs: "What it costs", effects: "What it changes", closesOn: "Open until", mustHear: "Must be heard", invited: "Invitation", heard: "Heard", isNothing: "Doing nothing", personId: "Person",
}

/** Values that are words of the product in code and have a plain label on screen (experience.md, section 4). */
const valueLabels: Record<string, string> = {
  idea: "Idea", proposed: "Proposed", approved: "Approved", "in progress": "Running", "on hold": "On hold", completed: "Done", cancelled: "Cancelled",
  draft: "Draft", active: "Active", achieved: "Reached", missed: "Missed", retired: "Retired", done: "Done",
  "on track": "On track", "at risk": "At risk", "off track": "Off track", "not started": "Not started", "not reported": "Not reported",
  might: "Might happen", likely: "Likely", committed: "Committed", open: "Open", answered: "Answered", withdrawn: "Withdrawn", kept: "Kept",
  plan: "Planned", "phase in": "Coming in", "phase out": "Going out", "end of life": "Switched off",
  frontline: "Front line", specialist: "Specialists", manager: "Managers", executive: "Executives", external: "External",
  plain: "Plain words", standard: "Everyday business words", technical: "Technical words",
  unaware: "Unaware", resistant: "Resistant", neutral: "Neutral", supportive: "Supportive", leading: "Leading",
  accepted: "We will", "partly accepted": "In part", rejected: "We will not", deferred: "Later", noted: "Noted",
  "in consultation": "Asking people", ready: "Waiting for signatures", superseded: "Replaced",
  emerging: "Emerging", "proof of concept": "Being tried out", pilot: "Pilot", strategic: "Our choice", tactical: "For now", containment: "No new use", retirement: "Going out",
  asked: "Waits for an answer", agreed: "Agreed", refused: "Refused",
  "approved with constraints": "Allowed with conditions", unapproved: "Not allowed yet", divest: "To be given up", prohibited: "Not allowed",
  named: "With the name", "role only": "Unit and role level only", confidential: "Confidential",
  invest: "Invest in it", tolerate: "Leave it as it is", migrate: "Move it to better ground", eliminate: "Switch it off", same: "The same product", different: "Different products",
  licence: "Licence", support: "Support", maintenance: "Maintenance", administration: "Administration",
  up: "Higher is better", down: "Lower is better", low: "Low", medium: "Medium", high: "High",
}
const chosenFields = new Set([
  "status", "healthSet", "scheduleHealth", "costHealth", "scopeHealth", "confidence", "state", "lifecycle", "roleLevel", "direction", "criticality",
  "listeningStyle", "engagementNow", "engagementWanted", "disposition", "confidentiality", "plannedPlacement", "costKind", "judged",
])

/** Says whether a field's value is one of a list, and not words that a person writes. */
export function isChosenField(field: string): boolean {
  return chosenFields.has(field)
}

/** The label of a field. */
export function fieldLabel(field: string): string {
  const year = /^budget-(\d{4})$/.exec(field)?.[1]
  if (year) return `Budget ${year}`
  if (field in valueLabels) return valueLabels[field] ?? field
  return labels[field] ?? field.replace(/([A-Z])/g, " $1").replace(/^./, (first) => first.toUpperCase())
}

/** A value as a person reads it; ids become names where they are known. */
export function valueInWords(field: string, value: unknown, names: Readonly<Record<string, { name: string }>> = {}): string {
  if (value === null || value === undefined || value === "") return "nothing"
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (field === "relation") return relationWords[value as Relation]?.forth ?? String(value)
  if (field === "strength") return strengthWords[value as Strength] ?? String(value)
  if (field === "role") return responsibilityWords[value as ResponsibilityRole] ?? String(value)
  if (field === "gap") return gapWords[value as GapName] ?? String(value)
  if (typeof value === "string") {
    if (field.startsWith("band")) return `${Math.round(Number(value) * 100)} %`
    if (chosenFields.has(field)) return valueLabels[value] ?? value
    const named = names[value]
    if (named) return named.name
    if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(value)) return dayMonthYear(value.slice(0, 10))
    return value
  }
  if (Array.isArray(value)) return value.map(lineInWords).join("; ") || "nothing"
  if (typeof value === "object") return Object.entries(value).map(([key, one]) => `${key}: ${String(one)}`).join(", ") || "nothing"
  return String(value)
}

function lineInWords(line: unknown): string {
  if (typeof line !== "object" || line === null || !("text" in line)) return String(line)
  return "reason" in line && line.reason !== "" ? `${String(line.text)} (${String(line.reason)})` : String(line.text)
}
