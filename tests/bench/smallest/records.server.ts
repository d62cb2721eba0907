// The two queries of the smallest pages, straight on the driver.
import pg from "pg"

export interface ListedRow {
  code: string
  name: string
  stage: string
  health: string
  strength: number | null
  budget: string | null
  starts: string | null
  ends: string | null
  owner: string | null
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })

/** The first 50 initiatives with what the product's list shows of them. */
export async function fiftyInitiatives(): Promise<ListedRow[]> {
  const { rows } = await pool.query<ListedRow>(`
    select 'I-' || element.number as code, element.name, initiative.status as stage, initiative.schedule_health as health, link.strength,
      initiative_budget.amount as budget, initiative.starts_on::text as starts, initiative.ends_on::text as ends, owner.name as owner
    from element
    join initiative on initiative.id = element.id
    left join link on link.from_id = element.id and link.is_primary
    left join initiative_budget on initiative_budget.initiative_id = element.id and financial_year = 2026
    left join responsibility on responsibility.element_id = element.id and role = 'accountable'
    left join element as owner on owner.id = responsibility.person_id
    where element.kind = 'initiative' and element.archived_at is null
    order by element.sort_key, element.id limit 50`)
  return rows
}

/** Up to 100 records of any kind whose words contain what was typed. */
export async function matching(typed: string): Promise<{ code: string; name: string }[]> {
  const { rows } = await pool.query<{ code: string; name: string }>(
    `select prefix || '-' || number as code, name from element join element_kind using (kind)
     where archived_at is null and search_text like $1 order by sort_key, id limit 100`,
    [`%${typed.toLowerCase()}%`],
  )
  return rows
}
