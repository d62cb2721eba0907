/** Owns the list table: plain rows that work without scripts; keys, selection and cell editing are added by `TableKeys`. */
import type { ReactNode } from "react"
import { DrawnOnce } from "~/ui/drawn-once"
import { TableKeys } from "~/ui/table-keys"
import type { CellEdit } from "~/ui/table-edit"

export interface Column {
  key: string
  label: string
  numeric?: boolean
  /** Where the heading leads; without it the list is not sortable by this column. */
  sortHref?: string
  sorted?: "ascending" | "descending"
  /** Cells of rows that carry a value for this column can be edited in place. */
  edit?: CellEdit
}

export interface Row {
  id: string
  /** Short id; shown after the name. */
  code?: string
  name: string
  href: string
  version: number
  /** In a tree: 0 on top; deeper rows stand further in. */
  depth?: number
  /** What each cell shows, by column key; the first column is the name and is drawn by the table. */
  cells: Readonly<Record<string, ReactNode>>
  /** Raw values of the cells that this person may edit here, by column key. */
  values?: Readonly<Record<string, string>>
  /** Where an edit of this row posts. */
  editAction?: string
  /** Where edits of single columns post instead, by column key. */
  editActions?: Readonly<Record<string, string>>
}

export interface Group {
  id: string
  heading: ReactNode
  /** Ways out of a gap, or other links, at the end of the heading. */
  actions?: ReactNode
  /** Sums under a column. */
  totals?: Readonly<Record<string, ReactNode>>
  collapsed?: boolean
  rows: readonly Row[]
}

/** What a button at each row's name does with that row alone; it posts the row's id as `id`. */
export interface RowStep {
  label: string
  action: string
}

export interface DataTableProps {
  id: string
  caption: string
  columns: readonly [Column, ...Column[]]
  /** One group without heading, or several with theirs. */
  groups: readonly (Omit<Group, "heading"> & { heading?: ReactNode })[]
  /** What can be done with the chosen rows: submit buttons with `formAction`. The chosen ids post as `id`. */
  bulk?: { actions: ReactNode; operationId: string; each?: RowStep }
  density?: "compact" | "comfortable"
  /** "22 of 25 shown", beside the keys. */
  tally?: ReactNode
  /** The rows hold nothing but what this object and the columns say, so that the server may draw them once for many people. */
  drawnOf?: object
  /** What can be done with `C` on this page is said in the foot. */
  newHref?: string
}

/** Draws the table with its bulk bar on top and its keys below; on phones each row becomes a card. */
export function DataTable({ id, caption, columns, groups, bulk, density = "compact", tally, newHref, drawnOf }: DataTableProps) {
  const formId = `${id}-bulk`
  const editable = columns.some((column) => column.edit)
  const draw = () => <Bodies groups={groups} columns={columns} formId={bulk ? formId : undefined} step={bulk?.each} />
  return (
    <div className={density === "comfortable" ? "table-frame comfortable" : "table-frame"} id={id}>
      {bulk ? <BulkBar formId={formId} operationId={bulk.operationId} actions={bulk.actions} /> : null}
      {bulk?.each ? <OneForm formId={`${formId}-one`} operationId={bulk.operationId} action={bulk.each.action} /> : null}
      <div className="table-scroll">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {bulk ? (
                <th className="pick" scope="col">
                  <input type="checkbox" data-pick-all aria-label="Choose all rows shown" />
                </th>
              ) : null}
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          {drawnOf ? <DrawnOnce of={drawnOf} by={JSON.stringify(["rows", columns.map(({ key, label, numeric, edit }) => [key, label, numeric, edit]), formId, bulk?.each, bulk !== undefined])} draw={draw} /> : draw()}
        </table>
      </div>
      <div className="table-foot">
        <span className="keys">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> move
          </span>
          <span>
            <kbd>Enter</kbd> open
          </span>
          {editable ? (
            <span>
              <kbd>E</kbd> edit the cell
            </span>
          ) : null}
          {bulk ? (
            <span>
              <kbd>X</kbd> select
            </span>
          ) : null}
          {newHref ? (
            <span>
              <kbd>C</kbd> new
            </span>
          ) : null}
          <span>
            <kbd>?</kbd> all keys
          </span>
        </span>
        {tally ? <span className="tally">{tally}</span> : null}
      </div>
      <TableKeys tableId={id} columns={columns} rows={groups.flatMap((group) => group.rows)} />
    </div>
  )
}

