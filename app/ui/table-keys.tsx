/** Owns what scripts add to a list table, with one listener for each kind of event: arrows, selection, groups and the cell editor. */
import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { CellEditor, type EditedCell } from "~/ui/cell-editor"
import type { CellEdit } from "~/ui/table-edit"
import { singleKeysOn, typing } from "~/ui/keys"

interface EditableColumn {
  key: string
  label: string
  edit?: CellEdit
}

interface EditableRow {
  id: string
  name: string
  version: number
  values?: Readonly<Record<string, string>>
  editAction?: string
  editActions?: Readonly<Record<string, string>>
}

/**
 * Watches the table of that id. The table itself is never drawn again for a key, a choice or an edit. What an edit begins with comes
 * from the rows and not from the page, where every cell would repeat it.
 */
export function TableKeys({ tableId, columns, rows }: { tableId: string; columns: readonly EditableColumn[]; rows: readonly EditableRow[] }) {
  const [edited, setEdited] = useState<EditedCell | null>(null)

  // After every drawing: the rows may be others. Said here and not in the page, where hundreds of buttons would repeat it.
  useEffect(() => {
    for (const button of document.getElementById(tableId)?.querySelectorAll<HTMLElement>(".cell-edit") ?? []) nameButton(button, columns, rows)
  })

  useEffect(() => {
    const frame = document.getElementById(tableId)
    if (!frame) return
    const open = (button: HTMLElement) => setEdited(cellOf(button, columns, rows))
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const cell = target?.closest<HTMLElement>(".cell-edit")
      if (cell) open(cell)
      else if (target?.closest("[data-collapse]")) collapse(target)
      else if (target?.closest("[data-clear]")) choose(frame, false)
    }
    const onChange = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.hasAttribute("data-pick-all")) choose(frame, event.target.checked)
      tally(frame)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === "Escape" && frame.querySelector("tbody .pick input:checked") && !typing(event.target)) choose(frame, false)
      const row = event.target instanceof Element && frame.contains(event.target) ? event.target.closest<HTMLElement>("tbody tr") : null
      if (!typing(event.target) && act(event.key, frame, row, open)) event.preventDefault()
    }
    frame.addEventListener("click", onClick)
    frame.addEventListener("change", onChange)
    document.addEventListener("keydown", onKey)
    tally(frame)
    return () => {
      frame.removeEventListener("click", onClick)
      frame.removeEventListener("change", onChange)
      document.removeEventListener("keydown", onKey)
    }
  }, [tableId, columns, rows])

  if (!edited) return null
  const close = (focus: boolean) => {
    setEdited(null)
    // The button is hidden while its cell is edited, and what is hidden takes no focus.
    edited.place.removeAttribute("data-editing")
    if (focus) edited.button.focus()
  }
  return createPortal(<CellEditor key={`${edited.change.action}${edited.column.key}`} cell={edited} close={close} />, edited.place)
}

/** An edit button says what it edits; the arrows reach it, the Tab key passes by. */
function nameButton(button: HTMLElement, columns: readonly EditableColumn[], rows: readonly EditableRow[]): void {
  const label = columns.find(({ key }) => key === button.dataset.column)?.label.toLowerCase() ?? "cell"
  button.tabIndex = -1
  button.title = `Edit ${label}`
  button.setAttribute("aria-label", `Edit ${label} of ${rowOf(button, rows)?.name ?? "this row"}`)
}

/** Does what a key means here and tells whether it meant anything. */
function act(key: string, frame: HTMLElement, row: HTMLElement | null, open: (cell: HTMLElement) => void): boolean {
  if (key === "ArrowDown" || key === "ArrowUp") return move(frame, row, key === "ArrowDown" ? 1 : -1)
  if (!row) return false
  const cells = [row.querySelector<HTMLElement>("th a"), ...row.querySelectorAll<HTMLElement>(".cell-edit")].filter((each) => each !== null)
  const here = cells.findIndex((each) => each === document.activeElement)
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const next = cells[here + (key === "ArrowRight" ? 1 : -1)]
    next?.focus()
    return next !== undefined
  }
  if (!singleKeysOn()) return false
  if (key === "e" || key === "E") {
    const cell = here > 0 ? cells[here] : cells[1]
    if (cell) open(cell)
    return cell !== undefined
  }
  if (key === "x" || key === "X") {
    row.querySelector<HTMLInputElement>(".pick input")?.click()
    return true
  }
  return false
}

/** Moves to the next row that is in sight and keeps the column; from outside the table it enters at the first row. */
function move(frame: HTMLElement, row: HTMLElement | null, step: number): boolean {
  if (!row && document.activeElement !== document.body) return false
  const rows = [...frame.querySelectorAll<HTMLElement>("tbody tr[data-row]")].filter((each) => each.offsetParent !== null)
  const next = rows[row ? rows.indexOf(row) + step : 0]
  if (!next) return row !== null
  const column = document.activeElement?.getAttribute("data-column")
  const cell = column ? next.querySelector<HTMLElement>(`[data-column="${column}"]`) : null
  const target = cell ?? next.querySelector<HTMLElement>("th a")
  target?.focus({ preventScroll: true })
  next.scrollIntoView({ block: "nearest" })
  return true
}

function choose(frame: HTMLElement, on: boolean): void {
  for (const box of frame.querySelectorAll<HTMLInputElement>(".pick input")) box.checked = on
  tally(frame)
}

function tally(frame: HTMLElement): void {
  const boxes = [...frame.querySelectorAll<HTMLInputElement>("tbody .pick input")]
  const chosen = boxes.filter((box) => box.checked).length
  const output = frame.querySelector("[data-chosen]")
  if (output) output.textContent = `${chosen} selected`
  const all = frame.querySelector<HTMLInputElement>("[data-pick-all]")
  if (all) {
    all.checked = chosen > 0 && chosen === boxes.length
    all.indeterminate = chosen > 0 && chosen < boxes.length
  }
}

function collapse(within: Element): void {
  const body = within.closest("tbody")
  const closed = body?.toggleAttribute("data-collapsed") ?? false
  body?.querySelector("[data-collapse]")?.setAttribute("aria-expanded", String(!closed))
}

function rowOf(button: HTMLElement, rows: readonly EditableRow[]): EditableRow | undefined {
  const id = button.closest("tr")?.dataset.row
  return rows.find((row) => row.id === id)
}

function cellOf(button: HTMLElement, columns: readonly EditableColumn[], rows: readonly EditableRow[]): EditedCell | null {
  const row = rowOf(button, rows)
  const place = button.closest<HTMLElement>("td, th")
  const column = columns.find((each) => each.key === button.dataset.column)
  if (!row?.editAction || !place || !column?.edit) return null
  const change = { action: row.editActions?.[column.key] ?? row.editAction, field: column.edit.field, value: row.values?.[column.key] ?? "", version: String(row.version) }
  return { button, place, column: { key: column.key, label: column.label, edit: column.edit }, change, was: button.classList.contains("name-edit") ? change.value : (button.textContent ?? ""), name: row.name }
}
