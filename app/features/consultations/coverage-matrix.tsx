// The matrix of the affected: a row for each unit, a column for each role level, and in each cell who is there and who was heard.
import type { ReactNode } from "react"
import type { RoleLevel } from "./feedback-words"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { Shape } from "~/ui/status"
import type { Cell, Coverage } from "./coverage"

/** More dots than this are not counted by eye. */
const mostDots = 12

/** Draws the matrix; a group where nobody works is left empty, which is not the same as one that is missing. */
export function CoverageMatrix({ coverage: { cells } }: { coverage: Coverage }) {
  return (
    <GroupTable
      className="cells" caption="Affected units by role level, with the voices heard and needed" cells={cells} units={unitsOf(cells)}
      name={(unit, headcount) => <>{unit}<small>{people(headcount)}</small></>}
      group={(cell) => <GroupCell key={cell.roleLevel} cell={cell} level={roleLevelWords[cell.roleLevel]} />}
      nobody={(level) => <td key={level} className="nobody">nobody affected</td>}
    />
  )
}

/** The affected units in the order of the cells: id and name. */
export function unitsOf(cells: readonly Cell[]): [id: string, name: string][] {
  return [...new Map(cells.map(({ unitId, unitName }) => [unitId, unitName]))]
}

export interface GroupTableProps {
  className: string
  caption: string
  cells: readonly Cell[]
  /** the rows, which may be fewer than the cells have */
  units: readonly (readonly [id: string, name: string])[]
  /** what heads a row */
  name: (unit: string, headcount: number) => ReactNode
  /** the cell of a group, with a key */
  group: (cell: Cell) => ReactNode
  /** the cell of a role level at which nobody of the unit is affected, with a key */
  nobody: (level: RoleLevel) => ReactNode
}

/** Draws a table of groups: a row for each unit, a column for each role level that is affected anywhere. */
export function GroupTable({ className, caption, cells, units, name, group, nobody }: GroupTableProps) {
  const levels = roleLevels.filter((level) => cells.some(({ roleLevel }) => roleLevel === level))
  return (
    <table className={className}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Unit</th>
          {levels.map((level) => <th scope="col" key={level}>{roleLevelWords[level]}</th>)}
        </tr>
      </thead>
      <tbody>
        {units.map(([unitId, unit]) => {
          const row = cells.filter((cell) => cell.unitId === unitId)
          return (
            <tr key={unitId}>
              <th scope="row">{name(unit, row.reduce((sum, { headcount }) => sum + headcount, 0))}</th>
              {levels.map((level) => {
                const cell = row.find(({ roleLevel }) => roleLevel === level)
                return cell ? group(cell) : nobody(level)
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function GroupCell({ cell, level }: { cell: Cell; level: string }) {
  const enough = cell.heard >= cell.needed
  const dots = Math.min(Math.max(cell.needed, cell.heard), mostDots)
  return (
    <td className={enough ? "heard" : cell.heard === 0 ? "missing" : ""} data-level={level}>
      <span className="cell-line">
        <span>
          <Shape state={enough ? "on-track" : cell.heard === 0 ? "gap" : "not-started"} /> {enough ? "Heard" : cell.heard === 0 ? "Missing" : "Not enough"}
        </span>
        <span>{people(cell.headcount)}</span>
      </span>
      <span className="cell-line">
        <span className="voices" aria-hidden="true">
          {Array.from({ length: dots }, (_, at) => (
            <i key={at} className={at < cell.heard ? "on" : undefined} />
          ))}
        </span>
        <span className="muted">{enough ? voices(cell.heard) : `${cell.heard} of ${cell.needed}`}</span>
      </span>
    </td>
  )
}

function people(count: number): string {
  return `${count} ${count === 1 ? "person" : "people"}`
}

function voices(count: number): string {
  return `${count} ${count === 1 ? "voice" : "voices"}`
}
