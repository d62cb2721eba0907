// What each column of a file means, and how the file is read: shown, corrected, and read again.
import type { ReactNode } from "react"
import { chainKinds, kindWords } from "~/features/elements/element"
import { relations } from "~/features/elements/link"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Shape } from "~/ui/status"
import { tableKinds, type FileChoices, type FileColumn, type FileLook, type TableKind } from "./brought"
import { fileFields, tableNames } from "./file-fields"
import { grouped, rowKindWords } from "./import-sentence"

/** A card beside the preview shows no more columns than this. */
const columnsInCard = 11

export interface ImportColumnsProps {
  id: string
  look: FileLook
  choices: FileChoices
  /** years that a budget can be of */
  years: readonly number[]
  /** everything on a page of its own, or the first columns beside the preview */
  whole: boolean
  /** nothing can be shown before this is answered */
  waits?: boolean
}

type Sheet = FileLook["sheets"][number]

/** Whether there is anything to choose for this file. */
export function hasColumns(look: FileLook | null): boolean {
  return look !== null && (look.sheets.length > 0 || look.labels.length > 0 || look.relations.length > 0)
}

/** What the choosing is about: a table has columns, a model types. */
export function columnsWord(look: FileLook | null): "Columns" | "Types" {
  return look !== null && look.sheets.length === 0 ? "Types" : "Columns"
}

/** "9 of 11 used", over all sheets that are taken; of a model, how many of its types have a place here. */
export function columnsUsed(look: FileLook): string {
  if (look.sheets.length === 0) return `${look.labels.filter(({ kind }) => kind !== "keep").length} of ${look.labels.length} used`
  const columns = look.sheets.filter(({ kind }) => kind !== "skip").flatMap((sheet) => sheet.columns)
  return `${columns.filter(({ field }) => field !== "").length} of ${columns.length} used`
}

/** Draws the form; it posts to the columns page, which reads the file again. */
export function ImportColumns({ id, look, choices, years, whole, waits = false }: ImportColumnsProps) {
  const [first] = look.sheets.filter(({ kind }) => kind !== "skip")
  const sheets = whole ? look.sheets : first ? [first] : look.sheets.slice(0, 1)
  const hidden = sheets.reduce((sum, sheet) => sum + Math.max(0, sheet.columns.length - columnsInCard), 0) + (look.sheets.length - sheets.length)
  return (
    <form method="post" action={`/settings/imports/${id}/columns`} className="import-columns">
      <OperationFields form="columns" />
      {sheets.map((sheet) => (
        <SheetColumns key={sheet.name} sheet={sheet} only={look.sheets.length === 1} choices={choices} years={years} most={whole ? Infinity : columnsInCard} whole={whole} />
      ))}
      {whole ? <GraphWords look={look} /> : null}
      {whole ? <Reading look={look} choices={choices} /> : null}
      <div className="column-foot">
        <button type="submit" className={whole ? "btn primary" : "btn small"}>
          Read again
        </button>
        {whole ? (
          <a className="btn quiet" href={waits ? "/settings/imports" : `/settings/imports/${id}`}>
            {waits ? "Later" : "Leave as it is"}
          </a>
        ) : (
          <a href={`/settings/imports/${id}/columns`}>{hidden > 0 && look.sheets.length === 1 ? `${hidden} more columns` : look.sheets.length > 1 ? `All ${look.sheets.length} sheets` : "How the file is read"}</a>
        )}
      </div>
    </form>
  )
}

function SheetColumns({ sheet, only, choices, years, most, whole }: { sheet: Sheet; only: boolean; choices: FileChoices; years: readonly number[]; most: number; whole: boolean }) {
  const kindId = `kind of ${sheet.name}`
  const chosen = only ? (choices.as ?? sheet.kind) : sheet.kind
  const list = (
    <>
      <p className="these-rows">
        <label htmlFor={kindId}>{only ? "These rows are" : `The ${grouped(sheet.rows)} rows of “${sheet.name}” are`}</label>
        <select className="input" id={kindId} name={only ? "as" : "sheet"} defaultValue={only ? chosen : pair(sheet.name, chosen)} key={chosen}>
          {tableKinds.map((kind) => (
            <option key={kind} value={only ? kind : pair(sheet.name, kind)}>
              {tableNames[kind]}
            </option>
          ))}
          {only ? null : <option value={pair(sheet.name, "skip")}>left out</option>}
          {only && chosen === "skip" ? <option value="skip">not known yet</option> : null}
        </select>
      </p>
      {sheet.kind === "skip" ? null : (
        <ul className="column-list">
          {sheet.columns.slice(0, most).map((column) => (
            <ColumnLine key={column.key} column={column} kind={sheet.kind as TableKind} years={years} />
          ))}
        </ul>
      )}
    </>
  )
  return whole ? <Card title={only ? "Columns" : sheet.name || "Table"} aside={only ? undefined : `${grouped(sheet.rows)} rows`}>{list}</Card> : list
}

