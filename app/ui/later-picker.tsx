/** Owns a choice whose options are asked for once its form is opened, so that a page need not carry hundreds of names. */
import { useSearchParams } from "@remix-run/react"
import { useEffect, useRef, useState, type ReactNode } from "react"
import type { Option } from "~/ui/field"
import { ElementPicker, type PickerProps } from "~/ui/picker"
import { fetchOptions } from "~/ui/table-edit"

export interface LaterPickerProps extends Omit<PickerProps, "options"> {
  /** Known options; null: they are asked for at `from` when the details around the picker are opened. */
  options: readonly Option[] | null
  /** Where the options come from, as JSON. */
  from: string
  /** Values that cannot be chosen, such as what is linked already. */
  without?: ReadonlySet<string>
  /** Asks at once, for a page that goes on working when its connection drops. */
  early?: boolean
}

/** Draws the choice of one record; without scripts a link shows the same page with its options. */
export function LaterPicker({ options, from, without, early = false, ...props }: LaterPickerProps) {
  const [came, setCame] = useState<readonly Option[] | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const [address] = useSearchParams()
  const missing = options === null && came === null
  useEffect(() => {
    if (!missing) return
    const room = early ? null : place.current?.closest("details")
    let wanted = true
    const load = () => {
      if (room && !room.open) return
      void fetchOptions(from).then((found) => {
        if (wanted && found) setCame(found)
      })
    }
    load()
    room?.addEventListener("toggle", load)
    return () => {
      wanted = false
      room?.removeEventListener("toggle", load)
    }
  }, [missing, from, early])
  const all = options ?? came ?? []
  const id = props.id ?? props.name
  return (
    <div ref={place}>
      <ElementPicker {...props} waiting={options === null ? missing : undefined} options={without ? all.filter(({ value }) => !without.has(value)) : all} />
      {options === null ? (
        <noscript>
          <a href={`?${new URLSearchParams([...[...address].filter(([name]) => name !== "choose" && name !== "done"), ["choose", id]])}#${id}`}>Show what can be chosen</a>
        </noscript>
      ) : null}
    </div>
  )
}

/** Draws a form behind a short line; it stands open where the address asks for the options of its picker. */
export function Disclosed({ summary, picker, className = "disclose", children }: { summary: string; picker: string; className?: string; children: ReactNode }) {
  const [address] = useSearchParams()
  return (
    <details className={className} open={address.get("choose") === picker || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
