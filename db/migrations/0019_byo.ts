// Technology that units got on their own: the tool, the need behind it, why IT was not used, and what was answered.
import { sql, type Kysely } from "kysely"

/**
 * A report without a name keeps nothing of who wrote it: no person beside it, and an actor of its own kind in the history. The day it
 * was reported is all the time it has.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into element_kind values ('byo', 'B');
    create sequence number_byo;
    create table byo (
      id uuid primary key,
      kind text not null check (kind = 'byo'),
      job text not null,
      unit_id uuid references unit (id),
      users int check (users >= 0),
      yearly_cost numeric(14,2) check (yearly_cost >= 0),
      -- 1 none, 2 internal, 3 personal, 4 secret; null: not known
      sensitivity int check (sensitivity between 1 and 4),
      missing text[] not null check (missing <@ array['sign-on', 'backup', 'contract', 'owner']),
      why_not text not null check (why_not in ('too slow', 'not offered', 'did not know', 'better at home', 'other')),
      why_not_words text not null,
      found_how text not null check (found_how in ('told us', 'conversation', 'support', 'invoice', 'inventory', 'other')),
      -- the goal the need serves; null: those that what the unit uses serves
      goal_id uuid references goal (id),
      is_anonymous boolean not null,
      reported_by uuid references person (id),
      reported_on date not null,
      -- who answers, and until when
      owner_id uuid references person (id),
      answer_due_on date not null,
      disposition text not null check (disposition in ('under review', 'adopt', 'tolerate', 'replace', 'retire')),
      reason text not null,
      tolerate_until date,
      replaced_by_id uuid references application (id),
      answered_on date,
      won text check (won in ('won back', 'lost')),
      -- the initiative that was made of it
      led_to_id uuid references initiative (id),
      foreign key (id, kind) references element (id, kind),
      check (not is_anonymous or reported_by is null),
      check ((disposition = 'under review') = (answered_on is null)),
      check (disposition = 'under review' or reason <> ''),
      check ((disposition = 'tolerate') = (tolerate_until is not null)),
      check ((disposition = 'replace') = (replaced_by_id is not null)),
      check (disposition <> 'under review' or won is null)
    );
    create index byo_unit on byo (unit_id);
    create index byo_owner on byo (owner_id, answer_due_on) where disposition = 'under review';
    create index byo_led_to on byo (led_to_id) where led_to_id is not null;
    alter table change drop constraint change_actor_kind_check;
    alter table change add constraint change_actor_kind_check check (actor_kind in ('person', 'operator', 'sample', 'nameless'));
  `.execute(db)
}
