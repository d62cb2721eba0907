// Puts together what the room of a decision shows one reader.
import { calendarDate, dayMonthYear } from "~/core/calendar"
import { readAs, type ReadDb } from "~/core/database.server"
import { can, type Actor } from "~/core/policy"
import { toolsOf } from "~/features/applications/function-list.queries.server"
import { conversationsAbout } from "~/features/consultations/consultations.queries.server"
import { pointsOf } from "~/features/consultations/feedback.queries.server"
import { dispositionWords, feedbackKindWords } from "~/features/consultations/feedback"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { isOpen, isSigned, revisitLines } from "./decision"
import { partsOf, proofOf, realisedOf, type Decision } from "./decisions.queries.server"
import type { RoomShown } from "./room"
import { savingOf } from "./saving"
import { awaitsSignatureOf } from "./signing"
import { mostDisputed, scoresShownTo, sensitivity, weigh, winners } from "./weighing"

/** Reads the room; scores of others are kept from a scorer who has not scored, and words of a point from who may not read it. */
export async function roomOf(db: ReadDb, actor: Actor & { personId: string }, decision: Decision, { timeZone, currency, today }: { timeZone: string; currency: string; today: string }): Promise<RoomShown> {
  const { id, state } = decision
  const parts = await partsOf(db, id)
  const { options, criteria, scorers, deciders, ties } = parts
  const names = await namesOf(db, [decision.supersedesId, decision.supersededById, ...[...scorers, ...deciders].map(({ personId }) => personId)])
  const person = (personId: string) => names.get(personId) ?? { id: personId, kind: "person" as const, code: "", name: "Somebody" }
  const day = (at: Date | null) => at && dayMonthYear(calendarDate(at, timeZone))
  const scores = scoresShownTo(actor.personId, scorers, parts.scores)
  const ids = options.map((option) => option.id)
  const weighed = weigh(ids, criteria, scores)
  const me = scorers.find(({ personId }) => personId === actor.personId)
  const jobs = ties.filter(({ relation }) => relation === "governs")
  const tools = new Map((await Promise.all(jobs.map(({ to }) => toolsOf(db, to.id)))).flat().map((tool) => [tool.id, tool]))
  const edit = isOpen(state) && decision.archivedAt === null
  const owns = can(actor, "edit record", decision.ownerIds)
  const name = can(actor, "name deciders")
  const decidedOn = decision.signedAt ? calendarDate(decision.signedAt, timeZone) : today
  return {
    decision: {
      ...asRef(decision), version: decision.version, summary: decision.summary, topic: decision.topic, state, context: decision.context, outcome: decision.outcome, reasons: decision.reasons, constraints: decision.constraints,
      reviewOn: decision.reviewOn && dayMonthYear(decision.reviewOn), revisit: revisitLines(decision.revisitWhen), endedWhy: decision.endedWhy, importedFrom: decision.importedFrom, importedOn: decision.importedOn && dayMonthYear(decision.importedOn),
      checksum: decision.checksum, readyOn: day(decision.readyAt), signedOn: day(decision.signedAt), archived: decision.archivedAt !== null,
    },
    supersedes: names.get(decision.supersedesId ?? "") ?? null, supersededBy: names.get(decision.supersededById ?? "") ?? null,
    options: options.map(({ saving, ...option }, at) => ({ ...option, letter: String.fromCharCode(65 + at), cells: weighed[at]?.cells ?? [], total: weighed[at]?.total ?? null, inputs: saving, saving: savingOf(saving, decidedOn) })),
    criteria: criteria.map(({ id: criterionId, name: called, meaning, weight }) => ({ id: criterionId, name: called, meaning, weight })),
    locked: parts.scores.length > 0,
    scorers: scorers.map(({ personId, finished }) => ({ person: person(personId), finished })),
    myScoring: !me ? "none" : me.finished ? "done" : "todo",
    winners: winners(weighed), flips: sensitivity(ids, criteria, scores), disputed: mostDisputed(weighed),
    ties, tools: [...tools.values()],
    deciders: deciders.map(({ personId, signedAt, dissent }) => ({ person: person(personId), signedOn: day(signedAt), dissent })),
    points: await pointsAbout(db, actor, id),
    realised: await realisedOf(db, id), proof: await proofOf(db, decision, parts),
    may: {
      edit: edit && owns, scoring: edit && me !== undefined, name: name && decision.archivedAt === null, sign: awaitsSignatureOf(actor.personId, state, deciders), reject: state === "ready" && (name || deciders.some(({ personId }) => personId === actor.personId)),
      withdraw: owns && (edit || state === "ready"), record: owns && isSigned(state), replace: state === "approved" && can(actor, "edit chain"),
    },
    currency, today,
  }
}

/** What people said in the conversations about it, as far as this reader may read it: objections and concerns first. */
async function pointsAbout(db: ReadDb, actor: { personId: string }, decisionId: string): Promise<RoomShown["points"]> {
  const talks = (await conversationsAbout(db, [decisionId])).get(decisionId) ?? []
  const read = await readAs(actor.personId, async (reader) => {
    const found = []
    for (const { id } of talks) found.push(await pointsOf(reader, { consultationId: id }))
    return found
  })
  const weight = (kind: string) => (kind === "objection" ? 0 : kind === "concern" ? 1 : 2)
  const own = read.flatMap(({ points }) => points).filter(({ subject }) => subject === null || subject.id === decisionId)
  return {
    shown: [...own].sort((a, b) => weight(a.kind) - weight(b.kind)).map(({ id, code, kind, body, disposition, reason, consultation }) => ({
      id, code, kind: feedbackKindWords[kind], body, answer: disposition && dispositionWords[disposition], reason, conversation: consultation,
    })),
    confidential: read.reduce((sum, { confidential }) => sum + confidential, 0),
  }
}
