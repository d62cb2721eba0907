// The writes of links that several commands share: add, drop, and settle which contribution is the primary one.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { changed, created, removed } from "./element.writes.server"
import { linkSnapshot, primaryAmong } from "./link"
import { lockContributions, type Link } from "./links.queries.server"

/** Inserts a link (with its old id and the next version when undone); the first contribution becomes primary, a marked one takes the mark over. */
export async function addLink(tx: Tx, link: Omit<Link, "id" | "version"> & { id?: string; version?: number }, now: Date): Promise<{ id: string; changes: RecordChange[] }> {
  const id = link.id ?? newId(now.getTime())
  const version = link.version ?? 1
  const changes: RecordChange[] = []
  let isPrimary = link.isPrimary
  if (link.relation === "contributes to") {
    const others = await lockContributions(tx, link.fromId)
    if (isPrimary) changes.push(...(await settlePrimary(tx, link.fromId, id)))
    else isPrimary = !others.some((other) => other.isPrimary)
  }
  await tx.insertInto("link").values({ ...link, id, isPrimary, version, createdAt: now }).execute()
  changes.push({ ...created({ kind: "link", id, about: [link.fromId, link.toId] }, linkSnapshot({ ...link, isPrimary })), version })
  return { id, changes }
}

/** Deletes a link; its history keeps it. */
export async function dropLink(tx: Tx, link: Link): Promise<RecordChange[]> {
  await tx.deleteFrom("link").where("id", "=", link.id).execute()
  const changes = [removed({ kind: "link", id: link.id, version: link.version, about: [link.fromId, link.toId] }, linkSnapshot(link))]
  if (link.isPrimary) changes.push(...(await settlePrimary(tx, link.fromId, null)))
  return changes
}

/**
 * Takes the primary mark from every contribution but `wanted`; with null, gives it to the strongest, then oldest
 * (product.md, F1). The wanted link itself is written by the caller.
 */
export async function settlePrimary(tx: Tx, initiativeId: string, wanted: string | null): Promise<RecordChange[]> {
  const links = await lockContributions(tx, initiativeId)
  const primary = wanted ?? primaryAmong(links)
  const changes: RecordChange[] = []
  // the mark is taken away before it is given: one primary at a time is a constraint
  const inOrder = [...links].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
  for (const link of inOrder) {
    const isPrimary = link.id === primary
    if (link.isPrimary === isPrimary || link.id === wanted) continue
    await tx.updateTable("link").set({ isPrimary, version: link.version + 1 }).where("id", "=", link.id).execute()
    const before = linkSnapshot(link)
    changes.push(changed({ kind: "link", id: link.id, version: link.version, about: [link.fromId, link.toId] }, before, { ...before, isPrimary }))
  }
  return changes
}
