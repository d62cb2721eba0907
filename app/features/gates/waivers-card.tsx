// The waivers as a report lists them: which work or decision was approved although not everybody was asked, why, and who said so.
import { Shape } from "~/ui/status"
import type { ListedWaiver } from "./gate-shown"

/** Draws the list, folded behind its count; nothing where there are none. */
export function WaiversCard({ waivers }: { waivers: readonly ListedWaiver[] }) {
  if (waivers.length === 0) return null
  return (
    <details className="disclose" id="waivers">
      <summary>{waivers.length === 1 ? "One was" : `${waivers.length} were`} approved although not everybody was asked</summary>
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
    </details>
  )
}
