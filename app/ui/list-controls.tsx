/** Owns the controls above a list that are forms: search within the list, and which columns are shown. */
import { Menu } from "~/ui/menu"

export interface KeptValue {
  name: string
  value: string
}

/** Gives the address's other values, so that a form over the list keeps them; page and finished messages are left out. */
export function keptValues(current: URLSearchParams, except: readonly string[]): KeptValue[] {
  const left = new Set([...except, "page", "done", "choose", "change", "show"])
  return [...current].flatMap(([name, value]) => (left.has(name) ? [] : [{ name, value }]))
}

/** Draws the search field of a list; it submits by Enter and works without scripts. */
export function ListSearch({ label, value, kept, name = "q" }: { label: string; value: string; kept: readonly KeptValue[]; name?: string }) {
  return (
    <form method="get" role="search" className="row" data-client-form>
      <Kept values={kept} />
      <input className="input" type="search" name={name} defaultValue={value} key={value} placeholder={label} aria-label={label} />
      <button type="submit" className="visually-hidden">
        Search
      </button>
    </form>
  )
}

export interface ColumnChoice {
  key: string
  label: string
  shown: boolean
  /** The name of a record cannot be hidden. */
  fixed?: boolean
}

/** Draws the choice of columns; what is chosen goes into the address. */
export function ColumnChooser({ columns, kept }: { columns: readonly ColumnChoice[]; kept: readonly KeptValue[] }) {
  return (
    <Menu label="Columns ▾" className="btn quiet">
      <form method="get" data-client-form>
        <Kept values={kept} />
        {columns.map((column) => (
          <label key={column.key}>
            <input type="checkbox" name="columns" value={column.key} defaultChecked={column.shown || column.fixed} disabled={column.fixed} />
            {column.label}
          </label>
        ))}
        <hr />
        <button type="submit" className="btn small">
          Show these columns
        </button>
      </form>
    </Menu>
  )
}

function Kept({ values }: { values: readonly KeptValue[] }) {
  return (
    <>
      {values.map((each) => (
        <input key={`${each.name}=${each.value}`} type="hidden" name={each.name} value={each.value} />
      ))}
    </>
  )
}
