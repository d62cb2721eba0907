// Conversations of a made-up company, written by set-wise SQL: stakeholders, consultations about its records, points, promises and bonds.

import { openOwnerPool } from "#db/client"

export interface TalkSize {
  people: number
  talks: number
  points: number
  promises: number
}

/** Adds conversations to a company of `fillCompany`; `ownerId` runs all of them. In each about half of the points are answered, and a tenth is confidential. */
export async function fillTalks(url: string, size: TalkSize, ownerId: string): Promise<void> {
  const pool = openOwnerPool(url)
  const client = await pool.connect()
  const run = (statement: string, values: readonly unknown[]) => client.query(statement, [...values])
  try {
    await client.query("begin; set local role app_owner; set local statement_timeout = 0")
    for (const [kind, count, letter, words] of [["person", size.people, "p", "Stakeholder"], ["consultation", size.talks, "r", "What about plan"], ["commitment", size.promises, "w", "A promise"]] as const) {
      await run(`insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)
        select gen_random_uuid(), $1, 100000 + n, $3 || ' ' || n, 'Said in plain words.', lower($3 || ' ' || lpad(n::text, 6, '0')), lower($4 || '-' || (100000 + n) || ' ' || $3 || ' ' || n), 1, $5, $5
        from generate_series(1, $2::int) n`, [kind, count, words, letter, at])
      await run(`select setval($1::regclass, 100000 + $2::int)`, [`number_${kind}`, count])
    }
    await run(`insert into person (id, kind, unit_id, role_level, title, email, group_headcount)
      select e.id, 'person', u.id, (array['frontline', 'specialist', 'manager'])[1 + e.number % 3], 'Colleague', null, case when e.number % 10 = 0 then 25 end
      from element e join ${ranked("unit")} u on u.n = e.number % u.all_n where e.kind = 'person' and e.number > 100000`, [])
    await run(`insert into stakeholder select id, 'plain', 'By phone', 1, $1 from element where kind = 'person' and number > 100000 and number % 2 = 0`, [at])
    await run(`insert into standing select gen_random_uuid(), id, null, 1 + number % 5, 1 + number % 4, 'neutral', 'supportive', 1, $1 from element where kind = 'person' and number > 100000`, [at])
    await run(`insert into consultation (id, kind, form, purpose, participation_level, state, owner_id, unit_id, question_plain, question_standard, question_technical, costs, effects, opened_at, closed_at, closes_on, minutes, next_on)
      select e.id, 'consultation', 'workshop', 'decision', 'consult', 'open', $1, null, 'What do you need?', 'What do you need?', 'What do you need?', 'Two days.', 'Less waiting.', $2, null, '2027-12-31', 'We spoke of it.', null
      from element e where e.kind = 'consultation'`, [ownerId, at])
    await run(`insert into consultation_subject select c.id, s.id, 'initiative', 'proposed', $1
      from (select id, number % 100000 as n from element where kind = 'consultation') c join ${ranked("initiative")} s on s.n in (c.n % s.all_n, (c.n + 1) % s.all_n)`, [at])
    await run(`insert into consultation_option select gen_random_uuid(), c.id, n, 'Way ' || n, 'A way.', n = 1, 1, $1 from consultation c, generate_series(1, 2) n`, [at])
    await run(`insert into participation (id, consultation_id, person_id, must_hear, why, invited_at, heard_at, heard_how, unit_id, role_level, version, created_at)
      select gen_random_uuid(), c.id, p.id, k = 1, '', $1::timestamptz, case when k % 2 = 0 then $1::timestamptz end, case when k % 2 = 0 then 'response' end, p.unit_id, p.role_level, 1, $1
      from (select id, number % 100000 as n from element where kind = 'consultation') c cross join generate_series(1, 20) k
      join (select person.*, row_number() over (order by e.number) - 1 as n, count(*) over () as all_n from person join element e on e.id = person.id where e.number > 100000) p on p.n = (c.n * 20 + k) % p.all_n
      on conflict do nothing`, [at])
    await run(`insert into feedback (id, number, consultation_id, subject_id, kind, confidentiality, author_id, shown_unit_id, shown_role_level, owner_id, disposition, answered_at, answered_by, version, created_at)
      select gen_random_uuid(), n, c.id, null, (array['need', 'wish', 'concern', 'question'])[1 + n % 4], case when turn % 10 = 5 then 'confidential' else 'named' end, $2, null, null, $2,
        case when turn % 2 = 0 then 'accepted' end, case when turn % 2 = 0 then $3::timestamptz end, case when turn % 2 = 0 then $2::uuid end, 1, $3
      from generate_series(1, $1::int) n join (select id, row_number() over (order by number) - 1 as place, count(*) over () as all_n from element where kind = 'consultation') c on c.place = n % c.all_n
        cross join lateral (select n / c.all_n as turn) t`, [size.points, ownerId, at])
    await run(`select setval('number_feedback', $1::int)`, [size.points])
    await client.query(`insert into feedback_words select id, 'It takes too long, said at point ' || number, case when disposition is null then '' else 'We do it.' end from feedback`)
    await client.query(`insert into feedback_voice select f.id, p.person_id, p.unit_id, p.role_level from feedback f
      join lateral (select * from participation p where p.consultation_id = f.consultation_id order by p.id offset f.number % 20 limit 1) p on true`)
    await run(`insert into commitment (id, kind, unit_id, owner_id, due_on, state, kept_at, kept_note, withdrawn_why)
      select e.id, 'commitment', u.id, $1, date '2026-06-01' + e.number % 400, 'open', null, '', '' from element e join ${ranked("unit")} u on u.n = e.number % least(u.all_n, 20) where e.kind = 'commitment'`, [ownerId])
    await run(`insert into relationship select gen_random_uuid(), u.id, $1, null, 'Sold in a day.', 'Tell us early.', 'Come and see.', '', 90, date '2027-01-15', 1, $2
      from ${ranked("unit")} u where u.n < $3::int`, [ownerId, at, Math.min(size.talks, 200)])
    await client.query("commit")
    await client.query("analyze")
  } finally {
    client.release()
    await pool.end()
  }
}

const at = "2026-03-02T09:00:00Z"

/** The records of a kind, numbered from 0, with how many there are. */
function ranked(kind: "unit" | "initiative"): string {
  return `(select id, row_number() over (order by number) - 1 as n, count(*) over () as all_n from element where kind = '${kind}')`
}
