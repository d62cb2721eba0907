// What may be done to side-door tools: report, change, answer, make an initiative of the need, archive and take back.
import { given, type RecordChange, type Snapshot } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { plainLink } from "~/features/elements/link"
import { addLink } from "~/features/elements/link.writes.server"
import { undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { newInitiative } from "~/features/initiatives/initiative"
import { insertInitiative } from "~/features/initiatives/initiatives.writes.server"
import { answerDue, answerSnapshot, mayAnswer, reportSnapshot, requireAnswer, requireCrowd, theNameless, type Answer, type ByoFields, type ReportFields } from "./byo"
import { headcountBelow, lockByo, lockByos, partnerOf, type Byo } from "./byos.queries.server"

type Report = Pick<ReportFields, "name" | "need" | "whyNot"> & Partial<ReportFields>
const unsaid: Omit<ReportFields, "name" | "need" | "whyNot"> = {
  job: "", unitId: null, users: null, yearlyCost: null, sensitivity: null, missing: [], whyNotWords: "", foundHow: "told us", goalId: null,
}

/**
 * A new report, by anyone. Without a name (`nameless`) it is written by nobody: the door keeps the day alone, and refuses a unit of so
 * few people that it could point to one. Who looks after the unit answers within 30 days. Returns its id and short id.
 */
export function reportByo(actor: Actor, posted: { operationId?: string; nameless?: boolean } & Report) {
  const { operationId, nameless = false, ...input } = posted
  return command({
    actor: nameless ? theNameless : actor, operationId, input: ["report byo", input],
    load: async () => null,
    demands: () => ({ permission: "report tool" }),
    run: async (tx, { now, today }) => {
      const report: ReportFields = { ...unsaid, ...given(input) }
      const unit = await checkPlaces(tx, report)
      if (nameless && unit) requireCrowd({ name: unit.name, headcount: await headcountBelow(tx, unit.id) })
      const { id, code } = await insertElement(tx, { kind: "byo", name: report.name, summary: report.need, now })
      const open = { ownerId: unit ? await partnerOf(tx, unit.id) : null, answerDueOn: answerDue(today) }
      await tx.insertInto("byo").values({
        ...rowOf({ ...report, ...open }), id, kind: "byo", isAnonymous: nameless, reportedBy: nameless ? null : actor.personId, reportedOn: today,
        disposition: "under review", reason: "", tolerateUntil: null, replacedById: null, answeredOn: null, won: null, ledToId: null,
      }).execute()
      return { changes: [created({ kind: "byo", id, about: aboutOf({ id, unitId: report.unitId }) }, reportSnapshot({ ...report, ...open }))], outcome: { id, code } }
    },
  })
}

/** Changes what a report says and who answers it until when; what others changed meanwhile is merged, or refused as stale. */
export function updateByo(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<ReportFields> & Partial<Pick<ByoFields, "ownerId" | "answerDueOn">>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update byo", id, version, input],
    load: (tx) => lockByo(tx, id),
    demands: (report) => mayAnswer(actor, report.ownerId),
    run: async (tx, { loaded: report, now }) => {
      const edit = given(input) as Snapshot
      const after = (await mergeEdit(tx, { id, version: report.version, snapshot: reportSnapshot(report) }, { version, edit })) as unknown as ByoFields
      const unit = await checkPlaces(tx, after, report)
      if (report.isAnonymous && unit && unit.id !== report.unitId) requireCrowd({ name: unit.name, headcount: await headcountBelow(tx, unit.id) })
      return { changes: await writeReport(tx, report, after, now), outcome: { id } }
    },
  })
}

