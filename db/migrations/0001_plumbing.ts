// The tables no record lives in: roles of the database, company, accounts, sessions, rate limits, operations, history.
import { sql, type Kysely } from "kysely"

/**
 * `app_owner` owns the tables and migrates; `app_rw` is what the app works as (rows only, no DDL).
 * Roles belong to the whole cluster, so their creation is idempotent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table company (
      id uuid primary key,
      only_one boolean not null unique check (only_one),
      name text not null check (name <> ''),
      purpose text not null,
      -- "what we will not do": [{text, reason}], the other half of a strategy
      exclusions jsonb not null,
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      year_first_month int not null check (year_first_month between 1 and 12),
      time_zone text not null,
      band_on_track numeric(3,2) not null check (band_on_track between 0 and 1),
      band_at_risk numeric(3,2) not null check (band_at_risk between 0 and band_on_track),
      is_sample boolean not null,
      version int not null,
      set_up_at timestamptz not null
    );
    -- One row, bumped by every command just before it commits: what is computed from records is cached by it.
    create table data_version (only_one boolean primary key check (only_one), n bigint not null);
    -- begins anywhere: an installation that was emptied must not meet what was cached for the one before
    insert into data_version values (true, floor(random() * 1e12)::bigint);

    create table session (
      id_hash text primary key,
      person_id uuid not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      rotated_at timestamptz not null,
      previous_hash text unique,
      previous_until timestamptz,
      expires_at timestamptz not null,
      user_agent text not null
    );
    create index session_person on session (person_id);
    create table rate_limit (
      bucket text not null,
      window_start timestamptz not null,
      count int not null,
      primary key (bucket, window_start)
    );
    create table one_time_link (
      token_hash text primary key,
      purpose text not null check (purpose in ('first admin', 'set password')),
      person_id uuid,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create table operation (
      id uuid primary key,
      actor_id text not null,
      body_sha256 text not null,
      outcome jsonb,
      created_at timestamptz not null
    );
    create index operation_created on operation (created_at);
    create table flash (
      session_hash text primary key,
      message text not null,
      operation_id uuid,
      created_at timestamptz not null
    );

    -- What happened: one entry a record and operation. Text lies apart, so that a person can be forgotten.
    create table change (
      id bigint generated always as identity primary key,
      operation_id uuid not null,
      record_id uuid not null,
      record_kind text not null,
      version int not null,
      action text not null check (action in ('created', 'changed', 'archived', 'restored', 'removed')),
      actor_id uuid,
      actor_kind text not null check (actor_kind in ('person', 'operator', 'sample')),
      at timestamptz not null,
      fields jsonb not null,
      -- every record whose history shows this entry: the record itself, both ends of a link, the record a comment is on
      about uuid[] not null
    );
    create index change_about on change using gin (about);
    create index change_record on change (record_id, version);
    create index change_operation on change (operation_id);
    create index change_at on change (at desc, id desc);
    create table change_text (
      change_id bigint not null references change (id),
      field text not null,
      before text,
      after text,
      salt text,
      primary key (change_id, field)
    );
    create function append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'the history is append-only' using errcode = '42501';
    end $$;
    create trigger change_rows before update or delete on change for each row execute function append_only();
    create trigger change_table before truncate on change for each statement execute function append_only();
  `.execute(db)
}
