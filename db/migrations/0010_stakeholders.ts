// Stakeholders: named groups beside people, how somebody wishes to be spoken to, and where they stand.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- a named group is a person record with a headcount: one short id, one list, one history; null: one human being
    alter table person add column group_headcount int check (group_headcount between 1 and 10000000);

    create table stakeholder (
      person_id uuid primary key references person (id),
      listening_style text not null check (listening_style in ('plain', 'standard', 'technical')),
      contact_preference text not null,
      version int not null,
      created_at timestamptz not null
    );
    create table standing (
      id uuid primary key,
      person_id uuid not null references person (id),
      -- null: overall
      subject_id uuid references element (id),
      influence int check (influence between 1 and 5),
      interest int check (interest between 1 and 5),
      engagement_now text check (engagement_now in ('unaware', 'resistant', 'neutral', 'supportive', 'leading')),
      engagement_wanted text check (engagement_wanted in ('unaware', 'resistant', 'neutral', 'supportive', 'leading')),
      version int not null,
      created_at timestamptz not null,
      constraint standing_once unique nulls not distinct (person_id, subject_id)
    );
    create index standing_subject on standing (subject_id);
  `.execute(db)
}
