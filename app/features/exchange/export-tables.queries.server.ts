// The tables of an export: the headings that an import knows again, and the rows in portions, each its own short statement.
import { calendarDate, financialYearLabel } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { sortKey } from "~/core/fold"
import { inPortions } from "~/features/elements/list.queries.server"
import { parseCode } from "~/features/elements/element"
import { waiverPortion, type WaiverAbout } from "~/features/gates/gates.queries.server"
import { roleLevels } from "~/features/units/unit"
import type { FileValue, TableKind } from "./brought"
import { fileFields, tableNames, type FileField, type FieldType } from "./file-fields"
import { waiverHeadings, waiverTable } from "./told-tables"
import {
  plainDecimal, type ApplicationRow, type CapabilityRow, type ElementRow, type GoalRow, type InitiativeRow, type LinkRow, type MeasureRow, type PersonRef, type PersonRow,
  type UnitRow,
} from "./record-rows"
import {
  applicationRows, budgetYears, capabilityRows, goalRows, initiativeRows, linkRows, measureRows, personRows, plainRows, sharedPersonNames, unitRows,
} from "./record-rows.queries.server"

export interface ExportColumn {
  heading: string
  type: FieldType
}
export interface ExportTable {
  /** of the sheet, or of the file in the zip */
  name: string
  columns: readonly ExportColumn[]
  /** The rows, values in the order of the columns; choices as the words for them. */
  portions: () => AsyncIterable<FileValue[][]>
}

type Cells<Row> = Readonly<Record<string, (row: Row) => FileValue>>

/**
 * The tables of everything that is not archived, and of the waivers. Links stand in a table of their own, with all that they carry, and in no
 * column of a record. People's addresses only with `emails`, where they stand only with `standings`.
 */
export async function exportTables(db: ReadDb, { emails, standings }: { emails: boolean; standings: boolean }): Promise<ExportTable[]> {
  const [years, shared, company] = [await budgetYears(db), await sharedPersonNames(db), await db.selectFrom("company").select(["yearFirstMonth", "timeZone"]).executeTakeFirst()]
  const person = (of: PersonRef | null) => of && personText(of, shared)
  const named: Cells<ElementRow> = { code: (row) => row.code, name: (row) => row.name, summary: (row) => row.summary }
  const owned: Cells<ElementRow> = { ...named, owner: (row) => person(row.owner) }
  const part = { parent: (row: { parent: { code: string } | null }) => row.parent?.code ?? null }
  const budgets = years.map((year) => ({
    field: { name: `budget-${year}`, label: `Budget ${financialYearLabel(year, company?.yearFirstMonth ?? 1)}`, type: "money", aliases: [] } satisfies FileField,
    of: (row: { budgets: Readonly<Record<string, string>> }) => row.budgets[year] ?? null,
  }))
  return [
    records<GoalRow>("goal", (page) => goalRows(db, page), {
      ...owned, ...part, why: (row) => row.why, promiseLine: (row) => row.promiseLine, status: (row) => row.status, weight: (row) => row.weight,
      perspective: (row) => row.perspective, dueOn: (row) => row.dueOn, healthSet: (row) => row.healthSet, healthReason: (row) => row.healthReason,
    }),
    keyed("measure", (page) => measureRows(db, page), measureCells),
    records<InitiativeRow>("initiative", (page) => initiativeRows(db, page), {
      ...owned, status: (row) => row.status, confidence: (row) => row.confidence, startsOn: (row) => row.startsOn, endsOn: (row) => row.endsOn,
      sponsor: (row) => person(row.sponsor), scheduleHealth: (row) => row.scheduleHealth, costHealth: (row) => row.costHealth, scopeHealth: (row) => row.scopeHealth,
      nextReportOn: (row) => row.nextReportOn, progress: (row) => row.progress, healthNote: (row) => row.healthNote,
    }, budgets),
    records<ElementRow>("service", (page) => plainRows(db, "service", page), owned),
    records<ApplicationRow>("application", (page) => applicationRows(db, page), { ...owned, lifecycle: (row) => row.lifecycle, vendor: (row) => row.vendor }),
    records<ElementRow>("function", (page) => plainRows(db, "function", page), owned),
    records<CapabilityRow>("capability", (page) => capabilityRows(db, page), { ...named, ...part }),
    records<UnitRow>("unit", (page) => unitRows(db, page), {
      ...named, ...part, ...Object.fromEntries(roleLevels.map((level) => [level, (row: Pick<UnitRow, "headcount">) => row.headcount[level] ?? null])),
    }),
    records<PersonRow>("person", (page) => personRows(db, page), {
      ...named, unit: (row) => row.unit?.code ?? null, roleLevel: (row) => row.roleLevel, title: (row) => row.title, groupHeadcount: (row) => row.groupHeadcount,
      listeningStyle: (row) => row.listeningStyle, contactPreference: (row) => row.contactPreference, ...(standings ? standingCells : {}), ...(emails ? { email: (row) => row.email } : {}),
    }),
    keyed("link", (page) => linkRows(db, page), linkCells),
    waivers(db, company?.timeZone ?? "UTC"),
  ]
}

