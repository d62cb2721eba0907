// The writes of a merge: every row that belongs to one application is moved to another, or added to what stands there, and back again.
import { sql, type RawBuilder } from "kysely"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { addMoney } from "~/core/money"
import { changed, created } from "~/features/elements/element.writes.server"
import { linkSnapshot, type LinkFields, type Relation } from "~/features/elements/link"
import { responsibilitySnapshot } from "~/features/elements/responsibility"
import { addUse, type Moved } from "./merge"
import { costLineSnapshot } from "./cost-line"

interface MergePlace {
  /** "comment element_id": by this a merge remembers what it moved there */
  place: string
  table: RawBuilder<unknown>
  column: RawBuilder<unknown>
  key: RawBuilder<unknown>
  once: readonly RawBuilder<unknown>[] | null
  /** what a row must be to move at all */
  only?: RawBuilder<unknown>
}

/** Where rows point at an application. A row stays where it was when the survivor has one that is the same by `once`; null: it always moves. */
export const mergePlaces: readonly MergePlace[] = [
  { place: "link from_id", table: sql`link`, column: sql`from_id`, key: sql`id`, once: [sql`relation`, sql`to_id`] },
  { place: "link to_id", table: sql`link`, column: sql`to_id`, key: sql`id`, once: [sql`relation`, sql`from_id`] },
  { place: "comment element_id", table: sql`comment`, column: sql`element_id`, key: sql`id`, once: null },
  { place: "question element_id", table: sql`question`, column: sql`element_id`, key: sql`id`, once: null },
  { place: "accepted_gap element_id", table: sql`accepted_gap`, column: sql`element_id`, key: sql`id`, once: [sql`gap`] },
  { place: "responsibility element_id", table: sql`responsibility`, column: sql`element_id`, key: sql`id`, once: [sql`person_id`, sql`role`] },
  { place: "consultation_subject subject_id", table: sql`consultation_subject`, column: sql`subject_id`, key: sql`consultation_id`, once: [sql`consultation_id`] },
  { place: "affected_correction subject_id", table: sql`affected_correction`, column: sql`subject_id`, key: sql`id`, once: [sql`unit_id`, sql`role_level`] },
  { place: "nobody_affected subject_id", table: sql`nobody_affected`, column: sql`subject_id`, key: sql`reason`, once: [] },
  { place: "feedback subject_id", table: sql`feedback`, column: sql`subject_id`, key: sql`id`, once: null },
  { place: "feedback led_to_id", table: sql`feedback`, column: sql`led_to_id`, key: sql`id`, once: null },
  { place: "standing subject_id", table: sql`standing`, column: sql`subject_id`, key: sql`id`, once: [sql`person_id`] },
  { place: "gate_waiver subject_id", table: sql`gate_waiver`, column: sql`subject_id`, key: sql`id`, once: null },
  { place: "source_element element_id", table: sql`source_element`, column: sql`element_id`, key: sql`foreign_id`, once: null },
  { place: "cost_line application_id", table: sql`cost_line`, column: sql`application_id`, key: sql`id`, once: [sql`financial_year`, sql`cost_kind`] },
  { place: "fit_answer application_id", table: sql`fit_answer`, column: sql`application_id`, key: sql`id`, once: [sql`side`, sql`respondent_id`, sql`answered_on`] },
  { place: "byo replaced_by_id", table: sql`byo`, column: sql`replaced_by_id`, key: sql`id`, once: null },
  { place: "tool_request application_id", table: sql`tool_request`, column: sql`application_id`, key: sql`id`, once: null },
  { place: "standard application_id", table: sql`standard`, column: sql`application_id`, key: sql`id`, once: [sql`function_id`, sql`product_version`] },
  { place: "exception application_id", table: sql`exception`, column: sql`application_id`, key: sql`id`, once: [sql`unit_id`, sql`person_id`] },
  {
    place: "decision_tie to_id", table: sql`decision_tie`, column: sql`to_id`, key: sql`decision_id`, once: [sql`decision_id`],
    // signed words stay as they were signed; the old short id in them leads to the survivor
    only: sql`exists (select from decision where decision.id = decision_tie.decision_id and decision.state in ('draft', 'in consultation'))`,
  },
]

