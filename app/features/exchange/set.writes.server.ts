// Writing many rows of one table in one statement: inserted or updated as a set, from plain objects.
import { sql, type RawBuilder } from "kysely"
import type { Tx } from "~/core/database.server"
import { sortKey } from "~/core/fold"
import { storable } from "~/core/storable"
import type { ChainKind } from "~/features/elements/element"
import { searchText } from "~/features/elements/element.writes.server"

type Row = Readonly<Record<string, unknown>>
type Rows = RawBuilder<unknown>

/** How rows of each table are inserted: every column is given, and the database reads each as its column's type. */
const inserts = {
  element: (rows: Rows) => sql`insert into element select * from jsonb_populate_recordset(null::element, ${rows})`,
  goal: (rows: Rows) => sql`insert into goal select * from jsonb_populate_recordset(null::goal, ${rows})`,
  initiative: (rows: Rows) => sql`insert into initiative select * from jsonb_populate_recordset(null::initiative, ${rows})`,
  service: (rows: Rows) => sql`insert into service select * from jsonb_populate_recordset(null::service, ${rows})`,
  application: (rows: Rows) => sql`insert into application select * from jsonb_populate_recordset(null::application, ${rows})`,
  function: (rows: Rows) => sql`insert into function select * from jsonb_populate_recordset(null::function, ${rows})`,
  capability: (rows: Rows) => sql`insert into capability select * from jsonb_populate_recordset(null::capability, ${rows})`,
  unit: (rows: Rows) => sql`insert into unit select * from jsonb_populate_recordset(null::unit, ${rows})`,
  person: (rows: Rows) => sql`insert into person select * from jsonb_populate_recordset(null::person, ${rows})`,
  measure: (rows: Rows) => sql`insert into measure select * from jsonb_populate_recordset(null::measure, ${rows})`,
  unitHeadcount: (rows: Rows) => sql`insert into unit_headcount select * from jsonb_populate_recordset(null::unit_headcount, ${rows})`,
  initiativeBudget: (rows: Rows) => sql`insert into initiative_budget select * from jsonb_populate_recordset(null::initiative_budget, ${rows})`,
  statusReport: (rows: Rows) => sql`insert into status_report select * from jsonb_populate_recordset(null::status_report, ${rows})`,
  responsibility: (rows: Rows) => sql`insert into responsibility select * from jsonb_populate_recordset(null::responsibility, ${rows})`,
  stakeholder: (rows: Rows) => sql`insert into stakeholder select * from jsonb_populate_recordset(null::stakeholder, ${rows})`,
  standing: (rows: Rows) => sql`insert into standing select * from jsonb_populate_recordset(null::standing, ${rows})`,
  standard: (rows: Rows) => sql`insert into standard select * from jsonb_populate_recordset(null::standard, ${rows})`,
  linkPath: (rows: Rows) => sql`insert into link_path select * from jsonb_populate_recordset(null::link_path, ${rows})`,
}

