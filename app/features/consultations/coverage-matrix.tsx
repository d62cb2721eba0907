// The matrix of the affected: a row for each unit, a column for each role level, and in each cell who is there and who was heard.
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { Shape } from "~/ui/status"
import type { Cell, Coverage } from "./coverage"

/** More dots than this are not counted by eye. */
const mostDots = 12

/** Draws the matrix; a group where nobody works is left empty, which is not the same as one that is missing. */
export function CoverageMatrix({ coverage }: { coverage: Coverage }) {
  const units = [...new Map(coverage.cells.map(({ unitId, unitName }) => [unitId, unitName]))]
  const levels = roleLevels.filter((level) => coverage.cells.some(({ roleLevel }) => roleLevel === level))
  return (
    <table className="cells">
      <caption className="visually-hidden">Affected units by role level, with the voices heard and needed</caption>
      <thead>
        <tr>
          <th scope="col">Unit</th>
          {levels.map((level) => (
            <th scope="col" key={level}>
              {roleLevelWords[level]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(([unitId, name]) => {
          const row = coverage.cells.filter((cell) => cell.unitId === unitId)
          return (
            <tr key={unitId}>
              <th scope="row">
                {name}
                <small>{people(row.reduce((sum, { headcount }) => sum + headcount, 0))}</small>
              </th>
              {levels.map((level) => {
                const cell = row.find(({ roleLevel }) => roleLevel === level)
                return cell ? <GroupCell key={level} cell={cell} level={roleLevelWords[level]} /> : <td key={level} className="nobody">nobody affected</td>
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
