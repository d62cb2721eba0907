// The small matrix of the affected on an initiative's page: unit by role level, each filled, invited or missing.
import "./asked-matrix.css"
import { groupKey, type Cell } from "~/features/consultations/coverage"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { Shape } from "~/ui/status"
import type { GateShown } from "./gate-shown"

const mostUnits = 8

/** Draws the matrix; of many units those that lack a voice come first, and the rest are a number. */
export function AskedMatrix({ coverage, invited }: Pick<GateShown, "coverage" | "invited">) {
  const { cells } = coverage
  const lacking = new Set(coverage.missing.map(({ unitId }) => unitId))
  const all = [...new Map(cells.map(({ unitId, unitName }) => [unitId, unitName]))]
  const units = all.length <= mostUnits ? all : [...all.filter(([id]) => lacking.has(id)), ...all.filter(([id]) => !lacking.has(id))].slice(0, mostUnits)
  const levels = roleLevels.filter((level) => cells.some(({ roleLevel }) => roleLevel === level))
  if (units.length === 0) return null
  return (
    <>
      <table className="asked-matrix">
        <caption className="visually-hidden">Affected units by role level: voices heard of those wanted, and who is invited or missing</caption>
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
            const row = cells.filter((cell) => cell.unitId === unitId)
            return (
              <tr key={unitId}>
                <th scope="row">
                  {name} <span className="muted">{row.reduce((sum, { headcount }) => sum + headcount, 0)}</span>
                </th>
                {levels.map((level) => {
                  const cell = row.find(({ roleLevel }) => roleLevel === level)
                  return cell ? <Group key={level} cell={cell} invited={invited[groupKey(cell)] ?? 0} /> : <td key={level} className="muted" data-level={roleLevelWords[level]}>none affected</td>
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {all.length > units.length ? <p className="small muted">{all.length - units.length} more {all.length - units.length === 1 ? "unit is" : "units are"} in the conversation.</p> : null}
    </>
  )
}

function Group({ cell, invited }: { cell: Cell; invited: number }) {
  const { heard, needed, roleLevel } = cell
  const filled = heard >= needed
  return (
    <td data-level={roleLevelWords[roleLevel]}>
      <span className="status">
        <Shape state={filled ? "on-track" : invited > 0 ? "not-started" : "gap"} />
        <span>
          {heard} of {needed}
          {filled ? <span className="visually-hidden"> heard</span> : ` ${invited > 0 ? "invited" : "missing"}`}
        </span>
      </span>
    </td>
  )
}
