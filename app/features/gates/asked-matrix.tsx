// The small matrix of the affected on an initiative's page: unit by role level, each filled, invited or missing.
import "./asked-matrix.css"
import { groupKey, type Cell } from "~/features/consultations/coverage"
import { GroupTable, unitsOf } from "~/features/consultations/coverage-matrix"
import { roleLevelWords } from "~/features/units/unit"
import { Shape } from "~/ui/status"
import type { GateShown } from "./gate-shown"

const mostUnits = 8

/** Draws the matrix; of many units those that lack a voice come first, and the rest are a number. */
export function AskedMatrix({ coverage, invited }: Pick<GateShown, "coverage" | "invited">) {
  const { cells } = coverage
  const lacking = new Set(coverage.missing.map(({ unitId }) => unitId))
  const all = unitsOf(cells)
  const units = all.length <= mostUnits ? all : [...all.filter(([id]) => lacking.has(id)), ...all.filter(([id]) => !lacking.has(id))].slice(0, mostUnits)
  if (units.length === 0) return null
  return (
    <>
      <GroupTable
        className="asked-matrix" caption="Affected units by role level: voices heard of those wanted, and who is invited or missing" cells={cells} units={units}
        name={(unit, headcount) => <>{unit} <span className="muted">{headcount}</span></>}
        group={(cell) => <Group key={cell.roleLevel} cell={cell} invited={invited[groupKey(cell)] ?? 0} />}
        nobody={(level) => <td key={level} className="muted" data-level={roleLevelWords[level]}>none affected</td>}
      />
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
