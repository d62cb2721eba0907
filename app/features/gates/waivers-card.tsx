// The waivers as a report lists them, on screen and on paper: which work was approved although not everybody was asked, why, who said so and when.
import { Shape } from "~/ui/status"
import type { ListedWaiver } from "./gate-shown"

/** Draws the list under its count, never folded: paper shows what stands open; nothing where there are none. */
export function WaiversCard({ waivers }: { waivers: readonly ListedWaiver[] }) {
  if (waivers.length === 0) return null
  return (
    <section className="stack-small" id="waivers" aria-labelledby="waivers-count">
      <h2 id="waivers-count">{waivers.length === 1 ? "One initiative was" : `${waivers.length} initiatives were`} approved although not everybody was asked</h2>
      <ul className="lines">
        {waivers.map(({ id, code, name, reason, lacking, by, on }) => (
          <li key={id}>
            <Shape state="at-risk" />
            <span className="line-text">
              <a href={`/initiatives/${code}`}>{name}</a>: “{reason}”
              <small>
                {by}, {on}. {lacking}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