/** Answers the need, or changes the answer; refused without its reason, its day or what takes the tool's place. */
export function answerByo(actor: Actor, posted: { id: string; version: number; operationId?: string } & Answer) {
  const { id, version, operationId, ...answer } = posted
  return command({
    actor, operationId, input: ["answer byo", id, version, answer],
    load: (tx) => lockByo(tx, id),
    demands: (report) => mayAnswer(actor, report.ownerId),
    run: async (tx, { loaded: report, now, today }) => {
      const after = (await mergeEdit(tx, { id, version: report.version, snapshot: answerSnapshot(report) }, { version, edit: { ...answer } })) as unknown as Answer
      requireAnswer(after, today, report)
      if (after.replacedById !== null && after.replacedById !== report.replacedById) await requireThere(tx, after.replacedById, { kind: "application", field: "replacedById", sentence: "Choose an application that is in use." })
      return { changes: await writeAnswer(tx, report, after, { now, today }), outcome: { id } }
    },
  })
}

/**
 * Makes an initiative of the need, as an idea: it helps the goal that the report names and affects the unit that reported it. Who keeps
 * the conversations may, so that a need heard by a relationship manager is not lost. Refused where one was made already.
 */
export function makeInitiativeOf(actor: Actor, asked: { id: string; name: string; operationId?: string }) {
  const { id, name, operationId } = asked
  return command({
    actor, operationId, input: ["initiative of byo", id, name],
    load: (tx) => lockByo(tx, id),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: report, now }) => {
      if (report.ledToId !== null) throw new RuleError("An initiative was made of this need already. Open it from this page.", { field: "name" })
      const made = await insertInitiative(tx, { ...newInitiative, name, summary: report.need }, now)
      const link = { ...plainLink, fromId: made.id, fromKind: "initiative" as const }
      const live = async (record: string | null, kind: "goal" | "unit") =>
        record !== null && (await tx.selectFrom("element").select("id").where("id", "=", record).where("kind", "=", kind).where("archivedAt", "is", null).executeTakeFirst()) ? record : null
      const [goalId, unitId] = [await live(report.goalId, "goal"), await live(report.unitId, "unit")]
      const links = [
        ...(goalId ? (await addLink(tx, { ...link, relation: "contributes to", toId: goalId, toKind: "goal", strength: 3, note: report.need.slice(0, 500) }, now)).changes : []),
        ...(unitId ? (await addLink(tx, { ...link, relation: "affects", toId: unitId, toKind: "unit" }, now)).changes : []),
      ]
      await tx.updateTable("byo").set({ ledToId: made.id }).where("id", "=", id).execute()
      await writeElement(tx, report, { name: report.name, summary: report.need }, now)
      const led = changed({ ...report, about: [...aboutOf(report), made.id] }, { ledToId: null }, { ledToId: made.id })
      return { changes: [...made.changes, ...links, led], outcome: { id: made.id, code: made.code } }
    },
  })
}

