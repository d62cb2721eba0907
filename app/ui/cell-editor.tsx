/** Owns editing one cell of a table in place: the control, what it was, saving, and a refusal that keeps what was typed. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react"
import { fetchOptions, SAVED_EVENT, saveCell, type CellChange, type CellEdit, type CellOption } from "~/ui/table-edit"

export interface EditedCell {
  button: HTMLElement
  place: HTMLElement
  column: { key: string; label: string; edit: CellEdit }
  change: CellChange
  /** What the cell showed before. */
  was: string
  name: string
}

/** Draws the editor inside its cell. Enter saves, Escape keeps what was; leaving it unchanged closes it. */
export function CellEditor({ cell, close }: { cell: EditedCell; close: (focus: boolean) => void }) {
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const noteId = useId()
  const [operationId, setOperationId] = useState(() => crypto.randomUUID())
  const [fault, setFault] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)

  useEffect(() => {
    cell.place.setAttribute("data-editing", "")
    control.current?.focus()
    if (cell.column.edit.type === "text" || cell.column.edit.type === "number") control.current?.select()
    return () => cell.place.removeAttribute("data-editing")
  }, [cell])

  const save = async () => {
    const value = control.current?.value ?? ""
    if (saving) return
    if (value === cell.change.value) return close(true)
    setSaving(true)
    const refusal = await saveCell({ ...cell.change, value }, operationId)
    setSaving(false)
    if (refusal) {
      setFault(refusal)
      setOperationId(crypto.randomUUID())
      control.current?.focus()
    } else {
      close(true)
      document.dispatchEvent(new Event(SAVED_EVENT))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    event.nativeEvent.stopImmediatePropagation()
    if (event.key === "Enter") {
      event.preventDefault()
      void save()
    } else if (event.key === "Escape") {
      event.preventDefault()
      close(true)
    }
  }
  const shared = {
    ref: control,
    className: "input",
    defaultValue: cell.change.value,
    readOnly: saving,
    "aria-label": `${cell.column.label} of ${cell.name}`,
    "aria-describedby": noteId,
    "aria-invalid": fault ? (true as const) : undefined,
    onKeyDown,
    onBlur: () => {
      if (!saving && !fault && control.current?.value === cell.change.value) close(false)
    },
  }
  const { type, options, optionsFrom } = cell.column.edit
  return (
    <span className="cell-editor" aria-busy={saving}>
      {type === "select" ? (
        <CellSelect shared={shared} options={options ?? []} optionsFrom={optionsFrom} was={{ value: cell.change.value, label: cell.was }} />
      ) : (
        <input {...shared} type={type === "date" ? "date" : "text"} inputMode={type === "number" ? "decimal" : undefined} autoComplete="off" />
      )}
      <span className="cell-note" id={noteId} role={fault ? "alert" : undefined}>
        {fault ?? (
          <>
            Was {cell.was || "empty"}. <kbd>Enter</kbd> saves, <kbd>Esc</kbd> keeps
          </>
        )}
      </span>
    </span>
  )
}

interface SharedAttributes {
  ref: React.RefObject<HTMLInputElement & HTMLSelectElement>
  className: string
  defaultValue: string
  readOnly: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onBlur: () => void
}

/** Until the further options have come, what the cell held can be kept or one of the first options chosen. */
function CellSelect({ shared: { readOnly, ...rest }, options, optionsFrom, was }: { shared: SharedAttributes; options: readonly CellOption[]; optionsFrom: string | undefined; was: CellOption }) {
  const [more, setMore] = useState<readonly CellOption[]>([])
  useEffect(() => {
    if (optionsFrom === undefined) return
    let wanted = true
    void fetchOptions(optionsFrom).then((came) => {
      if (wanted && came) setMore(came)
    })
    return () => {
      wanted = false
    }
  }, [optionsFrom])
  const all = [...options, ...more]
  const kept = all.some(({ value }) => value === was.value) ? [] : [was]
  return (
    <select {...rest} disabled={readOnly}>
      {[...kept, ...all].map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
