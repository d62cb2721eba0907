// Writing the links of an import as sets: new, changed and accepted ones, with one main goal for each initiative.
import { sql } from "kysely"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { storable } from "~/core/storable"
import { changed, created } from "~/features/elements/element.writes.server"
import { linkSnapshot, primaryAmong, type LinkFields, type Relation, type Strength } from "~/features/elements/link"
import { insertSet, updateSet } from "./set.writes.server"

export interface LinkWrite {
  id: string
  /** null: a new link */
  before: Snapshot | null
  version: number | null
  after: Snapshot
  /** names of what lies between, for one that was offered */
  through: unknown
}

/** A contribution as far as the main goal needs it, in the order of the file. */
export interface Contribution {
  id: string
  fromId: string
  strength: number
  isPrimary: boolean
  wasPrimary: boolean
}

/**
 * Says which contribution of each initiative is the primary one once the import is applied: the one the file marks, else
 * the one that is, else the strongest, then oldest, then first in the file. Takes the mark from links outside of the file.
 */
export async function settlePrimaries(tx: Tx, written: readonly Contribution[]): Promise<{ primary: Map<string, string>; changes: RecordChange[] }> {
  const byWork = new Map<string, Contribution[]>()
  for (const one of written) byWork.set(one.fromId, [...(byWork.get(one.fromId) ?? []), one])
  const primary = new Map<string, string>()
  const changes: RecordChange[] = []
  const works = [...byWork.keys()]
  for (let from = 0; from < works.length; from += 500) {
    const portion = works.slice(from, from + 500)
    const standing = await tx.selectFrom("link").selectAll().where("relation", "=", "contributes to").where("fromId", "in", portion).orderBy("createdAt").orderBy("id").forUpdate().execute()
    const losers: string[] = []
    for (const work of portion) {
      const mine = byWork.get(work) ?? []
      const old = standing.filter((link) => link.fromId === work)
      const all = [
        ...old.map((link) => mine.find(({ id }) => id === link.id) ?? { ...link, strength: link.strength ?? 3, wasPrimary: link.isPrimary }),
        ...mine.filter(({ id }) => !old.some((link) => link.id === id)),
      ].map((one) => ({ id: one.id, strength: one.strength as Strength, isPrimary: one.isPrimary, marked: one.isPrimary && !one.wasPrimary }))
      const chosen = all.find(({ marked }) => marked)?.id ?? primaryAmong(all)
      if (chosen !== null) primary.set(work, chosen)
      for (const link of old) {
        if (link.isPrimary && link.id !== chosen) losers.push(link.id)
        if (link.isPrimary === (link.id === chosen) || mine.some(({ id }) => id === link.id)) continue
        const before = linkSnapshot({ ...link, strength: link.strength as Strength | null })
        changes.push(changed({ kind: "link", id: link.id, version: link.version, about: [link.fromId, link.toId] }, before, { ...before, isPrimary: link.id === chosen }))
      }
    }
    // the mark is taken away before it is given: one primary at a time is a constraint
    if (losers.length > 0) await tx.updateTable("link").set({ isPrimary: false }).where("id", "in", losers).execute()
  }
  await updateSet(tx, "linkMark", changes.map(({ id, version, after }) => ({ id, version, isPrimary: after?.isPrimary ?? false })))
  return { primary, changes }
}

/** Writes some links; `primary` names the main goal's link of each initiative. */
export async function writeLinks(tx: Tx, links: readonly LinkWrite[], primary: ReadonlyMap<string, string>, now: Date): Promise<RecordChange[]> {
  const rows = links.map((link): LinkWrite => ({ ...link, after: { ...link.after, isPrimary: primary.get(String(link.after.fromId)) === link.id } }))
  const edited = rows.filter(({ before }) => before !== null)
  await updateSet(tx, "link", edited.map(({ id, version, after }) => ({ id, version: (version ?? 0) + 1, ...fieldsOf(after) })))
  const fresh = rows.filter(({ before }) => before === null)
  if (fresh.length > 0) {
    const values = fresh.map(({ id, after }) => ({ id, f: after.fromId, r: after.relation, t: after.toId, x: snake(fieldsOf(after)) }))
    await sql`
      insert into link (id, from_id, from_kind, relation, to_id, to_kind, strength, is_primary, note, mandatory, lag_days, criticality, fit, seats, yearly_cost, version, created_at)
      select v.id, f.id, f.kind, v.r, t.id, t.kind, x.strength, x.is_primary, x.note, x.mandatory, x.lag_days, x.criticality, x.fit, x.seats, x.yearly_cost, 1, ${now}::timestamptz
      from jsonb_to_recordset(${storable(values)}::jsonb) as v(id uuid, f uuid, r text, t uuid, x jsonb)
      cross join lateral jsonb_populate_record(null::link, v.x) x
      join element f on f.id = v.f join element t on t.id = v.t`.execute(tx)
    await insertSet(tx, "linkPath", fresh.filter(({ through }) => Array.isArray(through)).map(({ id, through }) => ({ linkId: id, through })))
  }
  return rows.map(({ id, before, version, after }) => {
    const link = { kind: "link", id, about: [String(after.fromId), String(after.toId)] }
    return before === null ? created(link, snapshotOf(after)) : changed({ ...link, version: version ?? 0 }, before, snapshotOf(after))
  })
}

function fieldsOf(after: Snapshot): LinkFields {
  const { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost } = after as unknown as LinkFields
  return { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost }
}

function snapshotOf(after: Snapshot): Snapshot {
  return linkSnapshot({ ...fieldsOf(after), fromId: String(after.fromId), relation: after.relation as Relation, toId: String(after.toId) })
}

function snake({ isPrimary, lagDays, yearlyCost, ...rest }: LinkFields): object {
  return { ...rest, is_primary: isPrimary, lag_days: lagDays, yearly_cost: yearlyCost }
}
