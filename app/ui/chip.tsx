/** Owns chips: filters that are links, so that the address always tells what is shown. */
import type { ReactNode } from "react"

/** Draws a filter; when on, following it takes the filter away. */
export function Chip({ href, on = false, children }: { href: string; on?: boolean; children: ReactNode }) {
  return (
    <a className={on ? "chip on" : "chip"} href={href} aria-current={on ? "true" : undefined}>
      {children}
      {on ? (
        <>
          <span aria-hidden="true">×</span>
          <span className="visually-hidden">, remove</span>
        </>
      ) : null}
    </a>
  )
}

export interface ChipOption {
  label: string
  href: string
  on: boolean
}

export interface ChipMenuProps {
  label: string
  options: readonly ChipOption[]
  on?: boolean
  /** Present while not every value is listed: how many there are, and the address that lists them. */
  more?: { count: number; href: string }
  /** The address asked for all values, so the menu stands open. */
  open?: boolean
}

/** Draws a chip that opens a list of values, each a link. */
export function ChipMenu({ label, options, on = options.some((option) => option.on), more, open = false }: ChipMenuProps) {
  return (
    <details className="menu from-start" data-menu data-stay={open ? "" : undefined} open={open || undefined}>
      <summary className={on ? "chip on" : "chip"}>
        {label} <span aria-hidden="true">▾</span>
      </summary>
      <ul className="menu-panel">
        {options.map((option) => (
          <li key={option.href}>
            <a href={option.href} aria-current={option.on ? "true" : undefined}>
              {option.label}
              {option.on ? <small aria-hidden="true">✓</small> : null}
            </a>
          </li>
        ))}
        {more ? (
          <li>
            <a href={more.href}>All {more.count}</a>
          </li>
        ) : null}
      </ul>
    </details>
  )
}
