// Reading who was invited to speak about a subject and was not heard yet, by affected group.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { groupKey, type Stratum } from "./coverage"

/**
 * How many people have an invitation to an open conversation about it and were heard in none: by role level, in their unit and in every one
 * above it, since a unit's voices come from below it too. One statement.
 */
export async function invitedAbout(db: ReadDb, subjectId: string): Promise<Record<string, number>> {
  const { rows } = await sql<Pick<Stratum, "unitId" | "roleLevel"> & { people: number }>`
    with recursive about as (
      select c.id, c.state from consultation c join consultation_subject s on s.consultation_id = c.id join element e on e.id = c.id and e.archived_at is null
      where s.subject_id = ${subjectId}::uuid and c.state <> 'cancelled'
    ),
    waiting as (
      select p.person_id, person.unit_id, person.role_level from participation p join about on about.id = p.consultation_id and about.state = 'open'
        join person on person.id = p.person_id join element e on e.id = person.id and e.archived_at is null
      where p.invited_at is not null and person.role_level is not null
        and not exists (select from participation h join about on about.id = h.consultation_id where h.person_id = p.person_id and h.heard_at is not null)
    ),
    placed as (
      select person_id, role_level, unit_id from waiting where unit_id is not null
      union select placed.person_id, placed.role_level, unit.parent_id from placed join unit on unit.id = placed.unit_id where unit.parent_id is not null
    )
    select unit_id as "unitId", role_level as "roleLevel", count(*)::int as people from placed group by unit_id, role_level`.execute(db)
  return Object.fromEntries(rows.map(({ people, ...group }) => [groupKey(group), people]))
}