interface Ends {
  from: string
  into: string
}

/** Moves everything; returns what has to be known to take it back, and the changes of links, parts and costs. */
export async function moveAll(tx: Tx, { from, into }: Ends, now: Date): Promise<{ moved: Moved; changes: RecordChange[] }> {
  const added = await addTogether(tx, { from, into })
  const parts = await keepOwner(tx, { from, into }, now)
  const rows: Moved["rows"] = []
  for (const place of mergePlaces) {
    const keys = await moveRows(tx, place, { from, into }, null)
    if (keys.length > 0) rows.push({ place: place.place, keys })
  }
  const changes = [...added.changes, ...parts.changes, ...(await linkChanges(tx, rows, { from, into }))]
  return { moved: { rows, added: added.added, parts: parts.ids, filled: null }, changes }
}

/** Takes it back: what was moved and still stands with the survivor returns; what was added and not changed since is as before. Returns ids of what was left. */
export async function moveBack(tx: Tx, moved: Moved, { from, into }: Ends): Promise<{ changes: RecordChange[]; left: string[] }> {
  const left: string[] = []
  const changes: RecordChange[] = []
  if (moved.parts.length > 0) await tx.deleteFrom("responsibility").where("id", "in", moved.parts).where("elementId", "=", into).execute()
  for (const { place, keys } of moved.rows) {
    const found = mergePlaces.find((one) => one.place === place)
    if (!found) continue
    const back = new Set(await moveRows(tx, found, { from: into, into: from }, keys))
    left.push(...keys.filter((key) => !back.has(key)))
  }
  changes.push(...(await linkChanges(tx, moved.rows, { from: into, into: from })))
  for (const one of moved.added) {
    const change = one.kind === "link" ? await subtractUse(tx, one) : await subtractCost(tx, one)
    if (change) changes.push(change)
    else left.push(one.id)
  }
  return { changes, left }
}

async function moveRows(tx: Tx, { place, table, column, key, once, only: such }: MergePlace, { from, into }: Ends, keys: readonly string[] | null): Promise<string[]> {
  const same = once?.map((name) => sql`and other.${name} is not distinct from ${table}.${name}`) ?? []
  const free = once === null ? sql`` : sql`and not exists (select from ${table} other where other.${column} = ${into}::uuid ${same.length === 0 ? sql`` : sql.join(same, sql` `)})`
  // one owner at most: the owner of the record that goes stays with it where the survivor has one
  const owner = place.startsWith("responsibility") ? sql`and (responsibility.role <> 'accountable' or not exists (select from responsibility own where own.element_id = ${into}::uuid and own.role = 'accountable'))` : sql``
  const only = keys === null ? sql`` : sql`and ${table}.${key}::text = any(${[...keys]}::text[])`
  const { rows } = await sql<{ key: string }>`
    update ${table} set ${column} = ${into}::uuid where ${table}.${column} = ${from}::uuid ${only} ${free} ${owner} ${such === undefined ? sql`` : sql`and ${such}`} returning ${table}.${key}::text as key`.execute(tx)
  return rows.map((row) => row.key)
}

/** The survivor's own owner stays; the other's becomes somebody who does the work. */
async function keepOwner(tx: Tx, { from, into }: Ends, now: Date): Promise<{ ids: string[]; changes: RecordChange[] }> {
  const owners = await tx.selectFrom("responsibility").select(["elementId", "personId"]).where("elementId", "in", [from, into]).where("role", "=", "accountable").execute()
  const [theirs, mine] = [owners.find((one) => one.elementId === from), owners.find((one) => one.elementId === into)]
  if (!theirs || !mine || theirs.personId === mine.personId) return { ids: [], changes: [] }
  const part = { elementId: into, personId: theirs.personId, role: "responsible" as const }
  const row = await tx.insertInto("responsibility").values({ ...part, id: newId(now.getTime()), elementKind: "application", createdAt: now }).onConflict((oc) => oc.doNothing()).returning("id").executeTakeFirst()
  return row ? { ids: [row.id], changes: [created({ kind: "responsibility", id: row.id, about: [into, part.personId] }, responsibilitySnapshot(part))] } : { ids: [], changes: [] }
}

