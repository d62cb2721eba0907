// Reading what a brief is made of: promises, work that concerns the unit, its open points, what waits for its voice, and its services.
import { sql } from "kysely"
import { calendarDate } from "~/core/calendar"
import { database, readRowsAs, type ReadDb } from "~/core/database.server"
import { commitmentsTo, type Day } from "~/features/commitments/commitment-list.queries.server"
import { pointCode } from "~/features/consultations/feedback"
import { oldestFirst } from "~/features/consultations/feedback.queries.server"
import { codeOf, pathOf, type ElementRef } from "~/features/elements/element"
import { roleLevels, type RoleLevel } from "~/features/units/unit"
import { workAhead, type Brief, type BriefPoints, type BriefWork, type WaitingVoice } from "./brief"

/** The brief of a unit for a day without its points, the same for every reader; `since` is when they were last spoken with. */
export async function briefBesidesPoints(db: ReadDb, unitId: string, { day, since }: { day: Day; since: Date | null }): Promise<Omit<Brief, "points">> {
  const [promises, work, voices, services] = await Promise.all([commitmentsTo(db, unitId, day), workFor(db, unitId), waitingVoices(db, unitId), servicesOf(db, unitId)])
  return {
    promises: promises.filter(({ standing }) => standing.standing === "late" || standing.standing === "open"),
    changed: await changedSince(db, work, since),
    work: workAhead(work.filter(({ stage }) => stage === "approved" || stage === "in progress"), day.today),
    voices, services,
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

/**
 * Points of the unit's people, or raised in its reviews, that have no answer: the words of one told in confidence are there for its readers
 * alone. Counted is only what everybody may know to be the unit's.
 */
export async function openPoints(readerId: string | null, unitId: string, timeZone: string): Promise<BriefPoints> {
  const rows = (await readRowsAs(readerId, openPointRows(database(), unitId))).sort(oldestFirst)
  const confidential = rows.filter(({ confidentiality }) => confidentiality === "confidential")
  return {
    shown: rows.flatMap(({ number, body, confidentiality, createdAt, owner, talk }) => {
      if (body === null) return []
      const code = pointCode(number)
      return [{ code, body, owner, confidential: confidentiality === "confidential", raisedOn: calendarDate(createdAt, timeZone), href: `${pathOf("consultation", codeOf("consultation", talk))}/after#${code}` }]
    }),
    hidden: confidential.filter(({ body }) => body === null).length,
    inConfidence: confidential.filter(({ known }) => known === true).length,
  }
}

function openPointRows(db: ReadDb, unitId: string) {
  return db
    .selectFrom("feedback as f").innerJoin("consultation as c", "c.id", "f.consultationId").innerJoin("element as talk", "talk.id", "c.id")
    .leftJoin("feedbackWords as w", "w.feedbackId", "f.id").leftJoin("feedbackVoice as v", "v.feedbackId", "f.id").leftJoin("element as owner", "owner.id", "f.ownerId")
    .select(["f.id", "f.number", "f.confidentiality", "f.createdAt", "w.body", "owner.name as owner", "talk.number as talk"])
    .select((eb) => eb.or([eb("f.shownUnitId", "=", unitId), eb("c.unitId", "=", unitId)]).as("known"))
    .where("f.disposition", "is", null).where("f.withdrawnAt", "is", null).where("talk.archivedAt", "is", null)
    // found in three ways, each of them narrow: the rules are asked for every row whose words or voice are read
    .where("f.id", "in", db.selectFrom("feedback").select("id").where("shownUnitId", "=", unitId)
      .union(db.selectFrom("feedback as of").innerJoin("consultation as about", "about.id", "of.consultationId").select("of.id").where("about.unitId", "=", unitId))
      .union(db.selectFrom("feedbackVoice").select("feedbackId as id").where("unitId", "=", unitId)))
    .orderBy("f.createdAt").orderBy("f.id").limit(500)
}

/**
 * Open conversations about what touches the unit, as coverage derives it, for which nobody of the unit was heard, or nobody of a role level that
 * it has people of, its sub-units among them; those that close first come first.
 */
export async function waitingVoices(db: ReadDb, unitId: string): Promise<WaitingVoice[]> {
  const { rows } = await sql<{ id: string; number: number; name: string; closesOn: string | null; asked: number; heard: boolean; silent: RoleLevel[]; subjectId: string; subjectKind: ElementRef["kind"]; subjectNumber: number; subjectName: string }>`
    with recursive within as (
      select ${unitId}::uuid as id union select unit.id from unit join within on unit.parent_id = within.id
    ),
    levels as (select distinct role_level from unit_headcount join within on within.id = unit_id where headcount > 0),
    used as (select to_id as id from link where from_id = ${unitId} and relation = 'uses'),
    affecting as (select from_id as id from link where to_id = ${unitId} and relation = 'affects'),
    touching as (
      select id from used union select id from affecting
      union select c.from_id from used join link c on c.to_id = used.id and c.relation in ('introduces', 'improves', 'replaces', 'retires')
      union select d.to_id from used join link d on d.from_id = used.id and d.relation in ('delivers', 'supports')
      union select c.to_id from affecting join element work on work.id = affecting.id and work.archived_at is null join link c on c.from_id = affecting.id and c.relation = 'contributes to'
    )
    select distinct on (talk.id) talk.id, talk.number, talk.name, c.closes_on as "closesOn", subject.id as "subjectId", subject.kind as "subjectKind", subject.number as "subjectNumber", subject.name as "subjectName",
      (select count(*)::int from participation p join person on person.id = p.person_id join within on within.id = person.unit_id where p.consultation_id = talk.id and p.heard_at is null) as asked,
      coalesce(cardinality(voices.heard) > 0, false) as heard, array(select role_level::text from levels where role_level::text <> all (voices.heard)) as silent
    from touching join consultation_subject s on s.subject_id = touching.id join consultation c on c.id = s.consultation_id and c.state = 'open'
      join element talk on talk.id = c.id and talk.archived_at is null join element subject on subject.id = s.subject_id
      cross join lateral (
        select array(select distinct coalesce(p.role_level::text, '') from consultation_subject about join participation p on p.consultation_id = about.consultation_id join within on within.id = p.unit_id
          where about.subject_id = subject.id and p.heard_at is not null) as heard
      ) voices
    where cardinality(voices.heard) = 0 or exists (select from levels where role_level::text <> all (voices.heard))
    order by talk.id, subject.sort_key limit 100`.execute(db)
  return rows
    .map(({ id, number, name, closesOn, asked, heard, silent, subjectId, subjectKind, subjectNumber, subjectName }) => ({
      consultation: { id, kind: "consultation" as const, code: codeOf("consultation", number), name }, closesOn, asked, silent: heard ? roleLevels.filter((level) => silent.includes(level)) : [],
      subject: { id: subjectId, kind: subjectKind, code: codeOf(subjectKind, subjectNumber), name: subjectName },
    }))
    .sort((a, b) => (a.closesOn ?? "9999").localeCompare(b.closesOn ?? "9999"))
}

async function servicesOf(db: ReadDb, unitId: string): Promise<ElementRef[]> {
  const rows = await db
    .selectFrom("link").innerJoin("element", "element.id", "link.toId").select(["element.id", "element.number", "element.name"])
    .where("link.fromId", "=", unitId).where("link.relation", "=", "uses").where("element.kind", "=", "service").where("element.archivedAt", "is", null)
    .orderBy("element.sortKey").orderBy("element.id").limit(200).execute()
  return rows.map(({ id, number, name }) => ({ id, kind: "service", code: codeOf("service", number), name }))
}