function ColumnLine({ column, kind, years }: { column: FileColumn; kind: TableKind; years: readonly number[] }) {
  const id = `column ${column.key}`
  return (
    <li>
      <label htmlFor={id}>
        <b>{column.heading || "(no heading)"}</b>
        <small className="muted">{column.sample || "empty"}</small>
      </label>
      <span>
        <select className="input" id={id} name="column" defaultValue={pair(column.key, column.field)} key={`${kind} ${column.field}`} aria-describedby={`${id} how`}>
          <option value={pair(column.key, "")}>not used</option>
          {fieldOptions(kind, years, column.field).map(({ name, label }) => (
            <option key={name} value={pair(column.key, name)}>
              {label}
            </option>
          ))}
        </select>
        <small className="how-read muted" id={`${id} how`}>
          <Shape state={column.field === "" ? "not-started" : column.note.startsWith("read as") ? "at-risk" : "done"} />
          <span>{howWords(column)}</span>
        </small>
      </span>
    </li>
  )
}

function howWords({ how, note, field }: FileColumn): string {
  if (field === "") return note || "pick one to use it"
  return note === "" ? how : how === "known from last time" ? `${how}; ${note}` : note
}

function fieldOptions(kind: TableKind, years: readonly number[], now: string): { name: string; label: string }[] {
  const budgets = kind === "initiative" ? years.map((year) => ({ name: `budget-${year}`, label: `Budget ${year}` })) : []
  const known = [...fileFields[kind].map(({ name, label }) => ({ name, label })), ...budgets]
  return now === "" || known.some(({ name }) => name === now) ? known : [...known, { name: now, label: now.replace(/^budget-/, "Budget ") }]
}

/** What the words of a graph become: kinds for labels, relations for edges. */
function GraphWords({ look }: { look: FileLook }) {
  return (
    <>
      {look.labels.length > 0 ? (
        <WordTable title={columnsWord(look) === "Types" ? "Types" : "Labels"} what={columnsWord(look) === "Types" ? "Elements" : "Nodes"} name="label" lines={look.labels.map(({ label, count, kind }) => ({ label, count, now: kind }))} options={chainKinds.map((kind) => ({ value: kind, label: kindWords[kind].many }))} />
      ) : null}
      {look.relations.length > 0 ? (
        <WordTable title="Relations" what="Edges" name="relation" lines={look.relations.map(({ label, count, relation }) => ({ label, count, now: relation }))} options={[...relations.map((value) => ({ value: value as string, label: rowKindWords(value) })), { value: "part of", label: rowKindWords("part of") }]} />
      ) : null}
    </>
  )
}

interface WordLine {
  label: string
  count: number
  now: string
}

function WordTable({ title, what, name, lines, options }: { title: string; what: string; name: string; lines: readonly WordLine[]; options: readonly { value: string; label: string }[] }) {
  return (
    <Card title={title} aside={`${lines.length} found`}>
      <ul className="column-list">
        {lines.map(({ label, count, now }) => (
          <li key={label}>
            <label htmlFor={`${name} ${label}`}>
              <b>{label}</b>
              <small className="muted">
                {what}: {grouped(count)}
              </small>
            </label>
            <select className="input" id={`${name} ${label}`} name={name} defaultValue={pair(label, now)} key={now}>
              <option value={pair(label, "keep")}>kept for the way back</option>
              {options.map((option) => (
                <option key={option.value} value={pair(label, option.value)}>
                  {option.label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const encodings = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16, big end first", "windows-1252": "Windows (Western)" }
const separators = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "upright line" }

/** How text, numbers and dates of a table are read. */
function Reading({ look, choices }: { look: FileLook; choices: FileChoices }) {
  if (look.sheets.length === 0) return null
  const csv = look.format === "csv"
  return (
    <Card title="How the file is read" id="reading">
      <div className="form-row">
        {csv ? <Guess label="Letters" name="encoding" now={choices.encoding} guessed={named(encodings, look.encoding)} options={Object.entries(encodings)} /> : null}
        {csv ? <Guess label="Between columns" name="separator" now={choices.separator} guessed={named(separators, look.separator)} options={Object.entries(separators)} /> : null}
        <Guess label="Dates" name="dayFirst" now={yesNo(choices.dayFirst)} options={[["true", "day, month, year"], ["false", "month, day, year"]]} />
        <Guess label="Decimals" name="decimalComma" now={yesNo(choices.decimalComma)} options={[["true", "1.234,50"], ["false", "1,234.50"]]} />
      </div>
    </Card>
  )
}

function Guess({ label, name, now, guessed, options }: { label: string; name: string; now: string | undefined; guessed?: string; options: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={now ?? ""} key={now}>
        <option value="">{guessed ? `as found: ${guessed}` : "as found in the file"}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

function named(words: Readonly<Record<string, string>>, value: string | null): string | undefined {
  return value === null ? undefined : (words[value] ?? value)
}

/** A choice that carries what it is about, so that one form field says both. */
function pair(of: string, value: string): string {
  return JSON.stringify([of, value])
}
