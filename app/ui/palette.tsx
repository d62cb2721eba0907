/** Owns the palette: type, see records and places in groups, go there by keys or by a click. */
import Search from "lucide-react/icons/search"
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react"
import { goTo } from "~/ui/behaviours"

export interface PaletteItem {
  label: string
  href: string
  code?: string
  note?: string
}

/** What the search address answers: `{ groups: PaletteGroup[] }`. */
export interface PaletteGroup {
  label: string
  items: readonly PaletteItem[]
}

export interface PaletteProps {
  searchUrl: string
  onClose: () => void
}

const WAIT_IN_MS = 80

/** Draws the palette as a dialog with a combobox; it asks the server for each pause in typing and drops late answers. */
export function Palette({ searchUrl, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const [text, setText] = useState("")
  const [groups, setGroups] = useState<readonly PaletteGroup[]>([])
  const [active, setActive] = useState(0)
  const [state, setState] = useState<"waiting" | "ready" | "failed">("waiting")
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups])

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])
  useEffect(() => {
    const question = new AbortController()
    const timer = setTimeout(() => {
      ask(searchUrl, text, question.signal).then(
        (found) => {
          setGroups(found)
          setActive(0)
          setState("ready")
        },
        () => {
          if (!question.signal.aborted) setState("failed")
        },
      )
    }, text === "" ? 0 : WAIT_IN_MS)
    return () => {
      clearTimeout(timer)
      question.abort()
    }
  }, [searchUrl, text])
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" })
  }, [active, listId])

  const go = (item: PaletteItem | undefined) => {
    if (!item) return
    dialog.current?.close()
    goTo(item.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((active + step + items.length) % Math.max(1, items.length))
    } else if (event.key === "Enter") {
      event.preventDefault()
      go(items[active])
    }
  }
  return (
    <dialog className="palette" ref={dialog} onClose={onClose} aria-label="Search or jump">
      <div className="palette-field">
        <Search size={18} aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items[active] ? `${listId}-${active}` : undefined}
          aria-label="Name or code"
          placeholder="Name or code, such as G-12"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div className="palette-list" id={listId} role="listbox" aria-label="Results" tabIndex={-1}>
        <Results groups={groups} active={active} listId={listId} go={go} />
      </div>
      <p className="palette-foot" role="status">
        {sentence(state, text, items.length)}
      </p>
    </dialog>
  )
}

function Results({ groups, active, listId, go }: { groups: readonly PaletteGroup[]; active: number; listId: string; go: (item: PaletteItem) => void }) {
  let index = -1
  return (
    <>
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          <h3 aria-hidden="true">{group.label}</h3>
          {group.items.map((item) => {
            index += 1
            return (
              <div key={item.href} id={`${listId}-${index}`} role="option" aria-selected={index === active} onClick={() => go(item)}>
                {item.label}
                {item.code ? <span className="code">{item.code}</span> : null}
                {item.note ? <small>{item.note}</small> : null}
              </div>
            )
          })}
        </div>
      ))}
    </>
  )
}

function sentence(state: "waiting" | "ready" | "failed", text: string, count: number): string {
  if (state === "failed") return "We could not reach the search. Try again in a moment."
  if (state === "waiting") return "Searching…"
  if (count === 0) return text === "" ? "Type a name or a code." : "Nothing found. Try fewer letters."
  return `${count} found. Arrow keys choose, Enter opens.`
}

async function ask(searchUrl: string, text: string, signal: AbortSignal): Promise<readonly PaletteGroup[]> {
  const answer = await fetch(`${searchUrl}?q=${encodeURIComponent(text)}`, { signal, headers: { accept: "application/json" } })
  if (!answer.ok) throw new Error(`search answered ${answer.status}`)
  const found = (await answer.json()) as { groups: readonly PaletteGroup[] }
  return found.groups
}