/** What was approved although not everybody was asked: told, and read by no import. */
function waivers(db: ReadDb, timeZone: string): ExportTable {
  return {
    name: waiverTable,
    columns: waiverHeadings.map((heading) => ({ heading, type: heading === "Waived on" ? "date" : "text" })),
    async *portions() {
      for await (const rows of inPortions<WaiverAbout>((last, size) => waiverPortion(db, { after: last?.id ?? null, size })))
        yield rows.map(({ subject, reason, lacking, by, at }) => [subject.code, subject.name, reason, lacking, by, calendarDate(at, timeZone)])
    },
  }
}

const standingCells: Cells<PersonRow> = {
  influence: (row) => row.standing.influence, interest: (row) => row.standing.interest, engagementNow: (row) => row.standing.engagementNow, engagementWanted: (row) => row.standing.engagementWanted,
}

const measureCells: Cells<MeasureRow> = {
  goal: (row) => row.goal.code, name: (row) => row.name, isYesNo: (row) => row.isYesNo, unit: (row) => row.unit, direction: (row) => row.direction,
  baseline: (row) => row.baseline && plainDecimal(row.baseline), target: (row) => plainDecimal(row.target), startsOn: (row) => row.startsOn, targetOn: (row) => row.targetOn,
  weight: (row) => row.weight, readEveryDays: (row) => row.readEveryDays, source: (row) => row.source,
}

const linkCells: Cells<LinkRow> = {
  from: (row) => row.from.code, relation: (row) => row.relation, to: (row) => row.to.code, strength: (row) => row.strength,
  isPrimary: (row) => (row.relation === "contributes to" ? row.isPrimary : null), note: (row) => row.note, mandatory: (row) => row.mandatory, lagDays: (row) => row.lagDays,
  criticality: (row) => row.criticality, fit: (row) => row.fit, seats: (row) => row.seats, yearlyCost: (row) => row.yearlyCost,
}

/** A name that only one person has; otherwise, and where a name looks like one, the short id. */
function personText(person: PersonRef, shared: ReadonlySet<string>): string {
  return person.archived || shared.has(sortKey(person.name)) || parseCode(person.name) !== null ? person.code : person.name
}

interface MoreColumn<Row> {
  field: FileField
  of: (row: Row) => FileValue
}

function records<Row extends { number: number }>(
  kind: TableKind, read: (page: { after: number | null; size: number }) => Promise<Row[]>, cells: Cells<Row>, more: readonly MoreColumn<Row>[] = [],
): ExportTable {
  return table(kind, () => inPortions<Row>((last, size) => read({ after: last?.number ?? null, size })), cells, more)
}

function keyed<Row extends { id: string }>(kind: TableKind, read: (page: { after: string | null; size: number }) => Promise<Row[]>, cells: Cells<Row>): ExportTable {
  return table(kind, () => inPortions<Row>((last, size) => read({ after: last?.id ?? null, size })), cells, [])
}

function table<Row>(kind: TableKind, portions: () => AsyncIterable<Row[]>, cells: Cells<Row>, more: readonly MoreColumn<Row>[]): ExportTable {
  const known = fileFields[kind].flatMap((field): MoreColumn<Row>[] => {
    const of = cells[field.name]
    return of ? [{ field, of }] : []
  })
  const columns = [...known, ...more]
  return {
    name: tableNames[kind],
    columns: columns.map(({ field }) => ({ heading: field.label, type: field.type })),
    async *portions() {
      for await (const rows of portions()) yield rows.map((row) => columns.map(({ field, of }) => inWords(field, of(row))))
    },
  }
}

function inWords(field: FileField, value: FileValue): FileValue {
  if (value === "" || value === null) return null
  return field.choices?.[String(value)] ?? value
}
