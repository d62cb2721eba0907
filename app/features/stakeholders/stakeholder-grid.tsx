// The grid who decides / who is affected: four named quarters in which people and groups are moved by pointer, by arrow keys or by number.
import "./stakeholder-grid.css"
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react"
import { firstSentence, SAVED_EVENT } from "~/ui/table-edit"
import { quarterOf, quarters, quarterWords, scale, type Standing } from "./standing"

export interface GridProps {
  points: readonly { id: string; code: string; name: string; groupHeadcount: number | null; standing: Standing & { version: number } }[]
  /** "?about=I-3", or empty for overall */
  about: string
}

type Place = { influence: number; interest: number }
const rows = [...scale].reverse()

/** Draws the grid of those who are placed. Without scripts each point leads to its form; with them it can be moved too. */
export function StakeholderGrid({ points, about }: GridProps) {
  const [moved, setMoved] = useState<Record<string, Place>>({})
  const [said, setSaid] = useState("")
  const [dragged, setDragged] = useState<{ code: string; x: number; y: number } | null>(null)
  const pressed = useRef<{ x: number; y: number } | null>(null)
  const dropped = useRef(false)
  const focus = useRef<string | null>(null)
  useEffect(() => setMoved({}), [points])
  useEffect(() => {
    if (focus.current) document.getElementById(`point-${focus.current}`)?.focus()
    focus.current = null
  })

  const placeOf = (point: GridProps["points"][number]): Place | null => {
    const { influence, interest } = point.standing
    return moved[point.code] ?? (influence === null || interest === null ? null : { influence, interest })
  }
  const move = async (point: GridProps["points"][number], to: Place) => {
    const from = placeOf(point)
    if (!from || (from.influence === to.influence && from.interest === to.interest)) return
    focus.current = point.code
    setMoved((all) => ({ ...all, [point.code]: to }))
    const refusal = await savePlace(point, to, about)
    if (refusal === null) {
      setSaid(`${point.name}: influence ${to.influence}, affected ${to.interest}, ${quarterWords[quarterOf(to) ?? "listen lightly"].toLowerCase()}. Saved.`)
      document.dispatchEvent(new CustomEvent(SAVED_EVENT))
      return
    }
    setSaid(refusal)
    setMoved(({ [point.code]: _, ...rest }) => rest)
  }
  const onKey = (event: KeyboardEvent, point: GridProps["points"][number]) => {
    const step = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key]
    const from = placeOf(point)
    if (!step || !from) return
    event.preventDefault()
    const within = (value: number) => Math.min(5, Math.max(1, value))
    void move(point, { influence: within(from.influence + (step[0] ?? 0)), interest: within(from.interest + (step[1] ?? 0)) })
  }
  const onPress = (event: PointerEvent) => {
    if (event.button !== 0) return
    // a quick hand is off the name before the first move is told
    event.currentTarget.setPointerCapture(event.pointerId)
    pressed.current = { x: event.clientX, y: event.clientY }
    dropped.current = false
  }
  const onDrag = (event: PointerEvent, code: string) => {
    const from = pressed.current
    if (!from) return
    const by = { x: event.clientX - from.x, y: event.clientY - from.y }
    // a hand that trembles while it clicks drags nothing
    if (dragged === null && Math.hypot(by.x, by.y) < 6) return
    setDragged({ code, ...by })
  }
  const onDrop = (event: PointerEvent, point: GridProps["points"][number]) => {
    pressed.current = null
    if (dragged?.code !== point.code) return
    setDragged(null)
    dropped.current = true
    const cell = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each instanceof HTMLElement && each.dataset.influence)
    if (cell instanceof HTMLElement) void move(point, { influence: Number(cell.dataset.influence), interest: Number(cell.dataset.interest) })
  }
  const onLetGo = () => {
    pressed.current = null
    setDragged(null)
  }
  return (
    <figure className="party-grid">
      <span className="axis y">Who decides: influence</span>
      <div className="field-of-quarters">
        {quarters.map((quarter) => (
          <span key={quarter} className={`quarter ${quarter.replace(" ", "-")}`}>
            {quarterWords[quarter]}
          </span>
        ))}
        {rows.map((influence) =>
          scale.map((interest) => (
            <ul key={`${influence}${interest}`} className="place" data-influence={influence} data-interest={interest} style={{ gridRow: 6 - influence, gridColumn: interest }} aria-label={`Influence ${influence}, affected ${interest}`}>
              {points.filter((point) => { const place = placeOf(point); return place?.influence === influence && place.interest === interest }).map((point) => (
                <li key={point.id}>
                  <a
                    id={`point-${point.code}`} className={dragged?.code === point.code ? "point dragged" : "point"} href={`/people/${point.code}/standing${about}`} draggable={false} title={point.name}
                    style={dragged?.code === point.code ? { translate: `${dragged.x}px ${dragged.y}px` } : undefined}
                    aria-describedby="grid-keys" onKeyDown={(event) => onKey(event, point)}
                    onPointerDown={onPress} onPointerMove={(event) => onDrag(event, point.code)} onPointerUp={(event) => onDrop(event, point)} onPointerCancel={onLetGo}
                    onClick={(event) => { if (dropped.current) event.preventDefault() }}
                  >
                    {point.groupHeadcount === null ? null : <span aria-hidden="true">◎ </span>}{point.name}
                  </a>
                </li>
              ))}
            </ul>
          )),
        )}
      </div>
      <span className="axis x">Who is affected</span>
      <p className="muted" id="grid-keys">Drag a name, or move it with the arrow keys; Enter opens its numbers. ◎ is a group.</p>
      <p role="status">{said}</p>
    </figure>
  )
}

/** Gives null when it was saved, else the sentence to show. */
async function savePlace(point: GridProps["points"][number], to: Place, about: string): Promise<string | null> {
  const body = new URLSearchParams({ influence: String(to.influence), interest: String(to.interest), version: String(point.standing.version), operationId: crypto.randomUUID() })
  try {
    const answer = await fetch(`/people/${point.code}/standing-place${about}`, { method: "POST", body, headers: { accept: "application/json" } })
    return answer.ok ? null : (firstSentence(await answer.json().catch(() => null)) ?? `${point.name} was not moved (${answer.status}). Try again.`)
  } catch {
    return `We could not reach the planner, so ${point.name} is back where it was. Try again.`
  }
}