/** Uses of one unit by both, and costs of one year and kind of both, are added to the survivor's; the other's rows stay with its record. */
async function addTogether(tx: Tx, { from, into }: Ends): Promise<{ added: Moved["added"]; changes: RecordChange[] }> {
  const added: Moved["added"] = []
  const changes: RecordChange[] = []
  const uses = await tx.selectFrom("link").selectAll().where("toId", "in", [from, into]).where("relation", "=", "uses").orderBy("id").forUpdate().execute()
  for (const mine of uses.filter((use) => use.toId === into)) {
    const theirs = uses.find((use) => use.toId === from && use.fromId === mine.fromId)
    if (!theirs) continue
    const sum = addUse(mine, theirs)
    await tx.updateTable("link").set({ ...sum, version: mine.version + 1 }).where("id", "=", mine.id).execute()
    added.push({ kind: "link", id: mine.id, version: mine.version + 1, seats: mine.seats, yearlyCost: mine.yearlyCost })
    changes.push(linkChange(mine, { ...mine, ...sum }))
  }
  const lines = await tx.selectFrom("costLine").selectAll().where("applicationId", "in", [from, into]).orderBy("id").forUpdate().execute()
  for (const mine of lines.filter((line) => line.applicationId === into)) {
    const theirs = lines.find((line) => line.applicationId === from && line.financialYear === mine.financialYear && line.costKind === mine.costKind)
    if (!theirs) continue
    const amount = addMoney([mine.amount, theirs.amount])
    await tx.updateTable("costLine").set({ amount, version: mine.version + 1 }).where("id", "=", mine.id).execute()
    added.push({ kind: "cost line", id: mine.id, version: mine.version + 1, amount: mine.amount })
    changes.push(changed({ kind: "cost line", id: mine.id, version: mine.version, about: [into] }, costLineSnapshot(mine), costLineSnapshot({ ...mine, amount })))
  }
  return { added, changes }
}

async function subtractUse(tx: Tx, one: Moved["added"][number]): Promise<RecordChange | null> {
  const link = await tx.selectFrom("link").selectAll().where("id", "=", one.id).where("version", "=", one.version).forUpdate().executeTakeFirst()
  if (!link) return null
  const before = { seats: one.seats ?? null, yearlyCost: one.yearlyCost ?? null }
  await tx.updateTable("link").set({ ...before, version: link.version + 1 }).where("id", "=", link.id).execute()
  return linkChange(link, { ...link, ...before })
}

async function subtractCost(tx: Tx, one: Moved["added"][number]): Promise<RecordChange | null> {
  const line = await tx.selectFrom("costLine").selectAll().where("id", "=", one.id).where("version", "=", one.version).forUpdate().executeTakeFirst()
  if (!line) return null
  const amount = one.amount ?? line.amount
  await tx.updateTable("costLine").set({ amount, version: line.version + 1 }).where("id", "=", line.id).execute()
  return changed({ kind: "cost line", id: line.id, version: line.version, about: [line.applicationId] }, costLineSnapshot(line), costLineSnapshot({ ...line, amount }))
}

type StoredLink = Omit<LinkFields, "strength"> & { id: string; fromId: string; relation: Relation; toId: string; version: number; strength: number | null }

function linkChange(before: StoredLink, after: StoredLink): RecordChange {
  const snapshot = (link: StoredLink) => linkSnapshot({ ...link, strength: link.strength as LinkFields["strength"] })
  return changed({ kind: "link", id: before.id, version: before.version, about: [after.fromId, after.toId] }, snapshot(before), snapshot(after))
}

/** The moved links in the history of both ends, their versions moved on. */
async function linkChanges(tx: Tx, rows: Moved["rows"], { from, into }: Ends): Promise<RecordChange[]> {
  const keys = rows.filter(({ place }) => place.startsWith("link ")).flatMap((one) => one.keys)
  if (keys.length === 0) return []
  const links = await tx.updateTable("link").set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "in", keys).where((eb) => eb.or([eb("fromId", "=", into), eb("toId", "=", into)])).returningAll().execute()
  return links.map((link) => {
    const was = { ...link, version: link.version - 1, fromId: link.fromId === into ? from : link.fromId, toId: link.toId === into ? from : link.toId }
    return linkChange(was, link)
  })
}
