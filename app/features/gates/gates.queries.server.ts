// Reading the gates of initiatives and the waivers that opened some; as many queries for one initiative as for hundreds.
import type { ReadDb } from "~/core/database.server"
import { conversationsAbout, type ConversationAbout } from "~/features/consultations/consultations.queries.server"
import { askedAbout, type Asked } from "~/features/consultations/coverage.queries.server"
import type { ElementRef } from "~/features/elements/element"
import { asRef } from "~/features/elements/elements.queries.server"
import { grantedStages } from "~/features/initiatives/stage"
import { gateOf, type Gate } from "./gate"

export interface JudgedGate extends Gate {
  asked: Asked
  conversations: ConversationAbout[]
}

/** The gate of each initiative, with what is known of who was asked about it. */
export async function gatesOf(db: ReadDb, ids: readonly string[], now: Date): Promise<Map<string, JudgedGate>> {
  const asked = await askedAbout(db, ids, now)
  const about = await conversationsAbout(db, ids)
  return new Map([...asked].map(([id, known]) => [id, { ...gateOf(known), asked: known, conversations: about.get(id) ?? [] }]))
}

export interface Waiver {
  id: string
  subjectId: string
  reason: string
  /** what the gate wanted when it was waived */
  lacking: string
  by: string
  at: Date
}

/** The waivers of each subject, the latest first. */
export async function waiversOf(db: ReadDb, subjectIds: readonly string[]): Promise<Map<string, Waiver[]>> {
  const found = new Map<string, Waiver[]>()
  if (subjectIds.length === 0) return found
  const rows = await selectWaivers(db).where("w.subjectId", "in", [...subjectIds]).execute()
  for (const row of rows) found.set(row.subjectId, [...(found.get(row.subjectId) ?? []), withName(row)])
  return found
}

/** The latest waiver of every initiative that is approved work now, and of every decision that was put before its deciders, the newest first: what a report lists. */
export async function waiversInForce(db: ReadDb): Promise<(Waiver & { about: ElementRef })[]> {
  const rows = await selectWaivers(db)
    .innerJoin("element as e", "e.id", "w.subjectId").leftJoin("initiative as i", "i.id", "e.id").leftJoin("decision as d", "d.id", "e.id").select(["e.kind", "e.number", "e.name"])
    .where((eb) => eb.or([eb("i.status", "in", [...grantedStages]), eb("d.state", "in", ["ready", "approved"])])).where("e.archivedAt", "is", null).execute()
  const latest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) if (!latest.has(row.subjectId)) latest.set(row.subjectId, row)
  return [...latest.values()].map(({ kind, number, name, ...row }) => ({ ...withName(row), about: asRef({ id: row.subjectId, kind, number, name }) }))
}

export interface WaiverAbout extends Waiver {
  subject: ElementRef
}

/** A portion of all waivers about records that are not archived, by their ids: what an export tells. */
export async function waiverPortion(db: ReadDb, { after, size }: { after: string | null; size: number }): Promise<WaiverAbout[]> {
  let asked = selectWaivers(db)
    .clearOrderBy().innerJoin("element as e", "e.id", "w.subjectId").select(["e.kind", "e.number", "e.name"]).where("e.archivedAt", "is", null)
    .orderBy("w.id").limit(size)
  if (after) asked = asked.where("w.id", ">", after)
  return (await asked.execute()).map(({ kind, number, name, ...row }) => ({ ...withName(row), subject: asRef({ id: row.subjectId, kind, number, name }) }))
}

function selectWaivers(db: ReadDb) {
  return db
    .selectFrom("gateWaiver as w").leftJoin("element as who", "who.id", "w.waivedBy")
    .select(["w.id", "w.subjectId", "w.reason", "w.lacking", "w.createdAt as at", "who.name as by"])
    .orderBy("w.createdAt", "desc").orderBy("w.id", "desc")
}

/** Who works at the machine itself has no record of a person. */
function withName<Row extends { by: string | null }>(row: Row): Row & { by: string } {
  return { ...row, by: row.by ?? "The operator of this machine" }
}
