/** Owns a native choice in the bar of chosen rows; its options are asked for once a row is chosen. */
import { useEffect, useRef, useState } from "react"
import { useSearchParams } from "@remix-run/react"
import { withValues } from "~/ui/list-url"
import { fetchOptions, type CellOption } from "~/ui/table-edit"

export interface LaterSelectProps {
  label: string
  name: string
  /** The words for choosing none. */
  empty: string
  /** Known options; null: they are asked for at `from`. */
  options: readonly CellOption[] | null
  from: string
}

/** Draws the choice; without scripts a link shows the same page with its options. */
export function LaterSelect({ label, name, empty, options, from }: LaterSelectProps) {
  const [came, setCame] = useState<readonly CellOption[] | null>(null)
  const select = useRef<HTMLSelectElement>(null)
  const [address] = useSearchParams()
  const missing = options === null && came === null
  useEffect(() => {
    const frame = select.current?.closest(".table-frame")
    if (!missing || !frame) return
    let wanted = true
    const load = () => {
      void fetchOptions(from).then((found) => {
        if (wanted && found) setCame(found)
      })
    }
    // rows can be chosen before the scripts have come
    if (frame.querySelector("tbody .pick input:checked")) load()
    frame.addEventListener("change", load)
    return () => {
      wanted = false
      frame.removeEventListener("change", load)
    }
  }, [missing, from])
  return (
    <>
      <select className="input" name={name} aria-label={label} defaultValue="" ref={select}>
        <option value="">{empty}</option>
        {(options ?? came ?? []).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {options === null ? (
        <noscript>
          <a href={withValues(address, { choose: name })}>Show everybody</a>
        </noscript>
      ) : null}
    </>
  )
}
