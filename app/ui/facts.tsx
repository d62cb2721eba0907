/** Owns figures with their words: the strip of facts on overviews and the properties under a record's name. */
import type { ReactNode } from "react"

export interface Fact {
  label: string
  value: ReactNode
  /** Unit, period and comparison in words. */
  note?: ReactNode
}

/** Draws a record's properties in one line that wraps. */
export function Props({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="props">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>
            {item.value}
            {item.note ? <small>{item.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