function Bodies({ groups, columns, formId, step }: Pick<DataTableProps, "groups" | "columns"> & { formId: string | undefined; step: RowStep | undefined }) {
  return (
    <>
      {groups.map((group) => (
        <tbody key={group.id} data-collapsed={group.collapsed ? "" : undefined}>
          {group.heading ? <GroupRow group={{ ...group, heading: group.heading }} columns={columns} picking={formId !== undefined} /> : null}
          {group.rows.map((row) => (
            <BodyRow key={row.id} row={row} columns={columns} formId={formId} step={step} />
          ))}
        </tbody>
      ))}
    </>
  )
}

function BulkBar({ formId, operationId, actions }: { formId: string; operationId: string; actions: ReactNode }) {
  return (
    <form className="bulk-bar" id={formId} method="post" aria-label="The chosen rows">
      <input type="hidden" name="operationId" value={operationId} />
      <output className="chosen" data-chosen>
        Chosen rows
      </output>
      {actions}
      <span className="push muted">You can undo for 30 days</span>
      <button type="button" className="btn quiet small" data-clear>
        Clear <kbd>Esc</kbd>
      </button>
    </form>
  )
}

/** The form behind the buttons at the rows: it sends one row, whatever else is chosen. */
function OneForm({ formId, operationId, action }: { formId: string; operationId: string; action: string }) {
  return (
    <form id={formId} method="post" action={action}>
      <input type="hidden" name="operationId" value={operationId} />
    </form>
  )
}

function HeadCell({ column }: { column: Column }) {
  return (
    <th scope="col" className={column.numeric ? "num" : undefined} aria-sort={column.sorted}>
      {column.sortHref ? (
        <a href={column.sortHref} data-keep-scroll>
          {column.label}
          {column.sorted ? <span aria-hidden="true"> {column.sorted === "ascending" ? "↑" : "↓"}</span> : null}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

/** Heading of a group; its sums stand under their own columns, so the heading spans the columns before the first sum. */
function GroupRow({ group, columns, picking }: { group: Group; columns: readonly Column[]; picking: boolean }) {
  const firstTotal = columns.findIndex((column) => group.totals?.[column.key] !== undefined)
  const span = group.actions || firstTotal < 1 ? columns.length : firstTotal
  return (
    <tr className="group-row">
      <th scope="rowgroup" colSpan={span + (picking ? 1 : 0)}>
        <span className="group-line">
          <button type="button" className="group-open" data-collapse aria-expanded={!group.collapsed} aria-label="Rows of this group">
            ▾
          </button>
          {group.heading}
          {group.actions ? <span className="actions">{group.actions}</span> : null}
        </span>
      </th>
      {columns.slice(span).map((column) => (
        <td key={column.key} className={column.numeric ? "num" : undefined} data-label={column.numeric ? column.label : undefined}>
          {group.totals?.[column.key] ? <b>{group.totals[column.key]}</b> : null}
        </td>
      ))}
    </tr>
  )
}

function BodyRow({ row, columns, formId, step }: { row: Row; columns: DataTableProps["columns"]; formId: string | undefined; step: RowStep | undefined }) {
  const [first, ...others] = columns
  const name = first?.edit && row.editAction ? row.values?.[first.key] : undefined
  return (
    <tr data-row={row.id}>
      {formId ? (
        <td className="pick">
          <input type="checkbox" name="id" value={row.id} form={formId} aria-label={`Choose ${row.name}`} />
        </td>
      ) : null}
      <th scope="row" style={row.depth ? { paddingInlineStart: `${0.75 + row.depth * 1.25}rem` } : undefined}>
        {row.depth ? <span className="visually-hidden">Level {row.depth + 1}: </span> : null}
        <a href={row.href}>{row.name}</a>
        {row.code ? <span className="code">{row.code}</span> : null}
        {first === undefined || name === undefined ? null : (
          <button type="button" className="cell-edit name-edit" data-column={first.key}>
            ✎
          </button>
        )}
        {step && formId ? (
          <button type="submit" className="link-btn row-step" form={`${formId}-one`} name="id" value={row.id} aria-label={`${step.label}: ${row.name}`}>
            {step.label}
          </button>
        ) : null}
      </th>
      {others.map((column) => (
        <BodyCell key={column.key} row={row} column={column} />
      ))}
    </tr>
  )
}

function BodyCell({ row, column }: { row: Row; column: Column }) {
  const value = column.edit && row.editAction ? row.values?.[column.key] : undefined
  return (
    <td className={column.numeric ? "num" : undefined} data-label={column.numeric ? column.label : undefined}>
      {value === undefined ? (
        row.cells[column.key]
      ) : (
        <button type="button" className="cell-edit" data-column={column.key}>
          {row.cells[column.key]}
        </button>
      )}
    </td>
  )
}
