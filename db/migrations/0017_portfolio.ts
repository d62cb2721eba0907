// The portfolio: an application's dates, contract and costs by year, how well it fits, which records are one product, and what was merged.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table application
      add column plan_on date,
      add column phase_in_on date,
      add column active_on date,
      add column phase_out_on date,
      add column end_of_life_on date,
      add column contract_ends_on date,
      add column notice_on date,
      -- null: as its name tells
      add column family text check (family <> ''),
      add column product_version text,
      add column planned_placement text check (planned_placement in ('invest', 'tolerate', 'migrate', 'eliminate')),
      add constraint application_notice check (notice_on <= contract_ends_on);

    create table cost_line (
      id uuid primary key,
      application_id uuid not null references application (id),
      financial_year int not null check (financial_year between 1990 and 2200),
      cost_kind text not null check (cost_kind in ('licence', 'support', 'maintenance', 'administration')),
      amount numeric(14,2) not null check (amount >= 0),
      version int not null,
      created_at timestamptz not null,
      constraint cost_line_once unique (application_id, financial_year, cost_kind)
    );

    -- one answered questionnaire; its four questions are those of fit.ts, in their order
    create table fit_answer (
      id uuid primary key,
      application_id uuid not null references application (id),
      side text not null check (side in ('functional', 'technical')),
      respondent_id uuid not null references person (id),
      answered_on date not null,
      answer_a int not null check (answer_a between 1 and 4),
      answer_b int not null check (answer_b between 1 and 4),
      answer_c int not null check (answer_c between 1 and 4),
      answer_d int not null check (answer_d between 1 and 4),
      version int not null,
      created_at timestamptz not null,
      constraint fit_answer_once unique (application_id, side, respondent_id, answered_on)
    );
    create index fit_answer_respondent on fit_answer (respondent_id);

    -- what a person said about two records that may be one product
    create table twin_judgement (
      id uuid primary key,
      first_id uuid not null references application (id),
      second_id uuid not null references application (id),
      judged text not null check (judged in ('same', 'different')),
      reason text not null,
      judged_by uuid references person (id),
      version int not null,
      created_at timestamptz not null,
      constraint twin_judgement_once unique (first_id, second_id),
      check (first_id < second_id)
    );
    create index twin_judgement_second on twin_judgement (second_id);

    -- a record that was merged into another: where its short id leads, and what moved, so that all of it can be taken back
    create table merged_application (
      id uuid primary key references application (id),
      into_id uuid not null references application (id),
      operation_id uuid not null unique,
      moved jsonb not null,
      merged_by uuid references person (id),
      version int not null,
      created_at timestamptz not null,
      check (id <> into_id)
    );
    create index merged_application_into on merged_application (into_id);
  `.execute(db)
}
