// POST /undo/:operation: takes back what one operation did, kind by kind, each through its own rules.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { submit } from "~/core/form.server"
import { keyParam, requireActor } from "~/core/http.server"
import { can, type Actor } from "~/core/policy"
import type { HistoryEntry } from "~/core/change"
import { readHistory } from "~/core/record-history.server"
import { postedFrom, saved } from "~/core/return.server"
import { restoreApplications } from "~/features/applications/applications.commands.server"
import { restoreFunctions } from "~/features/applications/functions.commands.server"
import { undoMerge } from "~/features/applications/merges.commands.server"
import { mergeOfOperation } from "~/features/applications/portfolio.queries.server"
import { isPortfolioKind, portfolioKinds, restorePortfolio, type PortfolioKind } from "~/features/applications/portfolio.undo.server"
import { restoreByos } from "~/features/byo/byos.commands.server"
import { restoreCapabilities } from "~/features/capabilities/capabilities.commands.server"
import { restoreCommitments } from "~/features/commitments/commitments.undo.server"
import { restoreCompany } from "~/features/company/company.commands.server"
import { restoreFeedback } from "~/features/consultations/feedback.undo.server"
import { isMeetingKind, meetingKinds, restoreInMeetings, type MeetingKind } from "~/features/consultations/meetings.undo.server"
import { restoreConsultations } from "~/features/consultations/consultations.commands.server"
import { isPartKind, partKinds, restoreParts, type PartKind } from "~/features/consultations/parts.undo.server"
import { restoreRealisedSavings } from "~/features/decisions/realised.commands.server"
import { restoreDecisions } from "~/features/decisions/decisions.commands.server"
import { restoreRequests } from "~/features/decisions/tool-requests.commands.server"
import { decisionPartKinds, isDecisionPartKind, type DecisionPartKind } from "~/features/decisions/parts"
import { restoreDecisionParts } from "~/features/decisions/parts.undo.server"
import { operationIdFor } from "~/features/elements/operation-fields"
import { justOperation } from "~/features/elements/panels.schema"
import { restoreAcceptedGaps, restoreComments, restoreQuestions } from "~/features/elements/panels.undo.server"
import { restoreLinks, restoreResponsibilities } from "~/features/elements/rows.undo.server"
import { undoOffered, type Undone } from "~/features/elements/undo"
import { importOfOperation } from "~/features/exchange/imports.queries.server"
import { undoImport } from "~/features/exchange/imports.undo.server"
import { restoreInitiatives } from "~/features/gates/initiatives.undo.server"
import { restoreGoals } from "~/features/goals/goals.undo.server"
import { restoreMeasures, restoreReadings } from "~/features/goals/measures.undo.server"
import { restoreAccounts } from "~/features/people/accounts.undo.server"
import { restorePeople } from "~/features/people/people.commands.server"
import { restoreMaturityViews, restoreRelationships } from "~/features/relationships/relationships.undo.server"
import { restoreServices } from "~/features/services/services.commands.server"
import { restoreProfiles, restoreStandings } from "~/features/stakeholders/stakeholders.undo.server"
import { restoreUnits } from "~/features/units/units.commands.server"

/** In the features' order; creations are taken back in the opposite one. */
const kinds = [
  "company", "unit", "person", "account", "goal", "measure", "reading", "capability", "service", "function", "application", ...portfolioKinds, "initiative", "stakeholder", "standing",
  "commitment", "byo", "relationship", "maturity view", "consultation", ...partKinds, "feedback", ...meetingKinds, "decision", ...decisionPartKinds, "realised saving", "tool request", "link", "responsibility", "comment", "question", "accepted gap",
] as const
type UndoKind = (typeof kinds)[number]

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async ({ operationId }) => {
    const undone = keyParam(args, "operation")
    const whole = (await importOfOperation(database(), undone)) ? undoImport : (await mergeOfOperation(database(), undone)) ? undoMerge : null
    if (whole) return saved(postedFrom(args.request, "/"), (await whole(actor, { operationId: undone, undoOperationId: operationId })).operationId)
    const entries = await readHistory(database(), { operationId: undone }, { standing: can(actor, "see standing") })
    await undo(actor, entries, operationId)
    return saved(postedFrom(args.request, "/"), operationIdFor(operationId, entries[0]?.recordKind ?? ""))
  })
}

async function undo(actor: Actor, entries: readonly HistoryEntry[], operationId: string): Promise<void> {
  const first = entries[0]
  if (!first) throw new RuleError("There is nothing to undo: this change is not in the history.")
  if (!undoOffered(first.at.getTime(), Date.now())) throw new RuleError("Undo is offered for 30 days. Change the record by hand.")
  const unknown = entries.find((entry) => !isUndoKind(entry.recordKind))
  if (unknown) throw new RuleError(`This cannot be taken back with one click: ${unknown.recordKind}. Change it on its own page.`)
  const present = kinds.filter((kind) => entries.some((entry) => entry.recordKind === kind))
  const order = first.action === "created" ? [...present].reverse() : present
  let undone = 0
  for (const kind of order) {
    const done = await restore(kind, actor, { entries: entries.filter((entry) => entry.recordKind === kind), operationId: operationIdFor(operationId, kind) })
    undone += done.undone
  }
  if (undone === 0) throw new RuleError("Somebody changed this since, so it was left as it is. Look at the history and change it by hand.")
}

type Restore = (actor: Actor, asked: { entries: readonly HistoryEntry[]; operationId: string }) => Promise<Undone>
/** Exhaustive: a kind that is listed and has no way back does not compile. */
const restorers: Record<Exclude<UndoKind, PartKind | MeetingKind | PortfolioKind | DecisionPartKind>, Restore> = {
  company: restoreCompany, unit: restoreUnits, person: restorePeople, account: restoreAccounts, goal: restoreGoals, measure: restoreMeasures, reading: restoreReadings,
  capability: restoreCapabilities, service: restoreServices, function: restoreFunctions, application: restoreApplications, initiative: restoreInitiatives,
  stakeholder: restoreProfiles, standing: restoreStandings, commitment: restoreCommitments, byo: restoreByos, relationship: restoreRelationships, "maturity view": restoreMaturityViews,
  consultation: restoreConsultations, feedback: restoreFeedback, decision: restoreDecisions, "realised saving": restoreRealisedSavings, "tool request": restoreRequests, link: restoreLinks, responsibility: restoreResponsibilities, comment: restoreComments,
  question: restoreQuestions, "accepted gap": restoreAcceptedGaps,
}

function restore(kind: UndoKind, actor: Actor, asked: Parameters<Restore>[1]): Promise<Undone> {
  if (isPartKind(kind)) return restoreParts(kind, actor, asked)
  if (isPortfolioKind(kind)) return restorePortfolio(kind, actor, asked)
  if (isMeetingKind(kind)) return restoreInMeetings(kind, actor, asked)
  if (isDecisionPartKind(kind)) return restoreDecisionParts(kind, actor, asked)
  return restorers[kind](actor, asked)
}

const isUndoKind = (kind: string): kind is UndoKind => (kinds as readonly string[]).includes(kind)
export { RefusedForm as default } from "~/features/elements/refused-form"
