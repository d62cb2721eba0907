/** Owns menus made of native details: they open without scripts, close on Escape and on a click elsewhere. */
import type { ReactNode } from "react"

export interface MenuLink {
  label: string
  href: string
  note?: string
  /** Ask the server for a whole document: files and exports. */
  document?: boolean
}

/** Draws a button that opens a panel with anything in it. */
export function Menu({ label, className = "btn", children, name, fromStart = false }: { label: ReactNode; className?: string; children: ReactNode; name?: string; fromStart?: boolean }) {
  return (
    <details className={fromStart ? "menu from-start" : "menu"} data-menu data-name={name}>
      <summary className={className}>{label}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  )
}

/** Draws a button that opens a list of links. */
export function LinkMenu({ label, links, className, name }: { label: ReactNode; links: readonly MenuLink[]; className?: string; name?: string }) {
  return (
    <Menu label={label} className={className} name={name}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} data-document={link.document ? "" : undefined}>
              {link.label}
              {link.note ? <small>{link.note}</small> : null}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

/** Draws the ways to take a list away as a file. */
export function DownloadMenu({ csvHref, xlsxHref }: { csvHref: string; xlsxHref: string }) {
  const links = [
    { label: "Spreadsheet", note: ".xlsx", href: xlsxHref, document: true },
    { label: "Plain table", note: ".csv", href: csvHref, document: true },
  ]
  return <LinkMenu label="Download ▾" className="btn quiet" links={links} />
}
