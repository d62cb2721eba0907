// Records that are hard to carry over: every kind, odd words, bytes, children before their parents, more than one portion.

import { sql } from "kysely"
import { database, writableDatabase } from "~/core/database.server"
import { createApplication } from "~/features/applications/applications.commands.server"
import { thePreparer } from "../../support/builders"
import { aLandscape } from "../../support/landscape"

const oddWords = ["Plain", 'Said "no" \\ twice', "Line\nbreak\r\nand\ttab", "Zürich 🏔 中文", "\u2028 separators \u2029", "null", "{}[],\\n\\u0041", "a", "B", "ä", "_", "Z"]

/** Fills the test's database: a landscape with odd words, 1,200 goals under one pillar, and one row or more in every table of imports. */
export async function fillHouse(): Promise<void> {
  let at = 0
  await aLandscape(() => oddWords[(at += 1) % oddWords.length] ?? "")
  await manyGoals(1_200)
  await sql`insert into unit_headcount (unit_id, role_level, headcount) select id, 'frontline', 40 from unit`.execute(writableDatabase())
  await imports()
  await wishes()
  await portfolio()
}

/** Costs and fit of an application, and another that was judged the same and merged into it. */
async function portfolio(): Promise<void> {
  const into = await createApplication(thePreparer, { name: "Drawing 2" })
  const merged = await createApplication(thePreparer, { name: "Drawing 3" })
  const id = "0b54e7a0-1111-4222-8333-4444555577e2"
  await writableDatabase().transaction().execute(async (tx) => {
    await sql`insert into cost_line (id, application_id, financial_year, cost_kind, amount, version, created_at) values (${id}, ${into.id}, 2026, 'support', 1200.50, 1, now())`.execute(tx)
    await sql`
      insert into fit_answer (id, application_id, side, respondent_id, answered_on, answer_a, answer_b, answer_c, answer_d, version, created_at)
      select ${id}, ${into.id}, 'technical', id, date '2026-05-01', 1, 2, 3, 4, 1, now() from person limit 1`.execute(tx)
    await sql`
      insert into twin_judgement (id, first_id, second_id, judged, reason, version, created_at)
      values (${id}, least(${into.id}::uuid, ${merged.id}::uuid), greatest(${into.id}::uuid, ${merged.id}::uuid), 'same', ${oddWords[1]}, 1, now())`.execute(tx)
    await sql`insert into merged_application (id, into_id, operation_id, moved, version, created_at) values (${merged.id}, ${into.id}, ${id}, '{"link": []}', 1, now())`.execute(tx)
  })
}

/** An exception and a wish for a tool: rows that no screen makes yet. */
async function wishes(): Promise<void> {
  const id = "0b54e7a0-1111-4222-8333-4444555577e1"
  await writableDatabase().transaction().execute(async (tx) => {
    await sql`
      insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)
      values (${id}, 'exception', 1, 'For the audit', '', 'for the audit', 'e-1 for the audit', 1, now(), now())`.execute(tx)
    await sql`
      insert into exception (id, kind, application_id, unit_id, reason, from_on, until_on, ended_why)
      select ${id}, 'exception', a.id, u.id, 'The audit.', '2026-01-01', '2026-12-31', '' from (select id from application limit 1) a, (select id from unit limit 1) u`.execute(tx)
    await sql`insert into tool_request (id, name, need, state, due_on, reason, version, created_at) values (${id}, 'Acrobat', 'To sign.', 'asked', '2026-12-01', '', 1, now())`.execute(tx)
  })
}

/** Goals whose ids sort before their parent's, so that in the order of keys every child comes first. */
async function manyGoals(count: number): Promise<void> {
  await writableDatabase().transaction().execute(async (tx) => {
    await sql`
      insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)
      select (case when n = 0 then 'ffffffff' else lpad(to_hex(n), 8, '0') end || '-0000-4000-8000-000000000000')::uuid, 'goal', 50000 + n, 'Goal ' || n, '', 'goal ' || n, 'goal ' || n,
        1, timestamptz '2026-03-29 01:59:59.123456+01', timestamptz '2026-03-29 03:00:00+02' from generate_series(0, ${count}::int) n`.execute(tx)
    await sql`
      insert into goal (id, kind, parent_id, status, weight, why, promise_line, health_reason)
      select id, 'goal', null, 'active', 10, '', '', '' from element where number = 50000 and kind = 'goal'`.execute(tx)
    await sql`
      insert into goal (id, kind, parent_id, status, weight, why, promise_line, health_reason)
      select id, 'goal', 'ffffffff-0000-4000-8000-000000000000', 'active', 10, '', '', '' from element where number > 50000 and kind = 'goal'`.execute(tx)
  })
}

async function imports(): Promise<void> {
  const [link] = await database().selectFrom("link").select("id").limit(1).execute()
  const [goal] = await database().selectFrom("goal").select("id").limit(1).execute()
  const id = "0b54e7a0-1111-4222-8333-444455556666"
  await writableDatabase().transaction().execute(async (tx) => {
    await sql`insert into source (id, key, name, about, created_at) values (${id}, 'archimate:x', 'Model', '{"b": 1.50, "a": null, "text": "\\u00fc"}', now())`.execute(tx)
    await sql`
      insert into import (id, file_name, format, bytes, sha256, state, message, choices, rows_read, started_by_name, created_at)
      values (${id}, 'model.xml', 'archimate', 3, 'x', 'preview', '', '{}', 1, 'Test preparer', now())`.execute(tx)
    await sql`insert into import_file (import_id, content) values (${id}, decode('00ff5c0a22', 'hex'))`.execute(tx)
    await sql`
      insert into import_row (import_id, n, part, kind, place, name, brought, verdict, ticked, clashes, problems)
      values (${id}, 1, 'record', 'goal', 'Row 1', 'x', '{}', 'new', true, '[]', '[]')`.execute(tx)
    for (const word of oddWords) {
      await sql`
        insert into source_element (source_id, foreign_id, type, name, documentation, properties, element_id)
        values (${id}, ${word}, 'Requirement', ${word}, '', '[]', ${goal?.id ?? null})`.execute(tx)
    }
    await sql`
      insert into source_relationship (source_id, foreign_id, type, from_id, to_id, name, documentation, attributes, properties, standing, link_id)
      values (${id}, 'r1', 'Flow', 'a', 'B', '', '', '{}', '[]', 'converted', ${link?.id ?? null})`.execute(tx)
    await sql`insert into link_path (link_id, through) values (${link?.id ?? null}, '[]')`.execute(tx)
    for (const word of oddWords) await sql`insert into column_choice (kind, heading, field) values ('goal', ${word}, 'name')`.execute(tx)
    await sql`insert into api_token (id, name, token_hash, made_by_name, created_at, expires_at, version) values (${id}, 'Sheet', 'h', 'Test preparer', now(), now(), 1)`.execute(tx)
  })
}
