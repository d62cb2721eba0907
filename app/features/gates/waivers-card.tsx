// The waivers as a report lists them, on screen and on paper: which work or decision was approved although not everybody was asked, why, who said so and when.
import { Shape } from "~/ui/status"
import type { ListedWaiver } from "./gate-shown"

/** Draws the list, on screen folded behind its count, on paper open: nobody unfolds paper. Nothing where there are none. */
export function WaiversCard({ waivers }: { waivers: readonly ListedWaiver[] }) {
  if (waivers.length === 0) return null
  const count = `${waivers.length === 1 ? "One was" : `${waivers.length} were`} approved although not everybody was asked`
  return (
    <>
      <details className="disclose on-screen" id="waivers">
        <summary>{count}</summary>
        <WaiverList waivers={waivers} />
      </details>
      <section className="on-paper" aria-label={count}>
        <h2>{count}</h2>
        <WaiverList waivers={waivers} />
      </section>
    </>
  )
}

function WaiverList({ waivers }: { waivers: readonly ListedWaiver[] }) {
  return (
    <ul className="lines">
      {waivers.map(({ id, path, name, reason, lacking, by, on }) => (
        <li key={id}>
          <Shape state="at-risk" />
          <span className="line-text">
            <a href={path}>{name}</a>: “{reason}”
            <small>
              {by}, {on}. {lacking}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
