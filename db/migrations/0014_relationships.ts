// Relationships: the bond with a unit as each side sees it, its strategy on a page and when it is reviewed next.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table relationship (
      id uuid primary key,
      unit_id uuid not null unique references unit (id),
      -- who looks after it, for IT and for the unit
      it_person_id uuid references person (id),
      business_person_id uuid references person (id),
      shared_vision text not null,
      it_expects text not null,
      business_expects text not null,
      measures text not null,
      review_every_days int not null check (review_every_days between 7 and 1100),
      next_review_on date,
      version int not null,
      created_at timestamptz not null
    );
    -- one side's view at a time: the statements that hold (keys of relationship.ts), and what that side added to each
    create table maturity_view (
      id uuid primary key,
      unit_id uuid not null references unit (id),
      side text not null check (side in ('business', 'it')),
      holds jsonb not null,
      added jsonb not null,
      seen_by uuid references person (id),
      version int not null,
      created_at timestamptz not null
    );
    create index maturity_view_unit on maturity_view (unit_id, side, created_at desc);
  `.execute(db)
}
