// Reading what a brief is made of: promises, work that concerns the unit, its open points by count, and its services.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { commitmentsTo, type Day } from "~/features/commitments/commitment-list.queries.server"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { workAhead, type Brief, type BriefWork } from "./brief"

/** The brief of a unit for a day; `since` is when they were last spoken with. */
export async function briefOf(db: ReadDb, unitId: string, { day, since }: { day: Day; since: Date | null }): Promise<Brief> {
  const [promises, work, points, services] = await Promise.all([commitmentsTo(db, unitId, day), workFor(db, unitId), openPoints(db, unitId), servicesOf(db, unitId)])
  return {
    promises: promises.filter(({ standing }) => standing.standing === "late" || standing.standing === "open"),
    changed: await changedSince(db, work, since),
    work: workAhead(work.filter(({ stage }) => stage === "approved" || stage === "in progress"), day.today),
    points, services,
  }
}

/** Work that affects the unit itself, or changes a service or application that it uses. */
async function workFor(db: ReadDb, unitId: string): Promise<BriefWork[]> {
  const { rows } = await sql<{ id: string; number: number; name: string; status: string; startsOn: string | null; endsOn: string | null; because: string | null }>`
    select element.id, element.number, element.name, initiative.status, initiative.starts_on, initiative.ends_on,
      case when exists (select from link where link.from_id = element.id and link.relation = 'affects' and link.to_id = ${unitId}) then null
        else (select used.name from link tie join link use on use.to_id = tie.to_id and use.relation = 'uses' and use.from_id = ${unitId}
          join element used on used.id = tie.to_id where tie.from_id = element.id order by used.sort_key, used.id limit 1) end as because
    from initiative join element on element.id = initiative.id
    where element.archived_at is null and initiative.status not in ('cancelled', 'idea')
      and (exists (select from link where link.from_id = element.id and link.relation = 'affects' and link.to_id = ${unitId})
        or exists (select from link tie join link use on use.to_id = tie.to_id and use.relation = 'uses' and use.from_id = ${unitId} where tie.from_id = element.id))
    order by element.sort_key, element.id limit 200`.execute(db)
  return rows.map(({ id, number, name, status, startsOn, endsOn, because }) => ({
    element: { id, kind: "initiative", code: codeOf("initiative", number), name }, stage: status, startsOn, endsOn, because: because === null ? "affects them" : `changes ${because}`,
  }))
}

async function changedSince(db: ReadDb, work: readonly BriefWork[], since: Date | null): Promise<Brief["changed"]> {
  if (since === null || work.length === 0) return []
  const rows = await db
    .selectFrom("change").select(["recordId", "fields"]).where("recordId", "in", work.map(({ element }) => element.id)).where("at", ">", since)
    .where("action", "in", ["created", "changed"]).orderBy("id").limit(2000).execute()
  const fields = new Map<string, Set<string>>()
  for (const row of rows) {
    const known = fields.get(row.recordId) ?? new Set()
    for (const { field } of row.fields as { field: string }[]) known.add(field)
    fields.set(row.recordId, known)
  }
  return work.flatMap(({ element }) => {
    const changed = fields.get(element.id)
    return changed ? [{ element, fields: [...changed] }] : []
  })
}

/** Counts alone: what a confidential point says is nobody's business here. */
async function openPoints(db: ReadDb, unitId: string): Promise<Brief["points"]> {
  const row = await db
    .selectFrom("feedback").leftJoin("consultation", "consultation.id", "feedback.consultationId")
    .select([sql<number>`count(*)::int`.as("open"), sql<number>`(count(*) filter (where confidentiality = 'confidential'))::int`.as("confidential")])
    .where("disposition", "is", null).where((eb) => eb.or([eb("shownUnitId", "=", unitId), eb("consultation.unitId", "=", unitId)])).executeTakeFirstOrThrow()
  return row
}

async function servicesOf(db: ReadDb, unitId: string): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("link").innerJoin("element", "element.id", "link.toId").select(["element.id", "element.number", "element.name"])
    .where("link.fromId", "=", unitId).where("link.relation", "=", "uses").where("element.kind", "=", "service").where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("element.id").limit(200).execute()
  return rows.map(({ id, number, name }) => ({ id, kind: "service", code: codeOf("service", number), name }))
}
