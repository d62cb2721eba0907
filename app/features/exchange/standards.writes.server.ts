// Writing a list of standards: its products and jobs, one decision for all of it, and how each product stands from its day on.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { fold } from "~/core/fold"
import { newId } from "~/core/ids"
import { applicationSnapshot, newApplicationFields, type Lifecycle } from "~/features/applications/application"
import { decisionSnapshot, newDecisionFields } from "~/features/decisions/decision"
import { checksumOf } from "~/features/decisions/decisions.queries.server"
import { standardSnapshot, type StandardFields, type StandardStatus } from "~/features/decisions/standard"
import { changed, created, insertElement } from "~/features/elements/element.writes.server"
import { calendarDate } from "~/core/calendar"
import type { ImportWriting } from "./import.writes.server"
import { writeLinks } from "./link-sets.writes.server"
import { writeRecords, type RecordWrite } from "./record-sets.writes.server"
import { insertSet, updateSet } from "./set.writes.server"
import { judgedRows, type JudgedStandard } from "./standard-judge.queries.server"
import type { StandingRow } from "./standard-place"
import { decisionOfFile } from "./standard-rows.queries.server"
import { dayOfList } from "./standard-words"

const atOnce = 500
/** Where a product that is new here most likely is in its life. */
const lifeOf: Record<StandardStatus, Lifecycle> = { approved: "active", "approved with constraints": "active", unapproved: "plan", divest: "phase out", prohibited: "end of life" }

/** Writes the ticked rows; the decision is made only where something is written. */
export async function writeStandardsList(tx: Tx, writing: ImportWriting): Promise<RecordChange[]> {
  const rows: JudgedStandard[] = []
  for await (const { staged, judged } of judgedRows(tx, writing.importId, writing.now))
    if (staged.ticked && (judged.verdict === "new" || judged.verdict === "changed")) rows.push({ ...judged, product: judged.product ?? { id: staged.recordId ?? newId(), number: 0, version: 0, standings: [] } })
  if (rows.length === 0) return []
  const jobs = await writeJobs(tx, rows, writing)
  const products = await writeProducts(tx, rows, writing)
  const decision = await writeDecision(tx, rows, jobs, writing)
  const standings = await writeStandings(tx, rows, { jobs: jobs.ids, decisionId: decision.id, day: decision.day, now: writing.now })
  const links = await writePerforms(tx, rows, jobs.ids, writing)
  return [...jobs.changes, ...products, ...decision.changes, ...standings, ...links]
}

interface Jobs {
  /** by folded name */
  ids: Map<string, string>
  changes: RecordChange[]
}

async function writeJobs(tx: Tx, rows: readonly JudgedStandard[], writing: ImportWriting): Promise<Jobs> {
  const known = await tx.selectFrom("element").select(["id", "name"]).where("kind", "=", "function").where("archivedAt", "is", null).orderBy("number", "desc").execute()
  const ids = new Map(known.map(({ id, name }) => [fold(name), id]))
  const fresh: RecordWrite[] = []
  for (const name of rows.flatMap((row) => row.jobs)) {
    if (ids.has(fold(name))) continue
    const id = newId(writing.now.getTime())
    ids.set(fold(name), id)
    fresh.push({ id, before: null, after: { name: name.slice(0, 200), summary: "" } })
  }
  return { ids, changes: await inPortions(fresh, (portion) => writeRecords(tx, "function", portion, writing)) }
}

async function writeProducts(tx: Tx, rows: readonly JudgedStandard[], writing: ImportWriting): Promise<RecordChange[]> {
  const fresh = rows.flatMap(({ product, name, summary, writes }): RecordWrite[] => {
    const [first] = writes
    if (!product || product.version > 0 || !first) return []
    return [{ id: product.id, before: null, after: applicationSnapshot({ ...newApplicationFields, name, summary, lifecycle: lifeOf[first.status] }) }]
  })
  return inPortions(fresh, (portion) => writeRecords(tx, "application", portion, writing))
}

/** One decision a file and day, signed where it was made and exempt from the gates here; a further part of the same file joins it. */
async function writeDecision(tx: Tx, rows: readonly JudgedStandard[], jobs: Jobs, { head, now, importId }: ImportWriting): Promise<{ id: string; day: string; changes: RecordChange[] }> {
  const company = await tx.selectFrom("company").select("timeZone").executeTakeFirst()
  const day = dayOfList({ name: head.fileName, said: head.choices.ofDay, savedAt: head.choices.savedAt }, calendarDate(now, company?.timeZone ?? "UTC"))
  const standing = await decisionOfFile(tx, head.fileName, day)
  if (standing !== null) return { id: standing, day, changes: [] }
  const name = nameOf(head.fileName)
  const element = await insertElement(tx, { kind: "decision", name, summary: "How products stand, as a list says that was decided elsewhere.", now })
  const fields = {
    ...newDecisionFields, name, summary: "How products stand, as a list says that was decided elsewhere.", topic: "standard" as const,
    outcome: `${rows.length} ${rows.length === 1 ? "product stands" : "products stand"} as the list says.`, reasons: "It was decided before it was brought in, so it is exempt from the gates here.",
  }
  const file = await tx.selectFrom("import").select("sha256").where("id", "=", importId).executeTakeFirstOrThrow()
  const content = JSON.stringify({
    format: 1, decision: element.code, ...decisionSnapshot(fields), importedFrom: head.fileName, importedOn: day, file: file.sha256,
    standards: rows.map((row) => [row.name, row.jobs, row.writes[0]?.ownWords ?? "", row.writes[0]?.approvalExpiresOn ?? null]),
  })
  const { name: _name, summary: _summary, ...own } = fields
  await tx.insertInto("decision").values({
    id: element.id, kind: "decision", ...own, state: "draft", supersedesId: null, supersededById: null, endedWhy: "", importedFrom: head.fileName, importedOn: day,
    content: null, checksum: null, readyAt: null, signedAt: null,
  }).execute()
  const governed = [...new Set(rows.flatMap((row) => row.jobs.flatMap((job) => jobs.ids.get(fold(job)) ?? [])))]
  await inPortions(governed, async (portion) => {
    await tx.insertInto("decisionTie").values(portion.map((toId) => ({ decisionId: element.id, relation: "governs" as const, toId, toKind: "function", createdAt: now }))).execute()
    return []
  })
  await tx.updateTable("decision").set({ state: "approved", content, checksum: await checksumOf(tx, content), readyAt: now, signedAt: new Date(`${day}T12:00:00Z`) }).where("id", "=", element.id).execute()
  return { id: element.id, day, changes: [created({ kind: "decision", id: element.id }, { ...decisionSnapshot(fields), state: "approved", importedFrom: head.fileName, importedOn: day })] }
}

