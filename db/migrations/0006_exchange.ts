// Files in and out: where records came from, what we have no word for, and imports on their way.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- where a file's own ids are valid: a model, or the id column of a table
    create table source (
      id uuid primary key,
      key text not null unique,
      name text not null,
      -- what the way back needs besides elements and relationships: documentation, property definitions
      about jsonb not null,
      created_at timestamptz not null
    );

    create table import (
      id uuid primary key,
      file_name text not null,
      format text not null check (format in ('archimate', 'csv', 'xlsx', 'json')),
      bytes int not null,
      sha256 text not null,
      state text not null check (state in ('reading', 'columns', 'preview', 'applying', 'applied', 'cancelled', 'failed', 'undone')),
      -- why it failed, or what stopped it, as a sentence
      message text not null,
      choices jsonb not null,
      look jsonb,
      rows_read int not null,
      rows_known int,
      -- of the report, once applied
      counts jsonb,
      source_id uuid references source (id),
      operation_id uuid,
      -- who reads or applies it now; its silence for a minute means that it died
      runner text,
      runner_seen_at timestamptz,
      -- data_version when the rows were last compared with the records
      compared_n bigint,
      started_by uuid references person (id),
      started_by_name text not null,
      created_at timestamptz not null,
      applied_at timestamptz
    );
    create index import_created on import (created_at desc);
    -- apart, so that lists of imports do not carry the files
    create table import_file (
      import_id uuid primary key references import (id) on delete cascade,
      content bytea not null
    );
    create table import_row (
      import_id uuid not null references import (id) on delete cascade,
      n int not null,
      part text not null check (part in ('record', 'link', 'parent', 'offer', 'element', 'relationship')),
      -- a record's kind, or a link's relation
      kind text not null,
      place text not null,
      line int,
      name text not null,
      -- the row as the reader understood it
      brought jsonb not null,
      verdict text not null check (verdict in ('waiting', 'new', 'changed', 'unchanged', 'refused', 'offered', 'kept')),
      ticked boolean not null,
      -- the record or link it is about: an existing one, or the id it will get
      record_id uuid,
      record_version int,
      before jsonb,
      after jsonb,
      -- fields that somebody changed after the file was saved: [{field, mine, theirs, by, at, take: 'mine' | 'theirs'}]
      clashes jsonb not null,
      problems jsonb not null,
      primary key (import_id, n)
    );
    create index import_row_verdict on import_row (import_id, part, verdict, n);
    create index import_row_record on import_row (import_id, record_id);

    create table source_element (
      source_id uuid not null references source (id),
      foreign_id text not null,
      type text not null,
      name text not null,
      documentation text not null,
      properties jsonb not null,
      -- null: kept, we have no word for it
      element_id uuid references element (id),
      import_id uuid references import (id) on delete set null,
      primary key (source_id, foreign_id)
    );
    create index source_element_element on source_element (element_id);
    create table source_relationship (
      source_id uuid not null references source (id),
      foreign_id text not null,
      type text not null,
      -- ids within the source, of elements or of other relationships
      from_id text not null,
      to_id text not null,
      name text not null,
      documentation text not null,
      attributes jsonb not null,
      properties jsonb not null,
      standing text not null check (standing in ('converted', 'offered', 'kept', 'refused')),
      -- what it became: a link, or the part-of of a record
      link_id uuid references link (id) on delete set null,
      child_id uuid references element (id),
      import_id uuid references import (id) on delete set null,
      primary key (source_id, foreign_id)
    );
    create index source_relationship_link on source_relationship (link_id);

    -- what a heading meant last time
    create table column_choice (
      kind text not null,
      heading text not null,
      field text not null,
      primary key (kind, heading)
    );

    -- links accepted from an offer: through what, drawn dashed
    create table link_path (
      link_id uuid primary key references link (id) on delete cascade,
      through jsonb not null
    );

    create table api_token (
      id uuid primary key,
      name text not null check (name <> ''),
      token_hash text not null unique,
      made_by uuid references person (id),
      made_by_name text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      ended_at timestamptz,
      version int not null
    );
  `.execute(db)
}
