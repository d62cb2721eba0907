// Reading links: those of one record with the names at their other end, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { asRef } from "./elements.queries.server"
import type { ChainKind, ElementRef } from "./element"
import type { LinkFields, Relation, Strength } from "./link"

export interface Link extends LinkFields {
  id: string
  fromId: string
  fromKind: ChainKind
  relation: Relation
  toId: string
  toKind: ChainKind
  version: number
}

const linkColumns = [
  "link.id", "link.fromId", "link.fromKind", "link.relation", "link.toId", "link.toKind", "link.strength", "link.isPrimary", "link.note",
  "link.mandatory", "link.lagDays", "link.criticality", "link.fit", "link.seats", "link.yearlyCost", "link.version",
] as const

/** The link, locked. */
export async function lockLink(tx: Tx, id: string): Promise<Link> {
  const link = await tx.selectFrom("link").select(linkColumns).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!link) throw new NotFoundError("This link")
  return link
}

/** Every link of a record to records that are not archived, with its other end, in order of that end's name. */
export async function linksOf(db: ReadDb, elementId: string): Promise<(Link & { outgoing: boolean; other: ElementRef })[]> {
  const rows = await db
    .selectFrom("link")
    .innerJoin("element", (join) =>
      join.on((eb) => eb("element.id", "=", eb.case().when("link.fromId", "=", elementId).then(eb.ref("link.toId")).else(eb.ref("link.fromId")).end())),
    )
    .select(linkColumns)
    .select(["element.id as otherId", "element.kind as otherKind", "element.number as otherNumber", "element.name as otherName"])
    .where((eb) => eb.or([eb("link.fromId", "=", elementId), eb("link.toId", "=", elementId)]))
    .where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("link.id")
    .execute()
  return rows.map(({ otherId, otherKind, otherNumber, otherName, ...link }) => ({
    ...link,
    outgoing: link.fromId === elementId,
    other: asRef({ id: otherId, kind: otherKind, number: otherNumber, name: otherName }),
  }))
}

/** The contributions of an initiative, oldest first, locked. */
export async function lockContributions(tx: Tx, initiativeId: string) {
  const rows = await tx
    .selectFrom("link").select(linkColumns)
    .where("fromId", "=", initiativeId).where("relation", "=", "contributes to")
    .orderBy("createdAt").orderBy("id").forUpdate().execute()
  return rows.map((row) => ({ ...row, strength: row.strength as Strength }))
}

/** Which initiatives each initiative requires. */
export async function prerequisites(db: ReadDb): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom("link").select(["fromId", "toId"]).where("relation", "=", "requires").execute()
  const needs = new Map<string, string[]>()
  for (const { fromId, toId } of rows) {
    const list = needs.get(fromId)
    if (list) list.push(toId)
    else needs.set(fromId, [toId])
  }
  return needs
}
