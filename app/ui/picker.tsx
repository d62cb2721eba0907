/** Owns choosing a person or an element: a native list that becomes a searchable one where there are many and scripts run. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react"
import { Field, Select, wired, type FieldProps, type Option } from "~/ui/field"

const FEW = 12
const MOST_SHOWN = 30

export interface PickerProps extends FieldProps {
  options: readonly Option[]
  defaultValue?: string
  empty?: string
  /** Set where options come later: it is searchable however few there are, so that it never changes under a person's hands. */
  waiting?: boolean
}

/** Draws the choice of one person; the note is the unit. */
export function PersonPicker(props: PickerProps) {
  return <ElementPicker {...props} />
}

/** Draws the choice of one record by name or code; up to a dozen, and without scripts, it is a native list. */
export function ElementPicker({ waiting, ...props }: PickerProps) {
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return live && (waiting !== undefined || props.options.length > FEW) ? <Combobox {...props} waiting={waiting} /> : <Select {...props} />
}

function Combobox({ options, defaultValue = "", empty = "None", waiting = false, ...field }: PickerProps) {
  const listId = useId()
  const [chosen, setChosen] = useState(defaultValue)
  const [text, setText] = useState(() => labelOf(options, defaultValue))
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const hidden = useRef<HTMLInputElement>(null)
  const typed = text === labelOf(options, chosen) ? "" : text
  const shown = useMemo(() => matching(options, typed), [options, typed])
  const attributes = wired(field)

  const choose = (option: Option | undefined) => {
    setChosen(option?.value ?? "")
    setText(option?.label ?? "")
    setOpen(false)
    hidden.current?.dispatchEvent(new Event("input", { bubbles: true }))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      const step = event.key === "ArrowDown" ? 1 : -1
      setActive(open ? (active + step + shown.length) % Math.max(1, shown.length) : 0)
      setOpen(true)
    } else if (event.key === "Enter" && open) {
      event.preventDefault()
      if (shown[active]) choose(shown[active])
    } else if (event.key === "Escape" && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setText(labelOf(options, chosen))
    }
  }
  return (
    <Field {...field}>
      <input type="hidden" name={field.name} value={chosen} ref={hidden} />
      <div className="combobox">
        <input
          className="input"
          id={attributes.id}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && shown[active] ? `${listId}-${active}` : undefined}
          aria-invalid={attributes["aria-invalid"]}
          aria-describedby={attributes["aria-describedby"]}
          autoComplete="off"
          placeholder={empty}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
            setOpen(true)
            if (event.target.value === "") setChosen("")
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false)
            setText(labelOf(options, chosen))
          }}
        />
        <ul className="combobox-list" id={listId} role="listbox" aria-label={field.label} hidden={!open}>
          {shown.map((option, index) => (
            <li
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(option)
              }}
            >
              {option.label}
              {option.note ? <small>{option.note}</small> : null}
            </li>
          ))}
          {shown.length === 0 ? (
            <li className="muted" role="option" aria-disabled="true" aria-selected="false">
              {waiting ? "One moment." : "Nothing has that name."}
            </li>
          ) : null}
        </ul>
      </div>
    </Field>
  )
}

function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? ""
}

function matching(options: readonly Option[], typed: string): Option[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return options.filter((option) => words.every((word) => plain(`${option.label} ${option.note ?? ""}`).includes(word))).slice(0, MOST_SHOWN)
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
}
