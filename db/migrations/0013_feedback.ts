// Feedback: the points people raised, what became of each, and who may read the confidential ones.
import { sql, type Kysely } from "kysely"

/**
 * A point's words and its voice (who raised it, from which unit) lie in tables of their own under row-level rules, so that
 * everybody may count a confidential point and only its readers can read it. The door says who reads: `app.user_id`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create sequence number_feedback;
    create table feedback (
      id uuid primary key,
      number int not null unique,
      consultation_id uuid not null references consultation (id),
      subject_id uuid references element (id),
      meeting_id uuid references meeting (id),
      agenda_item_id uuid references agenda_item (id),
      kind text not null check (kind in ('need', 'wish', 'concern', 'question', 'idea', 'objection', 'praise')),
      confidentiality text not null check (confidentiality in ('named', 'role only', 'confidential')),
      -- who wrote it down; null: the respondent on their personal page
      author_id uuid references person (id),
      -- what everybody may know of its voice; null where that would name somebody
      shown_unit_id uuid references unit (id),
      shown_role_level text check (shown_role_level in ('frontline', 'specialist', 'manager', 'executive', 'external')),
      owner_id uuid references person (id),
      answer_by date,
      disposition text check (disposition in ('accepted', 'partly accepted', 'rejected', 'deferred', 'noted')),
      deferred_until date,
      answered_at timestamptz,
      answered_by uuid references person (id),
      told_at timestamptz,
      confirmed_at timestamptz,
      -- the initiative or commitment that the answer created or linked
      led_to_id uuid references element (id),
      -- taken back by whoever wrote it down: it counts nowhere and stays in the history
      withdrawn_at timestamptz,
      version int not null,
      created_at timestamptz not null,
      check ((disposition is null) = (answered_at is null)),
      check (disposition is distinct from 'deferred' or deferred_until is not null),
      check (told_at is null or answered_at is not null),
      check (confirmed_at is null or told_at is not null)
    );
    create index feedback_consultation on feedback (consultation_id, created_at);
    create index feedback_subject on feedback (subject_id);
    create index feedback_owner on feedback (owner_id) where disposition is null;
    create index feedback_led_to on feedback (led_to_id) where led_to_id is not null;
    create table feedback_reader (
      feedback_id uuid not null references feedback (id),
      person_id uuid not null references person (id),
      primary key (feedback_id, person_id)
    );
    create table feedback_words (
      feedback_id uuid primary key references feedback (id),
      body text not null check (body <> ''),
      -- why the answer is what it is
      reason text not null
    );
    create table feedback_voice (
      feedback_id uuid primary key references feedback (id),
      person_id uuid references person (id),
      unit_id uuid references unit (id),
      role_level text check (role_level in ('frontline', 'specialist', 'manager', 'executive', 'external'))
    );
    create index feedback_voice_person on feedback_voice (person_id);

    create function reader_id() returns uuid language sql stable as $$
      select nullif(current_setting('app.user_id', true), '')::uuid
    $$;
    -- who wrote it down, the consultation's owner, and the readers named on it, whatever their role
    create function is_reader_of(point uuid) returns boolean language sql stable security definer set search_path = public as $$
      select exists (
        select from feedback f join consultation c on c.id = f.consultation_id
        where f.id = point and reader_id() is not null and (
          f.author_id = reader_id() or c.owner_id = reader_id()
          or exists (select from feedback_reader r where r.feedback_id = f.id and r.person_id = reader_id())))
    $$;
    create function confidentiality_of(point uuid) returns text language sql stable security definer set search_path = public as $$
      select confidentiality from feedback where id = point
    $$;
    alter table feedback_words enable row level security;
    create policy words_read on feedback_words for select to app_rw using (confidentiality_of(feedback_id) <> 'confidential' or is_reader_of(feedback_id));
    create policy words_added on feedback_words for insert to app_rw with check (true);
    create policy words_changed on feedback_words for update to app_rw using (confidentiality_of(feedback_id) <> 'confidential' or is_reader_of(feedback_id));
    alter table feedback_voice enable row level security;
    create policy voice_read on feedback_voice for select to app_rw using (confidentiality_of(feedback_id) = 'named' or is_reader_of(feedback_id));
    create policy voice_added on feedback_voice for insert to app_rw with check (true);
    create policy voice_changed on feedback_voice for update to app_rw using (confidentiality_of(feedback_id) = 'named' or is_reader_of(feedback_id));

    -- what a meeting decided, in its minutes; a decision's own record is another capability
    create table minuted_decision (
      id uuid primary key,
      consultation_id uuid not null references consultation (id),
      agenda_item_id uuid references agenda_item (id),
      body text not null check (body <> ''),
      author_id uuid references person (id),
      version int not null,
      created_at timestamptz not null
    );
    create index minuted_decision_consultation on minuted_decision (consultation_id);
    create table minutes_reply (
      id uuid primary key,
      participation_id uuid not null unique references participation (id),
      says text not null check (says in ('right', 'mend')),
      words text not null,
      created_at timestamptz not null,
      check (says = 'right' or words <> '')
    );
    alter table commitment add column consultation_id uuid references consultation (id);
    alter table commitment add column feedback_id uuid references feedback (id);

    -- three questions after a conversation, 1 to 5; nobody reads a single answer, only the means of five or more
    create table rating (
      id uuid primary key,
      participation_id uuid not null unique references participation (id),
      consultation_id uuid not null references consultation (id),
      unit_id uuid references unit (id),
      understood int not null check (understood between 1 and 5),
      trust int not null check (trust between 1 and 5),
      responsive int not null check (responsive between 1 and 5),
      created_at timestamptz not null
    );
    create index rating_unit on rating (unit_id);
    alter table rating enable row level security;
    create policy rating_own on rating for select to app_rw using (
      exists (select from participation p where p.id = participation_id and p.person_id = reader_id()));
    create policy rating_added on rating for insert to app_rw with check (true);
    -- a unit's means are kept back too where subtracting them from the whole would leave one to four people
    create function rating_means() returns table (consultation_id uuid, unit_id uuid, answers int, understood numeric, trust numeric, responsive numeric, last_at timestamptz)
    language sql stable security definer set search_path = public as $$
      with by_unit as (
        select r.consultation_id, r.unit_id, count(*)::int as answers, avg(r.understood) as understood, avg(r.trust) as trust,
          avg(r.responsive) as responsive, max(r.created_at) as last_at
        from rating r group by r.consultation_id, r.unit_id
      ), kept_back as (
        select b.consultation_id, coalesce(sum(b.answers) filter (where b.answers < 5 or b.unit_id is null), 0) as answers from by_unit b group by b.consultation_id
      ), everybody as (
        select r.consultation_id, null::uuid as unit_id, count(*)::int as answers, avg(r.understood) as understood, avg(r.trust) as trust,
          avg(r.responsive) as responsive, max(r.created_at) as last_at, count(*) >= 5 as shown
        from rating r group by r.consultation_id
      ), every_unit as (
        select b.*, b.answers >= 5 and k.answers not between 1 and 4 as shown
        from by_unit b join kept_back k using (consultation_id) where b.unit_id is not null
      )
      select s.consultation_id, s.unit_id, s.answers, case when s.shown then round(s.understood, 1) end, case when s.shown then round(s.trust, 1) end,
        case when s.shown then round(s.responsive, 1) end, s.last_at
      from (select * from everybody union all select * from every_unit) s
    $$;
  `.execute(db)
}
