// What everything linkable shares: elements, their numbers, allowed relations, links, and the panels of a record.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create extension if not exists pg_trgm;

    create table element_kind (kind text primary key, prefix text not null unique);
    insert into element_kind values
      ('goal', 'G'), ('initiative', 'I'), ('service', 'S'), ('application', 'A'),
      ('function', 'F'), ('capability', 'C'), ('unit', 'U'), ('person', 'P');
    create sequence number_goal;
    create sequence number_initiative;
    create sequence number_service;
    create sequence number_application;
    create sequence number_function;
    create sequence number_capability;
    create sequence number_unit;
    create sequence number_person;
    create sequence number_question;

    create table element (
      id uuid primary key,
      kind text not null references element_kind (kind),
      number int not null,
      name text not null check (name <> ''),
      summary text not null,
      sort_key text collate "C" not null,
      search_text text collate "C" not null,
      version int not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      archived_at timestamptz,
      unique (id, kind),
      unique (kind, number)
    );
    create index element_order on element (kind, sort_key, id) where archived_at is null;
    create index element_search on element using gin (search_text gin_trgm_ops) where archived_at is null;
    create index element_prefix on element (sort_key text_pattern_ops) where archived_at is null;

    create table link_triple (
      from_kind text not null references element_kind (kind),
      relation text not null,
      to_kind text not null references element_kind (kind),
      primary key (from_kind, relation, to_kind)
    );
    insert into link_triple values
      ('initiative', 'contributes to', 'goal'),
      ('initiative', 'requires', 'initiative'),
      ('initiative', 'introduces', 'service'), ('initiative', 'introduces', 'application'), ('initiative', 'introduces', 'capability'),
      ('initiative', 'improves', 'service'), ('initiative', 'improves', 'application'), ('initiative', 'improves', 'capability'),
      ('initiative', 'replaces', 'service'), ('initiative', 'replaces', 'application'), ('initiative', 'replaces', 'capability'),
      ('initiative', 'retires', 'service'), ('initiative', 'retires', 'application'), ('initiative', 'retires', 'capability'),
      ('initiative', 'affects', 'unit'),
      ('capability', 'enables', 'goal'),
      ('service', 'supports', 'goal'), ('service', 'supports', 'capability'),
      ('application', 'delivers', 'service'),
      ('application', 'performs', 'function'),
      ('unit', 'uses', 'application'), ('unit', 'uses', 'service');

    create table link (
      id uuid primary key,
      from_id uuid not null,
      from_kind text not null,
      relation text not null,
      to_id uuid not null,
      to_kind text not null,
      strength int check (strength in (1, 3, 9)),
      is_primary boolean not null,
      note text not null,
      mandatory boolean,
      lag_days int check (lag_days between 0 and 3650),
      criticality text check (criticality in ('low', 'medium', 'high')),
      fit int check (fit between 1 and 4),
      seats int check (seats >= 0),
      yearly_cost numeric(14,2) check (yearly_cost >= 0),
      version int not null,
      created_at timestamptz not null,
      foreign key (from_id, from_kind) references element (id, kind),
      foreign key (to_id, to_kind) references element (id, kind),
      foreign key (from_kind, relation, to_kind) references link_triple (from_kind, relation, to_kind),
      constraint link_once unique (from_id, relation, to_id),
      constraint link_not_itself check (from_id <> to_id),
      constraint link_strength check ((relation = 'contributes to') = (strength is not null)),
      constraint link_primary check (not is_primary or relation = 'contributes to'),
      constraint link_usage check (seats is null or relation = 'uses'),
      constraint link_cost check (yearly_cost is null or (relation = 'uses' and to_kind = 'application'))
    );
    create index link_to on link (to_id, relation);
    create unique index link_one_primary on link (from_id) where is_primary;

    create table responsibility (
      id uuid primary key,
      element_id uuid not null,
      element_kind text not null check (element_kind in ('goal', 'initiative', 'service', 'application', 'function')),
      person_id uuid not null references element (id),
      role text not null check (role in ('responsible', 'accountable', 'consulted', 'informed')),
      created_at timestamptz not null,
      foreign key (element_id, element_kind) references element (id, kind),
      constraint responsibility_once unique (element_id, person_id, role)
    );
    create unique index responsibility_one_accountable on responsibility (element_id) where role = 'accountable';
    create index responsibility_person on responsibility (person_id, role);

    create table comment (
      id uuid primary key,
      element_id uuid not null references element (id),
      author_id uuid not null references element (id),
      body text not null check (body <> ''),
      version int not null,
      created_at timestamptz not null,
      removed_at timestamptz
    );
    create index comment_element on comment (element_id, created_at);

    create table question (
      id uuid primary key,
      number int not null unique,
      element_id uuid not null references element (id),
      asked_by uuid not null references element (id),
      -- null: the planners, because the record has no owner
      asked_of uuid references element (id),
      body text not null check (body <> ''),
      due_on date not null,
      state text not null check (state in ('open', 'answered', 'withdrawn')),
      answer text not null,
      answered_by uuid references element (id),
      version int not null,
      created_at timestamptz not null,
      closed_at timestamptz,
      check ((state = 'answered') = (answered_by is not null))
    );
    create index question_of on question (asked_of, due_on) where state = 'open';
    create index question_element on question (element_id);

    create table accepted_gap (
      id uuid primary key,
      element_id uuid not null references element (id),
      gap text not null check (gap in ('goalsWithoutWork', 'workWithoutGoal', 'servicesWithoutPath',
        'applicationsWithoutService', 'goalsWithoutMeasure', 'goalsWithoutOwner')),
      reason text not null check (reason <> ''),
      accepted_by uuid references element (id),
      until_on date not null,
      version int not null,
      created_at timestamptz not null,
      constraint accepted_gap_once unique (element_id, gap)
    );

    create table saved_view (
      id uuid primary key,
      person_id uuid not null references element (id),
      screen text not null,
      name text not null check (name <> ''),
      query text not null,
      shared boolean not null,
      version int not null,
      created_at timestamptz not null,
      constraint saved_view_name unique (person_id, screen, name)
    );
  `.execute(db)
}
