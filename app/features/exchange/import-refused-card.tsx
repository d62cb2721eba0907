// The refused rows of a preview: the reason of each, and a field to put it right where one cell is to blame.
import { useState } from "react"
import type { ChainKind } from "~/features/elements/element"
import { mayLink, type Relation } from "~/features/elements/link"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Shape } from "~/ui/status"
import { fetchOptions } from "~/ui/table-edit"
import type { FileLook } from "./brought"
import { fileFields, type FileField } from "./file-fields"
import { grouped } from "./import-sentence"
import { RowName } from "./import-rows-table"
import type { ImportRowView } from "./import-view"

/** A cell that can be typed anew, and what it may hold. */
export interface Correctable {
  line: number
  field: FileField
  now: string
}

/** The one cell that a refused row can be put right by; null where no single cell is to blame. */
export function correctable(row: ImportRowView, look: FileLook | null, mendable: readonly number[]): Correctable | null {
  const [problem] = row.problems
  // with several sheets a line says too little
  const [sheet, second] = look?.sheets.filter(({ kind }) => kind !== "skip") ?? []
  if (!problem || row.line === null || !sheet || second || sheet.kind === "skip") return null
  const fields = fileFields[sheet.kind]
  const { line } = row
  if (row.part === "link" && sheet.kind !== "link" && sheet.kind !== "usage") {
    const used = new Set(sheet.columns.map((column) => column.field))
    const field = fields.find(({ name, type, kinds }) => used.has(name) && type === "records" && kinds?.some((to) => mayLink(sheet.kind as ChainKind, row.kind as Relation, to)))
    return field && mendable.includes(row.n) ? { line, field, now: textOf(row.raw.to) } : null
  }
  if (problem.column === null) return null
  const name = sheet.columns.find(({ heading, field }) => field !== "" && heading === problem.column)?.field ?? fields.find(({ label }) => label === problem.column)?.name
  if (name === undefined) return null
  const field = fields.find((one) => one.name === name) ?? { name, label: problem.column, type: "text" as const, aliases: [] }
  // what could not be understood is in no field, but the sentence quotes it
  return { line, field, now: textOf(row.raw[name]) || (/“([^”]*)”/.exec(problem.problem)?.[1] ?? "") }
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : ""
}

export interface RefusedRowsProps {
  id: string
  rows: readonly ImportRowView[]
  total: number
  /** of all of them, where both were counted */
  counts?: { records: number; links: number }
  look: FileLook | null
  /** links that stand alone in their cell, so that it can be corrected */
  mendable: readonly number[]
  /** where all of them are, when not all are shown */
  allHref: string
  canGiveBack: boolean
}

/** Draws the refused rows as a card. */
export function RefusedRows({ id, rows, total, counts, look, mendable, allHref, canGiveBack }: RefusedRowsProps) {
  const title = (
    <span className="row">
      <Shape state="off-track" /> {refusedTitle(counts ?? { records: total, links: 0 })}
    </span>
  )
  return (
    <Card title={title} id="refused" flush aside={canGiveBack ? "They stay in your file, with the reason" : "Everything else can be applied"}>
      <ul className="refused-rows">
        {rows.map((row) => (
          <li key={row.n}>
            <span className="muted small">{row.place}</span>
            <span>
              <RowName row={row} />
            </span>
            <span className="small">
              {row.problems.map(({ column, problem }) => (
                <span key={`${column}${problem}`} className="problem">
                  {column === null ? null : <span className="muted">{column}: </span>}
                  {problem}
                </span>
              ))}
            </span>
            <Correction id={id} cell={correctable(row, look, mendable)} />
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <div className="card-foot">
          <span className="muted">{grouped(total - rows.length)} more</span>
          <a href={allHref}>Show all {grouped(total)}</a>
        </div>
      ) : null}
    </Card>
  )
}

function refusedTitle({ records, links }: { records: number; links: number }): string {
  const said = [amount(records, "row"), amount(links, "link")].filter(Boolean).join(" and ")
  return `${said} ${records + links === 1 ? "is" : "are"} refused`
}

function amount(count: number, what: string): string {
  return count === 0 ? "" : `${grouped(count)} ${what}${count === 1 ? "" : "s"}`
}

function Correction({ id, cell }: { id: string; cell: Correctable | null }) {
  if (cell === null) return <span />
  const { line, field, now } = cell
  const label = `${field.label} of row ${line}`
  return (
    <form method="post" action={`/settings/imports/${id}/correct`} className="correction">
      <OperationFields form={`correct ${line} ${field.name}`} />
      <input type="hidden" name="line" value={line} />
      <input type="hidden" name="field" value={field.name} />
      {field.choices ? (
        <select className="input" name="text" aria-label={label} defaultValue="" required>
          <option value="" disabled>
            {now || "choose"}
          </option>
          {Object.values(field.choices).map((words) => (
            <option key={words}>{words}</option>
          ))}
        </select>
      ) : (
        <NamedInput label={label} field={field} now={now} />
      )}
      <button type="submit" className="btn small">
        Correct<span className="visually-hidden"> {label}</span>
      </button>
    </form>
  )
}

/** A line of text that offers the records it may name once somebody goes there. */
function NamedInput({ label, field, now }: { label: string; field: FileField; now: string }) {
  const [names, setNames] = useState<readonly string[]>([])
  const kind = field.type === "person" ? "person" : field.kinds?.length === 1 ? field.kinds[0] : undefined
  const listId = `names-${field.name}`
  const load = () => {
    if (kind && names.length === 0) void fetchOptions(`/choices/${kind}`).then((found) => setNames(found?.map((option) => option.label) ?? []))
  }
  return (
    <>
      <input className="input" name="text" aria-label={label} defaultValue={now} placeholder={field.name === "name" ? "Write a name" : undefined} list={kind ? listId : undefined} autoComplete="off" onFocus={load} />
      {kind && names.length > 0 ? (
        <datalist id={listId}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}
