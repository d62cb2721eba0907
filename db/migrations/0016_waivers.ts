// Waivers: what was approved although a gate was shut, why, and who said so.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table gate_waiver (
      id uuid primary key,
      subject_id uuid not null references element (id),
      reason text not null check (reason <> ''),
      -- what the gate wanted when it was waived, in words: it says what was known then
      lacking text not null check (lacking <> ''),
      waived_by uuid references person (id),
      created_at timestamptz not null
    );
    create index gate_waiver_subject on gate_waiver (subject_id, created_at);
  `.execute(db)
}
