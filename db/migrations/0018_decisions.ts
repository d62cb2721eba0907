// Decisions, the standards they set, the exceptions to those, and the wishes for a tool.
import { sql, type Kysely } from "kysely"

/**
 * A signed decision is superseded and never edited: triggers hold that for the app's role, on the decision, on its name and on every
 * part of it. The owner of the tables passes, since a restore writes signed decisions row by row; and no column is generated, since a
 * restore writes them all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create extension if not exists btree_gist;
    insert into element_kind values ('decision', 'D'), ('exception', 'E');
    create sequence number_decision;
    create sequence number_exception;

    create table decision (
      id uuid primary key,
      kind text not null check (kind = 'decision'),
      topic text not null check (topic in ('standard', 'architecture', 'sourcing', 'policy', 'strategy version')),
      state text not null check (state in ('draft', 'in consultation', 'ready', 'approved', 'rejected', 'superseded', 'withdrawn')),
      context text not null,
      -- what was chosen, in a sentence, and why
      outcome text not null, reasons text not null, constraints text not null,
      review_on date,
      -- what makes us look at it before that day, one a line
      revisit_when text not null,
      -- the signed decision in whose place this one will stand
      supersedes_id uuid references decision (id),
      superseded_by_id uuid references decision (id),
      -- why it was rejected or withdrawn
      ended_why text not null,
      -- brought in: exempt from the gates, and marked so everywhere
      imported_from text, imported_on date,
      -- the words that are signed, and their SHA-256; written when it is ready, so that all sign the same
      content text,
      checksum text check (checksum ~ '^[0-9a-f]{64}$'),
      ready_at timestamptz, signed_at timestamptz,
      foreign key (id, kind) references element (id, kind),
      check (superseded_by_id <> id and supersedes_id <> id),
      check ((imported_from is null) = (imported_on is null)),
      check ((content is null) = (checksum is null)),
      check ((state in ('approved', 'superseded')) = (signed_at is not null)),
      check ((state = 'superseded') = (superseded_by_id is not null)),
      check (state not in ('rejected', 'withdrawn') or ended_why <> ''),
      check (state not in ('ready', 'approved', 'superseded') or content is not null)
    );
    create index decision_state on decision (state);
    create index decision_superseded_by on decision (superseded_by_id) where superseded_by_id is not null;

    -- what a decision is about, and whom it affects
    create table decision_tie (
      decision_id uuid not null references decision (id),
      relation text not null check (relation in ('governs', 'adopts', 'permits', 'retires', 'affects')),
      to_id uuid not null,
      to_kind text not null,
      created_at timestamptz not null,
      primary key (decision_id, to_id),
      foreign key (to_id, to_kind) references element (id, kind),
      constraint decision_tie_joins check ((relation, to_kind) in
        (('governs', 'function'), ('adopts', 'application'), ('permits', 'application'), ('retires', 'application'), ('affects', 'unit')))
    );
    create index decision_tie_to on decision_tie (to_id, relation);

    create table decision_option (
      id uuid primary key,
      decision_id uuid not null references decision (id),
      position int not null,
      name text not null check (name <> ''),
      summary text not null,
      is_nothing boolean not null,
      -- the leading one; in a signed decision the chosen one
      is_leading boolean not null,
      -- F6: what is no longer paid a year, what is added, and what is paid once; all null: no saving worked out
      seats int check (seats between 0 and 10000000),
      seat_price numeric(14,2) check (seat_price >= 0),
      support numeric(14,2) check (support >= 0),
      maintenance numeric(14,2) check (maintenance >= 0),
      administration numeric(14,2) check (administration >= 0),
      extra_seats int check (extra_seats between 0 and 10000000),
      standard_price numeric(14,2) check (standard_price >= 0),
      uplift numeric(14,2) check (uplift >= 0),
      migration numeric(14,2) check (migration >= 0),
      training_hours numeric(10,2) check (training_hours >= 0),
      hourly_rate numeric(14,2) check (hourly_rate >= 0),
      contract_exit numeric(14,2) check (contract_exit >= 0),
      -- what is retired is paid until then; a contract without end is paid until somebody ends it
      contract text not null check (contract in ('none', 'ends', 'without end')),
      contract_ends_on date, version int not null,
      created_at timestamptz not null,
      check (contract = 'ends' or contract_ends_on is null)
    );
    create index decision_option_decision on decision_option (decision_id, position);
    create unique index decision_option_one_nothing on decision_option (decision_id) where is_nothing;
    create unique index decision_option_one_leading on decision_option (decision_id) where is_leading;

    create table decision_criterion (
      id uuid primary key,
      decision_id uuid not null references decision (id),
      position int not null,
      name text not null check (name <> ''),
      -- what a 5 and what a 0 means
      meaning text not null,
      weight int not null check (weight between 0 and 100),
      version int not null,
      created_at timestamptz not null,
      constraint decision_criterion_once unique (decision_id, name)
    );

    -- who scores, each apart from the others until they have finished
    create table decision_scorer (
      decision_id uuid not null references decision (id),
      person_id uuid not null references person (id),
      finished_at timestamptz,
      created_at timestamptz not null,
      primary key (decision_id, person_id)
    );
    create index decision_scorer_person on decision_scorer (person_id) where finished_at is null;
    create table decision_score (
      option_id uuid not null references decision_option (id),
      criterion_id uuid not null references decision_criterion (id),
      decision_id uuid not null,
      scorer_id uuid not null,
      score int not null check (score between 0 and 5),
      scored_at timestamptz not null,
      primary key (option_id, criterion_id, scorer_id),
      foreign key (decision_id, scorer_id) references decision_scorer (decision_id, person_id)
    );
    create index decision_score_decision on decision_score (decision_id);

    create table decision_decider (
      decision_id uuid not null references decision (id),
      person_id uuid not null references person (id),
      named_by uuid references person (id),
      signed_at timestamptz,
      -- the checksum of the words that this person signed
      signed_checksum text,
      -- in their own words what they see otherwise, although they sign
      dissent text not null,
      created_at timestamptz not null,
      primary key (decision_id, person_id),
      check ((signed_at is null) = (signed_checksum is null))
    );
    create index decision_decider_person on decision_decider (person_id) where signed_at is null;

    create table realised_saving (
      id uuid primary key,
      decision_id uuid not null references decision (id),
      from_on date not null,
      until_on date not null,
      amount numeric(14,2) not null,
      evidence text not null check (evidence <> ''),
      recorded_by uuid references person (id),
      version int not null,
      created_at timestamptz not null,
      check (from_on <= until_on),
      -- the same days are counted once
      constraint realised_saving_days exclude using gist (decision_id with =, daterange(from_on, until_on, '[]') with &&)
    );

    create table standard (
      id uuid primary key,
      decision_id uuid not null references decision (id),
      application_id uuid not null references application (id),
      function_id uuid not null references function (id),
      -- as it is written: 2016, 15.x; empty: every version
      product_version text not null,
      lifecycle text not null check (lifecycle in ('emerging', 'proof of concept', 'pilot', 'strategic', 'tactical', 'containment', 'retirement')),
      status text not null check (status in ('approved', 'approved with constraints', 'unapproved', 'divest', 'prohibited')),
      -- the status in the words of the file it came with
      own_words text not null,
      -- the conditions of "yes, if"
      conditions text not null,
      approval_expires_on date,
      -- one row for each time it changed; the one that holds now has no end
      valid_from date not null,
      valid_to date,
      version int not null,
      created_at timestamptz not null,
      check (valid_from < valid_to),
      constraint standard_one_at_a_time exclude using gist
        (application_id with =, function_id with =, product_version with =, daterange(valid_from, valid_to, '[)') with &&)
    );
    create index standard_function on standard (function_id) where valid_to is null;
    create index standard_application on standard (application_id) where valid_to is null;
    create index standard_decision on standard (decision_id);
    create index standard_expiry on standard (approval_expires_on) where valid_to is null;

    create table exception (
      id uuid primary key,
      kind text not null check (kind = 'exception'),
      application_id uuid not null references application (id),
      -- what it deviates from; null: nothing is chosen for the job yet, or the product has no standing of its own
      standard_id uuid references standard (id),
      -- whom it is for: a unit or a person
      unit_id uuid references unit (id),
      person_id uuid references person (id),
      reason text not null check (reason <> ''),
      from_on date not null,
      until_on date not null,
      granted_by uuid references person (id),
      -- given back before its time
      ended_at timestamptz,
      ended_why text not null,
      foreign key (id, kind) references element (id, kind),
      check ((unit_id is null) <> (person_id is null)),
      check (from_on <= until_on),
      check ((ended_at is null) = (ended_why = '')),
      constraint exception_twelve_months check (until_on <= (from_on + interval '12 months')::date),
      constraint exception_no_overlap exclude using gist
        (application_id with =, coalesce(unit_id, person_id) with =, daterange(from_on, until_on, '[]') with &&) where (ended_at is null)
    );
    create index exception_until on exception (until_on) where ended_at is null;
    create index exception_unit on exception (unit_id);
    create index exception_person on exception (person_id);

    create table tool_request (
      id uuid primary key,
      asked_by uuid references person (id),
      unit_id uuid references unit (id),
      -- what they asked for, as they wrote it, and the record it is, when we know it
      name text not null check (name <> ''),
      application_id uuid references application (id),
      function_id uuid references function (id),
      need text not null,
      state text not null check (state in ('asked', 'agreed', 'refused', 'withdrawn')),
      due_on date not null,
      -- the owner of the function; null: the planners, because the job has no owner
      routed_to uuid references person (id),
      agreed_until date,
      reason text not null,
      exception_id uuid references exception (id),
      answered_by uuid references person (id),
      answered_at timestamptz,
      version int not null,
      created_at timestamptz not null,
      check ((state in ('agreed', 'refused')) = (answered_at is not null)),
      check ((state = 'agreed') = (agreed_until is not null)),
      check (state <> 'refused' or reason <> '')
    );
    create index tool_request_routed_to on tool_request (routed_to, due_on) where state = 'asked';
    create index tool_request_asked_by on tool_request (asked_by);
    create index tool_request_application on tool_request (application_id);

    alter table consultation_subject drop constraint consultation_subject_subject_kind_check,
      add constraint consultation_subject_subject_kind_check check (subject_kind in ('goal', 'initiative', 'decision', 'service', 'application'));
    alter table responsibility drop constraint responsibility_element_kind_check,
      add constraint responsibility_element_kind_check check (element_kind in ('goal', 'initiative', 'service', 'application', 'decision', 'function'));

    create function whole_decision_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.state = 'approved' and new.state = 'superseded'
        and to_jsonb(new) - 'state' - 'superseded_by_id' = to_jsonb(old) - 'state' - 'superseded_by_id' then return new; end if;
      raise exception 'a signed decision is superseded, never edited' using errcode = '23514', constraint = 'decision_signed';
    end $$;
    create trigger decision_kept before update or delete on decision for each row
      when (old.state in ('approved', 'superseded') and current_user = 'app_rw') execute function whole_decision_kept();
    create function decision_name_kept() returns trigger language plpgsql as $$
    begin
      if exists (select from decision where id = old.id and state in ('approved', 'superseded'))
        and (tg_op = 'DELETE' or new.name <> old.name or new.summary <> old.summary or new.archived_at is not null)
        then raise exception 'a signed decision is superseded, never edited' using errcode = '23514', constraint = 'decision_signed'; end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
    create trigger decision_name_kept before update or delete on element for each row
      when (old.kind = 'decision' and current_user = 'app_rw') execute function decision_name_kept();
    create function decision_part_kept() returns trigger language plpgsql as $$
    begin
      if exists (select from decision where id = case tg_op when 'INSERT' then new.decision_id else old.decision_id end and state in ('approved', 'superseded'))
        then raise exception 'a signed decision is superseded, never edited' using errcode = '23514', constraint = 'decision_signed'; end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;

    -- weights sum to 100 before the first score, and stay as they are from then on
    create function weights_locked() returns trigger language plpgsql as $$
    begin
      if exists (select from decision_score where decision_id = case tg_op when 'INSERT' then new.decision_id else old.decision_id end)
        then raise exception 'criteria are locked once somebody has scored' using errcode = '23514', constraint = 'decision_weights_locked'; end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
    create trigger decision_criterion_locked before insert or update or delete on decision_criterion for each row
      when (current_user = 'app_rw') execute function weights_locked();
    create function weights_sum() returns trigger language plpgsql as $$
    begin
      if (select coalesce(sum(weight), 0) from decision_criterion where decision_id = new.decision_id) <> 100
        then raise exception 'weights sum to 100 before anybody scores' using errcode = '23514', constraint = 'decision_weights_sum'; end if;
      return new;
    end $$;
    create trigger decision_score_weighed before insert on decision_score for each row
      when (current_user = 'app_rw') execute function weights_sum();
    do $$
    declare part text;
    begin
      foreach part in array array['decision_tie', 'decision_option', 'decision_criterion', 'decision_scorer', 'decision_score', 'decision_decider'] loop
        execute format('create trigger %I before insert or update or delete on %I for each row when (current_user = %L) execute function decision_part_kept()',
          part || '_kept', part, 'app_rw');
      end loop;
    end $$;
  `.execute(db)
}
