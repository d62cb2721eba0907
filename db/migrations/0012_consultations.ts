// Consultations: what they are about, who is affected, who takes part, the personal links, meetings and their agenda.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into element_kind values ('consultation', 'R');
    create sequence number_consultation;
    create table consultation (
      id uuid primary key,
      kind text not null check (kind = 'consultation'),
      form text not null check (form in ('interview', 'workshop', 'survey', 'review meeting')),
      purpose text not null check (purpose in ('decision', 'relationship', 'service', 'strategy')),
      participation_level text not null check (participation_level in ('inform', 'consult', 'involve', 'collaborate', 'empower')),
      state text not null check (state in ('draft', 'open', 'closed', 'cancelled')),
      owner_id uuid references person (id),
      -- a review of the relationship with this unit
      unit_id uuid references unit (id),
      -- the one question, in the wording that fits the listener
      question_plain text not null,
      question_standard text not null,
      question_technical text not null,
      costs text not null,
      effects text not null,
      opened_at timestamptz,
      closed_at timestamptz,
      closes_on date,
      minutes text not null,
      minutes_sent_at timestamptz,
      next_on date,
      foreign key (id, kind) references element (id, kind),
      check ((state in ('open', 'closed')) = (opened_at is not null) or state = 'cancelled'),
      check ((state = 'closed') = (closed_at is not null))
    );
    create index consultation_unit on consultation (unit_id);
    create index consultation_owner on consultation (owner_id);

    create table consultation_subject (
      consultation_id uuid not null references consultation (id),
      subject_id uuid not null,
      subject_kind text not null check (subject_kind in ('goal', 'initiative', 'service', 'application')),
      -- the subject's stage when it was first asked about openly; null: not opened yet, or a kind without stages
      stage_when_opened text,
      created_at timestamptz not null,
      primary key (consultation_id, subject_id),
      foreign key (subject_id, subject_kind) references element (id, kind)
    );
    create index consultation_subject_subject on consultation_subject (subject_id);

    create table consultation_option (
      id uuid primary key,
      consultation_id uuid not null references consultation (id),
      position int not null,
      name text not null check (name <> ''),
      summary text not null,
      is_nothing boolean not null,
      version int not null,
      created_at timestamptz not null
    );
    create index consultation_option_consultation on consultation_option (consultation_id, position);
    create unique index consultation_option_one_nothing on consultation_option (consultation_id) where is_nothing;

    create table participation (
      id uuid primary key,
      consultation_id uuid not null references consultation (id),
      person_id uuid not null references person (id),
      must_hear boolean not null,
      why text not null,
      invited_at timestamptz,
      reminded_at timestamptz,
      heard_at timestamptz,
      heard_how text check (heard_how in ('response', 'presence')),
      -- the stratum they had when they were heard
      unit_id uuid references unit (id),
      role_level text check (role_level in ('frontline', 'specialist', 'manager', 'executive', 'external')),
      option_id uuid references consultation_option (id),
      version int not null,
      created_at timestamptz not null,
      constraint participation_once unique (consultation_id, person_id),
      check ((heard_at is null) = (heard_how is null))
    );
    create index participation_person on participation (person_id, heard_at);

    create table personal_link (
      id uuid primary key,
      participation_id uuid not null references participation (id),
      token_hash text not null unique,
      expires_at timestamptz not null,
      withdrawn_at timestamptz,
      opened_at timestamptz,
      made_by uuid references person (id),
      created_at timestamptz not null
    );
    create index personal_link_participation on personal_link (participation_id);
    -- what somebody has typed on their personal page and not sent yet
    create table response_draft (
      participation_id uuid primary key references participation (id) on delete cascade,
      words jsonb not null,
      saved_at timestamptz not null
    );

    -- F8: corrections of the derived cross-section of a subject, and subjects that touch nobody
    create table affected_correction (
      id uuid primary key,
      subject_id uuid not null references element (id),
      unit_id uuid not null references unit (id),
      role_level text not null check (role_level in ('frontline', 'specialist', 'manager', 'executive', 'external')),
      headcount int not null check (headcount between 0 and 10000000),
      reason text not null check (reason <> ''),
      made_by uuid references person (id),
      version int not null,
      created_at timestamptz not null,
      constraint affected_correction_once unique (subject_id, unit_id, role_level)
    );
    create table nobody_affected (
      subject_id uuid primary key references element (id),
      reason text not null check (reason <> ''),
      said_by uuid references person (id),
      version int not null,
      created_at timestamptz not null
    );

    create table meeting (
      id uuid primary key,
      consultation_id uuid not null references consultation (id),
      starts_at timestamptz not null,
      minutes int not null check (minutes between 5 and 1440),
      place text not null,
      started_at timestamptz,
      closed_at timestamptz,
      version int not null,
      created_at timestamptz not null,
      check (closed_at is null or started_at is not null)
    );
    create index meeting_consultation on meeting (consultation_id, starts_at);
    create table agenda_item (
      id uuid primary key,
      meeting_id uuid not null references meeting (id),
      position int not null,
      name text not null check (name <> ''),
      minutes int not null check (minutes between 1 and 1440),
      -- what to ask before moving on
      prompt text not null,
      started_at timestamptz,
      ended_at timestamptz,
      version int not null,
      created_at timestamptz not null
    );
    create index agenda_item_meeting on agenda_item (meeting_id, position);
    create table attendance (
      meeting_id uuid not null references meeting (id),
      participation_id uuid not null references participation (id),
      ticked_at timestamptz not null,
      primary key (meeting_id, participation_id)
    );

    alter table company add column voice_percent int not null default 10 check (voice_percent between 1 and 100);
    alter table company add column open_days int not null default 10 check (open_days between 1 and 365);
  `.execute(db)
}
