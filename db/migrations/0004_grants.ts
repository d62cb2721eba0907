// What the app's role may do: rows of every table, but history only by adding to it.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    grant usage on schema public to app_rw;
    grant select, insert, update, delete on all tables in schema public to app_rw;
    revoke update, delete, truncate on change from app_rw;
    revoke insert, update, delete on element_kind, link_triple from app_rw;
    grant usage, select on all sequences in schema public to app_rw;
    alter default privileges in schema public grant select, insert, update, delete on tables to app_rw;
    alter default privileges in schema public grant usage, select on sequences to app_rw;
  `.execute(db)
}