/** Archives or restores reports together. */
export function archiveByos(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive byo", asked.ids, asked.archived],
    load: (tx) => lockByos(tx, asked.ids),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: found, now }) => {
      const changes = []
      for (const report of found) changes.push(...(await setArchived(tx, report, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to reports back; those changed since are left and named by id in `left`. */
export function restoreByos(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore byo", asked.entries.map(({ id }) => id)],
    load: (tx) => lockByos(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: (found) =>
      asked.entries.map((entry) => {
        const mine = entry.action === "changed" && entry.actorId !== null && entry.actorId === actor.personId
        return mine ? mayAnswer(actor, found.find(({ id }) => id === entry.recordId)?.ownerId ?? null) : ({ permission: "edit engagement" } as const)
      }),
    run: (tx, { loaded: found, now, today }) =>
      undoEntries(tx, { entries: asked.entries, records: found, now, rewrite: (report, before) => putBack(tx, report, before, { now, today }) }),
  })
}

async function putBack(tx: Tx, report: Byo, before: Snapshot, at: { now: Date; today: string }): Promise<RecordChange[]> {
  const was = { ...report, ...before } as Byo
  if ("ledToId" in before) {
    await tx.updateTable("byo").set({ ledToId: was.ledToId }).where("id", "=", report.id).execute()
    await writeElement(tx, report, { name: report.name, summary: report.need }, at.now)
    return [changed({ ...report, about: aboutOf(report) }, { ledToId: report.ledToId }, { ledToId: was.ledToId })]
  }
  return "disposition" in before || "reason" in before || "won" in before || "tolerateUntil" in before || "replacedById" in before ? writeAnswer(tx, report, was, at) : writeReport(tx, report, was, at.now)
}

async function writeReport(tx: Tx, report: Byo, after: ReportFields & Pick<ByoFields, "ownerId" | "answerDueOn">, now: Date): Promise<RecordChange[]> {
  await writeElement(tx, report, { name: after.name, summary: after.need }, now)
  await tx.updateTable("byo").set(rowOf(after)).where("id", "=", report.id).execute()
  return [changed({ ...report, about: aboutOf(report) }, reportSnapshot(report), reportSnapshot(after))]
}

async function writeAnswer(tx: Tx, report: Byo, answer: Answer, at: { now: Date; today: string }): Promise<RecordChange[]> {
  await writeElement(tx, report, { name: report.name, summary: report.need }, at.now)
  const { disposition, reason, tolerateUntil, replacedById, won } = answer
  const answeredOn = disposition === "under review" ? null : disposition === report.disposition && report.answeredOn !== null ? report.answeredOn : at.today
  await tx.updateTable("byo").set({ disposition, reason, tolerateUntil, replacedById, won, answeredOn }).where("id", "=", report.id).execute()
  return [changed({ ...report, about: aboutOf(report) }, answerSnapshot(report), answerSnapshot(answer))]
}

function rowOf(report: ReportFields & Pick<ByoFields, "ownerId" | "answerDueOn">) {
  const { job, unitId, users, yearlyCost, sensitivity, missing, whyNot, whyNotWords, foundHow, goalId, ownerId, answerDueOn } = report
  return { job, unitId, users, yearlyCost, sensitivity, missing: [...missing], whyNot, whyNotWords, foundHow, goalId, ownerId, answerDueOn }
}

/** Refused when the unit, the goal or who answers is not there; what was there before and is archived since may stay. Returns the unit. */
async function checkPlaces(tx: Tx, report: Pick<ReportFields, "unitId" | "goalId"> & { ownerId?: string | null }, was: Pick<ByoFields, "unitId" | "goalId" | "ownerId"> | null = null) {
  const { unitId, goalId, ownerId = null } = report
  if (goalId !== null && goalId !== was?.goalId) await requireThere(tx, goalId, { kind: "goal", field: "goalId", sentence: "Choose a goal that is in use." })
  if (ownerId !== null && ownerId !== was?.ownerId) {
    await requireThere(tx, ownerId, { kind: "person", field: "ownerId", sentence: "Choose a person of the company." })
    const group = await tx.selectFrom("person").select("groupHeadcount").where("id", "=", ownerId).executeTakeFirst()
    if (group?.groupHeadcount !== null) throw new RuleError("Choose a person: a group cannot answer.", { field: "ownerId" })
  }
  if (unitId === null || unitId === was?.unitId) return null
  return requireThere(tx, unitId, { kind: "unit", field: "unitId", sentence: "Choose a unit that is in use." })
}

async function requireThere(tx: Tx, id: string, wanted: { kind: "unit" | "goal" | "person" | "application"; field: string; sentence: string }) {
  const found = await tx.selectFrom("element").select(["id", "name"]).where("id", "=", id).where("kind", "=", wanted.kind).where("archivedAt", "is", null).executeTakeFirst()
  if (!found) throw new RuleError(wanted.sentence, { field: wanted.field })
  return found
}

/** The records whose history shows what happens to a report: itself and the unit it came from. */
function aboutOf({ id, unitId }: { id: string; unitId: string | null }): string[] {
  return unitId === null ? [id] : [id, unitId]
}