/** What may change in a row, found by its id. */
const updates = {
  element: (rows: Rows) => sql`
    update element t set name = r.name, summary = r.summary, sort_key = r.sort_key, search_text = r.search_text, version = r.version, updated_at = r.updated_at
    from jsonb_populate_recordset(null::element, ${rows}) r where t.id = r.id`,
  elementVersion: (rows: Rows) => sql`
    update element t set version = r.version, updated_at = r.updated_at from jsonb_populate_recordset(null::element, ${rows}) r where t.id = r.id`,
  elementArchived: (rows: Rows) => sql`
    update element t set version = r.version, updated_at = r.updated_at, archived_at = r.archived_at from jsonb_populate_recordset(null::element, ${rows}) r where t.id = r.id`,
  goal: (rows: Rows) => sql`
    update goal t set parent_id = r.parent_id, status = r.status, weight = r.weight, perspective = r.perspective, why = r.why, promise_line = r.promise_line,
      due_on = r.due_on, health_set = r.health_set, health_reason = r.health_reason
    from jsonb_populate_recordset(null::goal, ${rows}) r where t.id = r.id`,
  initiative: (rows: Rows) => sql`
    update initiative t set status = r.status, confidence = r.confidence, starts_on = r.starts_on, ends_on = r.ends_on, sponsor_id = r.sponsor_id,
      schedule_health = r.schedule_health, cost_health = r.cost_health, scope_health = r.scope_health, progress = r.progress, health_note = r.health_note,
      reported_on = r.reported_on, next_report_on = r.next_report_on
    from jsonb_populate_recordset(null::initiative, ${rows}) r where t.id = r.id`,
  application: (rows: Rows) => sql`
    update application t set lifecycle = r.lifecycle, vendor = r.vendor from jsonb_populate_recordset(null::application, ${rows}) r where t.id = r.id`,
  person: (rows: Rows) => sql`
    update person t set unit_id = r.unit_id, role_level = r.role_level, title = r.title, email = r.email, group_headcount = r.group_headcount from jsonb_populate_recordset(null::person, ${rows}) r where t.id = r.id`,
  stakeholder: (rows: Rows) => sql`
    update stakeholder t set listening_style = r.listening_style, contact_preference = r.contact_preference, version = r.version
    from jsonb_populate_recordset(null::stakeholder, ${rows}) r where t.person_id = r.person_id`,
  standing: (rows: Rows) => sql`
    update standing t set influence = r.influence, interest = r.interest, engagement_now = r.engagement_now, engagement_wanted = r.engagement_wanted, version = r.version
    from jsonb_populate_recordset(null::standing, ${rows}) r where t.id = r.id`,
  goalPlace: (rows: Rows) => sql`update goal t set parent_id = r.parent_id from jsonb_populate_recordset(null::goal, ${rows}) r where t.id = r.id`,
  unitPlace: (rows: Rows) => sql`update unit t set parent_id = r.parent_id from jsonb_populate_recordset(null::unit, ${rows}) r where t.id = r.id`,
  capabilityPlace: (rows: Rows) => sql`update capability t set parent_id = r.parent_id from jsonb_populate_recordset(null::capability, ${rows}) r where t.id = r.id`,
  measure: (rows: Rows) => sql`
    update measure t set name = r.name, is_yes_no = r.is_yes_no, unit = r.unit, direction = r.direction, baseline = r.baseline, target = r.target, starts_on = r.starts_on,
      target_on = r.target_on, weight = r.weight, read_every_days = r.read_every_days, source = r.source, version = r.version
    from jsonb_populate_recordset(null::measure, ${rows}) r where t.id = r.id`,
  standard: (rows: Rows) => sql`
    update standard t set decision_id = r.decision_id, status = r.status, lifecycle = r.lifecycle, own_words = r.own_words, conditions = r.conditions,
      approval_expires_on = r.approval_expires_on, valid_from = r.valid_from, valid_to = r.valid_to, version = r.version
    from jsonb_populate_recordset(null::standard, ${rows}) r where t.id = r.id`,
  link: (rows: Rows) => sql`
    update link t set strength = r.strength, is_primary = r.is_primary, note = r.note, mandatory = r.mandatory, lag_days = r.lag_days, criticality = r.criticality,
      fit = r.fit, seats = r.seats, yearly_cost = r.yearly_cost, version = r.version
    from jsonb_populate_recordset(null::link, ${rows}) r where t.id = r.id`,
  linkMark: (rows: Rows) => sql`
    update link t set is_primary = r.is_primary, version = r.version from jsonb_populate_recordset(null::link, ${rows}) r where t.id = r.id`,
}

/** Inserts the rows into a table; their fields are named as its columns are here. */
export async function insertSet(tx: Tx, table: keyof typeof inserts, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await inserts[table](inSnake(rows)).execute(tx)
}

/** Updates rows by their ids (a profile by its person's); each has all the fields of the change. */
export async function updateSet(tx: Tx, change: keyof typeof updates, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await updates[change](inSnake(rows)).execute(tx)
}

/** Puts records at their places in the tree of their kind. */
export async function updatePlaces(tx: Tx, kind: "goal" | "unit" | "capability", rows: readonly { id: string; parentId: string | null }[]): Promise<void> {
  await updateSet(tx, `${kind}Place`, rows.map(({ id, parentId }) => ({ id, parentId })))
}

export interface ElementWritten {
  id: string
  name: string
  summary: string
}

/** Makes elements with the next numbers of their kind, as a single one is made. */
export async function insertElements(tx: Tx, kind: ChainKind, elements: readonly ElementWritten[], now: Date): Promise<void> {
  if (elements.length === 0) return
  const { rows } = await sql<{ number: string }>`
    select nextval(${`number_${kind}`}::regclass) as number from generate_series(1, ${elements.length}::int)`.execute(tx)
  const numbers = rows.map(({ number }) => Number(number)).sort((a, b) => a - b)
  await insertSet(tx, "element", elements.map((element, index) => ({
    kind, number: numbers[index], version: 1, createdAt: now, updatedAt: now, archivedAt: null, ...keysOf(kind, numbers[index] ?? 0, element),
  })))
}

/** Writes names and summaries and moves the versions on by one. */
export async function updateElements(tx: Tx, kind: ChainKind, elements: readonly (ElementWritten & { version: number; number: number })[], now: Date): Promise<void> {
  await updateSet(tx, "element", elements.map((element) => ({ ...keysOf(kind, element.number, element), version: element.version + 1, updatedAt: now })))
}

function keysOf(kind: ChainKind, number: number, { id, name, summary }: ElementWritten) {
  return { id, name, summary, sortKey: sortKey(name), searchText: searchText(kind, number, name, summary) }
}

function inSnake(rows: readonly Row[]): Rows {
  const named = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])))
  return sql`${storable(named)}::jsonb`
}
