// What leaves the house: mail that is sent after the transaction that wants it, and personal calendar addresses.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox (
      id uuid primary key,
      -- what makes it the same mail however often it is asked for
      event text not null unique,
      person_id uuid references person (id),
      address text not null,
      subject text not null,
      body text not null,
      calendar text,
      due_at timestamptz not null,
      claimed_at timestamptz,
      attempts int not null,
      sent_at timestamptz,
      failed_at timestamptz,
      last_error text not null,
      created_at timestamptz not null
    );
    create index outbox_due on outbox (due_at) where sent_at is null and failed_at is null;
    create table calendar_feed (
      person_id uuid primary key references person (id),
      token_hash text not null unique,
      created_at timestamptz not null
    );
  `.execute(db)
}
