// Stakeholders: named groups beside people, how somebody wishes to be spoken to, and where they stand.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- a named group is a person record with a headcount: one short id, one list, one history; null: one human being
    alter table person add column group_headcount int check (group_headcount between 1 and 10000000);

    -- a group owns nothing and signs in nowhere, whichever way the row is written
    create function refuse_group() returns trigger language plpgsql set search_path = public as $$
    begin
      if exists (select from person where id = (to_jsonb(new) ->> tg_argv[0])::uuid and group_headcount is not null) then
        raise exception 'a group cannot be named here' using errcode = 'check_violation', constraint = tg_argv[1];
      end if;
      return new;
    end $$;
    create trigger responsibility_no_group before insert or update on responsibility for each row execute function refuse_group('person_id', 'group_answers_for_nothing');
    create trigger initiative_no_group before insert or update on initiative for each row execute function refuse_group('sponsor_id', 'group_sponsors_nothing');
    create trigger account_no_group before insert on account for each row execute function refuse_group('person_id', 'group_has_no_account');
    create trigger question_no_group before insert or update on question for each row execute function refuse_group('asked_of', 'group_answers_no_question');
    create function keep_person_or_group() returns trigger language plpgsql as $$
    begin
      if (old.group_headcount is null) <> (new.group_headcount is null) then
        raise exception 'a person stays a person' using errcode = 'check_violation', constraint = 'person_or_group';
      end if;
      return new;
    end $$;
    create trigger person_stays_person before update on person for each row execute function keep_person_or_group();

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