interface Placing {
  jobs: ReadonlyMap<string, string>
  decisionId: string
  day: string
  now: Date
}

/** A name has at most 200 characters; the whole file name is kept beside it. */
function nameOf(fileName: string): string {
  const name = `Imported from ${fileName}`
  return name.length > 200 ? `${name.slice(0, 199)}…` : name
}

async function writeStandings(tx: Tx, rows: readonly JudgedStandard[], { jobs, decisionId, day, now }: Placing): Promise<RecordChange[]> {
  const ended: { row: StandingRow; validTo: string }[] = []
  const replaced: { row: StandingRow; after: StandardFields & { validTo: string | null } }[] = []
  const fresh: (StandardFields & { id: string; validTo: string | null })[] = []
  for (const { product, writes, over } of rows) {
    for (const row of over) ended.push({ row, validTo: day })
    for (const { job, replaces, ends, validTo, status, lifecycle, ownWords, approvalExpiresOn } of writes) {
      const functionId = job === null ? null : "id" in job ? job.id : (jobs.get(fold(job.name)) ?? null)
      const after = { decisionId, applicationId: product?.id ?? "", functionId, productVersion: "", status, lifecycle, ownWords, conditions: "", approvalExpiresOn, validFrom: day, validTo }
      if (ends) ended.push({ row: ends, validTo: day })
      if (replaces) replaced.push({ row: replaces, after })
      else fresh.push({ id: newId(now.getTime()), ...after })
    }
  }
  // what ends gives its days free before they are taken
  await inPortions(ended, async (portion) => {
    await updateSet(tx, "standard", portion.map(({ row, validTo }) => ({ ...columnsOf(row), validTo, version: row.version + 1 })))
    return []
  })
  await inPortions(replaced, async (portion) => {
    await updateSet(tx, "standard", portion.map(({ row, after }) => ({ id: row.id, ...after, version: row.version + 1 })))
    return []
  })
  await inPortions(fresh, async (portion) => {
    await insertSet(tx, "standard", portion.map((row) => ({ ...row, version: 1, createdAt: now })))
    return []
  })
  return [
    ...ended.map(({ row, validTo }) => changed({ kind: "standard", id: row.id, version: row.version, about: aboutOf(row) }, standardSnapshot(row), standardSnapshot({ ...row, validTo }))),
    ...replaced.map(({ row, after }) => changed({ kind: "standard", id: row.id, version: row.version, about: aboutOf(row) }, standardSnapshot(row), standardSnapshot(after))),
    ...fresh.map((row) => created({ kind: "standard", id: row.id, about: aboutOf(row) }, standardSnapshot(row))),
  ]
}

/** A product does what its category says, where that is not known yet. */
async function writePerforms(tx: Tx, rows: readonly JudgedStandard[], jobs: ReadonlyMap<string, string>, { now }: ImportWriting): Promise<RecordChange[]> {
  const pairs = rows.flatMap(({ product, jobs: names }) => names.flatMap((name) => (product && jobs.get(fold(name)) ? [{ fromId: product.id, toId: jobs.get(fold(name)) ?? "" }] : [])))
  return inPortions(pairs, async (portion) => {
    const known = await tx.selectFrom("link").select(["fromId", "toId"]).where("relation", "=", "performs").where("fromId", "in", portion.map(({ fromId }) => fromId)).execute()
    const there = new Set(known.map(({ fromId, toId }) => `${fromId} ${toId}`))
    const missing = portion.filter(({ fromId, toId }) => !there.has(`${fromId} ${toId}`))
    const blank = { strength: null, isPrimary: false, note: "", mandatory: null, lagDays: null, criticality: null, fit: null, seats: null, yearlyCost: null }
    return writeLinks(tx, missing.map((pair) => ({ id: newId(now.getTime()), before: null, version: null, after: { ...blank, ...pair, relation: "performs" }, through: null })), new Map(), now)
  })
}

function columnsOf({ imported: _, ...row }: StandingRow) {
  return row
}

function aboutOf({ applicationId, functionId, decisionId }: { applicationId: string; functionId: string | null; decisionId: string }): string[] {
  return [applicationId, ...(functionId === null ? [] : [functionId]), decisionId]
}

async function inPortions<Row>(rows: readonly Row[], write: (portion: Row[]) => Promise<RecordChange[]>): Promise<RecordChange[]> {
  const changes: RecordChange[] = []
  for (let from = 0; from < rows.length; from += atOnce) changes.push(...(await write(rows.slice(from, from + atOnce))))
  return changes
}
