// Writing how products stand in jobs: a new standing ends the one before it, so that each day has one and the history is kept.
import type { CalendarDate } from "~/core/calendar"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { changed, created } from "~/features/elements/element.writes.server"
import { standardSnapshot, type StandardFields } from "./standard"

/** Writes standings that hold from today; what stood until now ends today, and what began today is replaced. */
export async function writeStandards(tx: Tx, standards: readonly StandardFields[], today: CalendarDate, now: Date): Promise<RecordChange[]> {
  const changes: RecordChange[] = []
  for (const standard of standards) {
    const { applicationId, functionId, productVersion } = standard
    const about = [applicationId, ...(functionId === null ? [] : [functionId]), standard.decisionId]
    const before = await tx
      .selectFrom("standard").selectAll()
      .where("applicationId", "=", applicationId).where("functionId", "is not distinct from", functionId).where("productVersion", "=", productVersion).where("validTo", "is", null)
      .forUpdate().executeTakeFirst()
    if (before && before.validFrom >= today) {
      await tx.updateTable("standard").set({ ...standard, validFrom: before.validFrom, version: before.version + 1 }).where("id", "=", before.id).execute()
      changes.push(changed({ kind: "standard", id: before.id, version: before.version, about }, standardSnapshot(before), standardSnapshot({ ...standard, validFrom: before.validFrom, validTo: null })))
      continue
    }
    if (before) {
      await tx.updateTable("standard").set({ validTo: today, version: before.version + 1 }).where("id", "=", before.id).execute()
      changes.push(changed({ kind: "standard", id: before.id, version: before.version, about }, standardSnapshot(before), standardSnapshot({ ...before, validTo: today })))
    }
    const id = newId(now.getTime())
    await tx.insertInto("standard").values({ id, ...standard, validTo: null, version: 1, createdAt: now }).execute()
    changes.push(created({ kind: "standard", id, about }, standardSnapshot({ ...standard, validTo: null })))
  }
  return changes
}
