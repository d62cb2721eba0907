// Standards that a file brings: a product may stand for no job in particular, and what was brought in can be taken back as a whole.
import { sql, type Kysely } from "kysely"

/** A decision that was brought in was signed elsewhere: its record may be put away again, and its words still never change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table standard alter column function_id drop not null;
    alter table standard drop constraint standard_one_at_a_time,
      -- null: the list that it came with names no job
      add constraint standard_one_at_a_time exclude using gist
        (application_id with =, coalesce(function_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, product_version with =, daterange(valid_from, valid_to, '[)') with &&);
    -- how things stood on a day, and the history of one product
    create index standard_history on standard (application_id, valid_from);
    create index tool_request_asked_at on tool_request (created_at);

    create or replace function decision_name_kept() returns trigger language plpgsql as $$
    begin
      if exists (select from decision where id = old.id and state in ('approved', 'superseded'))
        and (tg_op = 'DELETE' or new.name <> old.name or new.summary <> old.summary
          or (new.archived_at is not null and not exists (select from decision where id = old.id and imported_from is not null)))
        then raise exception 'a signed decision is superseded, never edited' using errcode = '23514', constraint = 'decision_signed'; end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
  `.execute(db)
}
