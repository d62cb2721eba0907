// Writing what an import says of people as parties, as sets: profiles, where they stand overall, and about what they stand at all.
import { sql } from "kysely"
import type { RecordChange, Snapshot } from "~/core/change"
import { same } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { changed, created } from "~/features/elements/element.writes.server"
import { profileSnapshot, usualProfile, type Profile } from "~/features/stakeholders/profile"
import { checkStanding, standingSnapshot, unknownStanding, type Standing } from "~/features/stakeholders/standing"
import { wholeStanding } from "~/features/stakeholders/stakeholders.writes.server"
import { isStandingField, profileFields, standingFields } from "./party-parts"
import type { RecordWrite } from "./record-sets.writes.server"
import { insertSet, updateSet } from "./set.writes.server"

/** Writes the profiles and overall standings that differ; where people stand is in no element's history. */
export async function writeParties(tx: Tx, writes: readonly RecordWrite[], now: Date): Promise<RecordChange[]> {
  return [...(await writeProfiles(tx, writes, now)), ...(await writeStandings(tx, writes, now))]
}

async function writeProfiles(tx: Tx, writes: readonly RecordWrite[], now: Date): Promise<RecordChange[]> {
  const rows = writes.filter(({ before, after }) => !same(pick(before ?? { ...usualProfile }, profileFields), pick(after, profileFields)))
  if (rows.length === 0) return []
  const there = new Map((await tx.selectFrom("stakeholder").select(["personId", "listeningStyle", "contactPreference", "version"])
    .where("personId", "in", rows.map(({ id }) => id)).orderBy("personId").forUpdate().execute()).map((row) => [row.personId, row]))
  const wanted = rows.map(({ id, after }) => ({ id, profile: profileSnapshot(after as unknown as Profile), was: there.get(id) }))
  await insertSet(tx, "stakeholder", wanted.flatMap(({ id, profile, was }) => (was ? [] : [{ personId: id, ...profile, version: 1, createdAt: now }])))
  await updateSet(tx, "stakeholder", wanted.flatMap(({ id, profile, was }) => (was ? [{ personId: id, ...profile, version: was.version + 1 }] : [])))
  return wanted.map(({ id, profile, was }) =>
    was ? changed({ kind: "stakeholder", id, version: was.version }, profileSnapshot(was), profile) : created({ kind: "stakeholder", id }, profile))
}

async function writeStandings(tx: Tx, writes: readonly RecordWrite[], now: Date): Promise<RecordChange[]> {
  // a row that was compared without where people stand says nothing of it
  const rows = writes.filter(({ before, after }) => Object.keys(after).some(isStandingField) && !same(pick(before ?? { ...unknownStanding }, standingFields), pick(after, standingFields)))
  if (rows.length === 0) return []
  const there = new Map((await tx.selectFrom("standing").select(["id", "personId", "subjectId", "influence", "interest", "engagementNow", "engagementWanted", "version"])
    .where("personId", "in", rows.map(({ id }) => id)).where("subjectId", "is", null).orderBy("id").forUpdate().execute()).map((row) => [row.personId, row]))
  const wanted = rows.map(({ id, after }) => ({ personId: id, standing: checkStanding(after as unknown as Standing), was: there.get(id) }))
  const fresh = wanted.flatMap(({ personId, standing, was }) => (was ? [] : [{ id: newId(now.getTime()), personId, subjectId: null, ...(standingSnapshot(standing) as unknown as Standing) }]))
  await insertSet(tx, "standing", fresh.map((row) => ({ ...row, version: 1, createdAt: now })))
  await updateSet(tx, "standing", wanted.flatMap(({ standing, was }) => (was ? [{ id: was.id, ...standingSnapshot(standing), version: was.version + 1 }] : [])))
  return [
    ...fresh.map((row) => created({ kind: "standing", id: row.id, about: [] }, wholeStanding(row))),
    ...wanted.flatMap(({ standing, was }) => (was ? [changed({ kind: "standing", id: was.id, version: was.version, about: [] }, standingSnapshot(was), standingSnapshot(standing))] : [])),
  ]
}

/** Notes that parties stand somewhere about subjects, with nothing known of where; what somebody said meanwhile stays. */
export async function writeStakes(tx: Tx, rows: readonly { recordId: string; after: Snapshot }[], now: Date): Promise<RecordChange[]> {
  const fresh = rows.map(({ recordId, after }) => ({ id: recordId, personId: String(after.fromId), subjectId: String(after.toId), ...unknownStanding }))
  if (fresh.length === 0) return []
  const taken = await sql<{ id: string }>`
    select w.id from jsonb_to_recordset(${JSON.stringify(fresh.map(({ id, personId, subjectId }) => ({ id, p: personId, s: subjectId })))}::jsonb) as w(id uuid, p uuid, s uuid)
      join standing on standing.person_id = w.p and standing.subject_id = w.s`.execute(tx)
  const known = new Set(taken.rows.map(({ id }) => id))
  const written = [...new Map(fresh.filter(({ id }) => !known.has(id)).map((row) => [`${row.personId} ${row.subjectId}`, row])).values()]
  await insertSet(tx, "standing", written.map((row) => ({ ...row, version: 1, createdAt: now })))
  return written.map((row) => created({ kind: "standing", id: row.id, about: [] }, wholeStanding(row)))
}

function pick(snapshot: Snapshot, fields: readonly string[]): Snapshot {
  return Object.fromEntries(fields.map((field) => [field, snapshot[field] ?? null]))
}
