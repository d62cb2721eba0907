// Commitments: promises made to a unit, with an owner and a due date, and each time they were moved.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into element_kind values ('commitment', 'W');
    create sequence number_commitment;
    create table commitment (
      id uuid primary key,
      kind text not null check (kind = 'commitment'),
      -- null: made to nobody in particular
      unit_id uuid references unit (id),
      owner_id uuid references person (id),
      due_on date not null,
      state text not null check (state in ('open', 'kept', 'withdrawn')),
      kept_at timestamptz,
      kept_note text not null,
      withdrawn_why text not null,
      foreign key (id, kind) references element (id, kind),
      check ((state = 'kept') = (kept_at is not null)),
      check ((state = 'withdrawn') = (withdrawn_why <> ''))
    );
    create index commitment_unit on commitment (unit_id, due_on);
    create index commitment_owner on commitment (owner_id, due_on) where state = 'open';
    create table commitment_move (
      id uuid primary key,
      commitment_id uuid not null references commitment (id),
      from_on date not null,
      to_on date not null,
      reason text not null check (reason <> ''),
      moved_by uuid references person (id),
      created_at timestamptz not null,
      check (from_on <> to_on)
    );
    create index commitment_move_commitment on commitment_move (commitment_id, created_at);
  `.execute(db)
}
