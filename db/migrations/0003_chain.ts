// The records of the chain, each with its own typed table that refers to its element: units, people, goals, services, applications, initiatives.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unit (
      id uuid primary key,
      kind text not null check (kind = 'unit'),
      parent_id uuid references unit (id),
      foreign key (id, kind) references element (id, kind),
      check (parent_id <> id)
    );
    create index unit_parent on unit (parent_id);
    create table unit_headcount (
      unit_id uuid not null references unit (id),
      role_level text not null check (role_level in ('frontline', 'specialist', 'manager', 'executive', 'external')),
      headcount int not null check (headcount between 0 and 10000000),
      primary key (unit_id, role_level)
    );

    create table person (
      id uuid primary key,
      kind text not null check (kind = 'person'),
      unit_id uuid references unit (id),
      role_level text check (role_level in ('frontline', 'specialist', 'manager', 'executive', 'external')),
      title text not null,
      email text,
      foreign key (id, kind) references element (id, kind)
    );
    create index person_unit on person (unit_id);
    create table account (
      person_id uuid primary key references person (id),
      email text not null unique check (email <> ''),
      password_hash text,
      version int not null,
      disabled_at timestamptz,
      created_at timestamptz not null
    );
    create table account_role (
      person_id uuid not null references account (person_id),
      role text not null check (role in ('viewer', 'contributor', 'brm', 'planner', 'admin')),
      primary key (person_id, role)
    );
    alter table session add foreign key (person_id) references account (person_id);

    create table goal (
      id uuid primary key,
      kind text not null check (kind = 'goal'),
      parent_id uuid references goal (id),
      status text not null check (status in ('draft', 'active', 'achieved', 'missed', 'retired')),
      weight int not null check (weight between 0 and 1000000),
      perspective text check (perspective in ('financial', 'customer', 'internal process', 'learning and growth')),
      why text not null,
      -- "what changes for you", one line on the strategy page
      promise_line text not null,
      due_on date,
      health_set text check (health_set in ('done', 'on track', 'at risk', 'off track', 'not started')),
      health_reason text not null,
      foreign key (id, kind) references element (id, kind),
      check (parent_id <> id),
      check (health_set is null or health_reason <> '')
    );
    create index goal_parent on goal (parent_id);
    create table measure (
      id uuid primary key,
      goal_id uuid not null references goal (id),
      name text not null check (name <> ''),
      is_yes_no boolean not null,
      unit text not null,
      direction text not null check (direction in ('up', 'down')),
      baseline numeric(18,4),
      target numeric(18,4) not null,
      starts_on date not null,
      target_on date not null,
      weight int not null check (weight between 0 and 1000000),
      read_every_days int not null check (read_every_days between 1 and 3660),
      source text not null,
      position int not null,
      version int not null,
      archived_at timestamptz,
      check (starts_on < target_on),
      check (is_yes_no or baseline is not null),
      -- a direction that disagrees with starting point and target is refused
      check (is_yes_no or baseline = target or (direction = 'up') = (target > baseline))
    );
    create index measure_goal on measure (goal_id, position);
    create table reading (
      id uuid primary key,
      measure_id uuid not null references measure (id) on delete cascade,
      read_on date not null,
      value numeric(18,4) not null,
      note text not null,
      recorded_by uuid references person (id),
      version int not null,
      created_at timestamptz not null,
      constraint reading_once unique (measure_id, read_on)
    );

    create table capability (
      id uuid primary key,
      kind text not null check (kind = 'capability'),
      parent_id uuid references capability (id),
      foreign key (id, kind) references element (id, kind),
      check (parent_id <> id)
    );
    create index capability_parent on capability (parent_id);
    create table service (
      id uuid primary key,
      kind text not null check (kind = 'service'),
      foreign key (id, kind) references element (id, kind)
    );
    create table function (
      id uuid primary key,
      kind text not null check (kind = 'function'),
      foreign key (id, kind) references element (id, kind)
    );
    create table application (
      id uuid primary key,
      kind text not null check (kind = 'application'),
      lifecycle text not null check (lifecycle in ('plan', 'phase in', 'active', 'phase out', 'end of life')),
      vendor text not null,
      foreign key (id, kind) references element (id, kind)
    );

    create table initiative (
      id uuid primary key,
      kind text not null check (kind = 'initiative'),
      status text not null check (status in ('idea', 'proposed', 'approved', 'in progress', 'on hold', 'completed', 'cancelled')),
      confidence text not null check (confidence in ('might', 'likely', 'committed')),
      starts_on date,
      ends_on date,
      sponsor_id uuid references person (id),
      schedule_health text not null check (schedule_health in ('on track', 'at risk', 'off track', 'not reported')),
      cost_health text not null check (cost_health in ('on track', 'at risk', 'off track', 'not reported')),
      scope_health text not null check (scope_health in ('on track', 'at risk', 'off track', 'not reported')),
      progress int check (progress between 0 and 100),
      health_note text not null,
      reported_on date,
      next_report_on date,
      foreign key (id, kind) references element (id, kind),
      check (starts_on <= ends_on)
    );
    create index initiative_status on initiative (status);
    create table initiative_budget (
      initiative_id uuid not null references initiative (id),
      financial_year int not null check (financial_year between 1990 and 2200),
      amount numeric(14,2) not null check (amount >= 0),
      primary key (initiative_id, financial_year)
    );
    create table status_report (
      id uuid primary key,
      initiative_id uuid not null references initiative (id),
      reported_on date not null,
      reported_by uuid references person (id),
      schedule_health text not null,
      cost_health text not null,
      scope_health text not null,
      progress int,
      note text not null,
      next_report_on date,
      created_at timestamptz not null
    );
    create index status_report_initiative on status_report (initiative_id, created_at desc);
  `.execute(db)
}
