// Both gates of a subject as a list of checks: what is so, and what would open the way.
import { Card } from "~/ui/card"
import { Shape } from "~/ui/status"
import { percentOf, type Coverage } from "./coverage"
import type { FairnessCheck } from "./fairness"

interface Check {
  holds: boolean
  words: string
  note: string
}

/** The checks of F8 in words. */
export function coverageChecks({ share, silentUnits, frontlineHeard, mustHear, cells }: Coverage): Check[] {
  const unheard = mustHear.filter(({ heard }) => !heard)
  const units = new Set(cells.map(({ unitId }) => unitId)).size
  return [
    { holds: share !== null && share >= 0.8, words: share === null ? "Nobody has said who is affected" : `${percentOf(share)} heard by headcount`, note: "80 % needed" },
    { holds: silentUnits.length === 0 && units > 0, words: silentUnits.length === 0 ? "Every affected unit has a voice" : `No voice from ${silentUnits.map(({ unitName }) => unitName).join(", ")}`, note: `${units - silentUnits.length} of ${units} units` },
    ...(frontlineHeard === null ? [] : [{ holds: frontlineHeard, words: frontlineHeard ? "The front line is among them" : "Nobody of the front line yet", note: "At least one voice" }]),
    ...(mustHear.length === 0 ? [] : [{ holds: unheard.length === 0, words: unheard.length === 0 ? "Everybody who must be heard was" : `Must be heard: ${unheard.map(({ name }) => name).join(", ")}`, note: `${mustHear.length - unheard.length} of ${mustHear.length}` }]),
  ]
}

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

function Checks({ checks }: { checks: readonly Check[] }) {
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
