// Both gates of a subject as a list of checks: what is so, and what would open the way.
import { Card } from "~/ui/card"
import { Shape } from "~/ui/status"
import { coverageChecks, type Coverage, type CoverageCheck } from "./coverage"
import type { FairnessCheck } from "./fairness"

/** Draws the card; a percentage may pass while the gate stays shut. */
export function GateCard({ coverage, fairness, nobody }: { coverage: Coverage; fairness: { holds: boolean; checks: readonly FairnessCheck[] }; nobody: { reason: string; by: string | null } | null }) {
  const right = nobody ? [] : coverageChecks(coverage)
  const fair = fairness.checks.map(({ holds, words, help }) => ({ holds, words, note: holds ? "" : help }))
  const open = (nobody !== null || coverage.passes === true) && fairness.holds
  const all = [...right, ...fair]
  return (
    <Card id="gate" tone={open ? undefined : "gap"} title={<><Shape state={open ? "done" : "gap"} /> {open ? "Fully consulted" : "Not fully consulted yet"}</>} aside={`${all.filter(({ holds }) => holds).length} of ${all.length} true`}>
      <div className="gate">
        <h3>The right people</h3>
        {nobody ? <p className="small">Nobody is affected: {nobody.reason}{nobody.by ? ` (${nobody.by})` : ""}</p> : <Checks checks={right} />}
        <h3>A fair chance</h3>
        <Checks checks={fair} />
      </div>
    </Card>
  )
}

function Checks({ checks }: { checks: readonly CoverageCheck[] }) {
  return (
    <ul className="lines">
      {checks.map(({ holds, words, note }) => (
        <li key={words}>
          <Shape state={holds ? "done" : "off-track"} />
          <span className="line-text">
            {words}
            <span className="visually-hidden">{holds ? ": holds" : ": does not hold"}</span>
            {note ? <small>{note}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
