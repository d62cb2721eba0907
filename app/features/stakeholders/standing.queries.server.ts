// Reading where people stand: one standing, all of a person with its history, all about a subject. Only for those who may see it.
import type { ReadDb, Tx } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { parseCode, type ElementRef } from "~/features/elements/element"
import { subjectKinds, unknownStanding, type Engagement, type Standing } from "./standing"

export interface StandingRow extends Standing {
  id: string
  personId: string
  subjectId: string | null
  version: number
}

const columns = ["id", "personId", "subjectId", "influence", "interest", "engagementNow", "engagementWanted", "version"] as const

/** The standing of a person about a subject, or overall, locked; undefined where nobody said anything. */
export function lockStanding(tx: Tx, which: { personId: string; subjectId: string | null }): Promise<StandingRow | undefined> {
  return tx.selectFrom("standing").select(columns).where("personId", "=", which.personId)
    .where("subjectId", which.subjectId === null ? "is" : "=", which.subjectId).forUpdate().executeTakeFirst()
}

/** Some standings, locked in one order. */
export async function lockStandings(tx: Tx, ids: readonly string[]): Promise<StandingRow[]> {
  return ids.length === 0 ? [] : tx.selectFrom("standing").select(columns).where("id", "in", ids).orderBy("id").forUpdate().execute()
}

/** The standing of a person about a subject or overall, for a form: version 0 and nothing known where nobody said anything. */
export async function standingOf(db: ReadDb, which: { personId: string; subjectId: string | null }): Promise<Standing & { version: number }> {
  const row = await db.selectFrom("standing").select(columns).where("personId", "=", which.personId)
    .where("subjectId", which.subjectId === null ? "is" : "=", which.subjectId).executeTakeFirst()
  return row ?? { ...unknownStanding, version: 0 }
}

export interface PersonStanding extends Standing {
  subject: ElementRef | null
  /** newest first: when where they are, or are wanted, was changed, and by whom */
  history: { at: string; by: string; from: Engagement | null; to: Engagement | null; wanted: boolean }[]
}

/** Everywhere a person stands, overall first, with how their engagement went. */
export async function standingsOf(db: ReadDb, personId: string): Promise<PersonStanding[]> {
  const rows = await db
    .selectFrom("standing").leftJoin("element", "element.id", "standing.subjectId")
    .select(["standing.id", "subjectId", "influence", "interest", "engagementNow", "engagementWanted", "element.kind", "element.number", "element.name"])
    .where("personId", "=", personId).where("element.archivedAt", "is", null)
    .orderBy((eb) => eb.case().when("subjectId", "is", null).then(0).else(1).end()).orderBy("element.sortKey").orderBy("standing.id").limit(200).execute()
  if (rows.length === 0) return []
  const changes = await db.selectFrom("change").select("id").where("recordId", "in", rows.map(({ id }) => id)).where("recordKind", "=", "standing").orderBy("id", "desc").limit(300).execute()
  const entries = await readHistory(db, { ids: changes.map(({ id }) => id) }, { standing: true })
  const actors = entries.flatMap(({ actorId }) => actorId ?? [])
  const names = actors.length === 0 ? [] : await db.selectFrom("element").select(["id", "name"]).where("id", "in", [...new Set(actors)]).execute()
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map(({ id, subjectId, kind, number, name, ...standing }) => ({
    ...standing,
    subject: subjectId !== null && kind !== null && number !== null && name !== null ? asRef({ id: subjectId, kind, number, name }) : null,
    history: entries.filter(({ recordId }) => recordId === id).flatMap((entry) =>
      entry.fields.filter(({ field }) => field === "engagementNow" || field === "engagementWanted").map(({ field, before, after }) => ({
        at: entry.at.toISOString(), by: (entry.actorId && nameOf.get(entry.actorId)) ?? (entry.actorKind === "operator" ? "The operator" : "Sample company"),
        from: before as Engagement | null, to: after as Engagement | null, wanted: field === "engagementWanted",
      }))),
  }))
}

/** The live subject with this short id; undefined for none, for another kind and for what is archived. */
export async function findSubject(db: ReadDb, code: string | null): Promise<ElementRef | undefined> {
  const parsed = code === null ? null : parseCode(code)
  if (!parsed || !(subjectKinds as readonly string[]).includes(parsed.kind)) return undefined
  const row = await db.selectFrom("element").select(["id", "kind", "number", "name"]).where("kind", "=", parsed.kind).where("number", "=", parsed.number).where("archivedAt", "is", null).executeTakeFirst()
  return row && asRef(row)
}

/** What a standing can be about, by kind and name. */
export async function subjectChoices(db: ReadDb): Promise<ElementRef[]> {
  const rows = await db.selectFrom("element").select(["id", "kind", "number", "name"]).where("kind", "in", subjectKinds).where("archivedAt", "is", null)
    .orderBy("kind").orderBy("sortKey").orderBy("id").limit(2000).execute()
  return rows.map(asRef)
}
