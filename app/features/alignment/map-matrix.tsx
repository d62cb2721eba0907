/** Owns the matrix on the page: goals across, work down, bars in the cells. */
import type { Matrix, MatrixCell, MatrixHead } from "~/features/alignment/matrix"
import type { DrawnLink } from "~/features/alignment/map-drawn-link"
import { Chip } from "~/ui/chip"
import { Pagination } from "~/ui/link-sets"
import { withValues } from "~/ui/list-url"
import { Shape } from "~/ui/status"

const words = { 9: "Strong", 3: "Some", 1: "Slight" } as const
const bars = { 9: 3, 3: 2, 1: 1 } as const

export interface MapMatrixProps {
  matrix: Matrix
  address: URLSearchParams
  mayLink: boolean
  /** Opens the form for a new link, or for the one in the cell. */
  onCell: (link: DrawnLink & { cell: MatrixCell | null }) => void
}

/** Draws the matrix; every filled cell says its strength and reason, an empty one offers to link. */
export function MapMatrix({ matrix, address, mayLink, onCell }: MapMatrixProps) {
  if (matrix.goals.length === 0 && matrix.work.length === 0) return <p className="card">Nothing to show: no goal and no work fits this filter.</p>
  return (
    <div className="map-matrix">
      {matrix.pillars.length > 0 ? (
        <div className="filters">
          {matrix.pillars.map((pillar) => (
            <Chip key={pillar.code} href={withValues(address, { pillar: pillar.code })} on={pillar.chosen}>
              {pillar.name}
            </Chip>
          ))}
        </div>
      ) : null}
      <div className="matrix-frame" tabIndex={0} role="region" aria-label="Goals and initiatives">
        <table>
          <caption className="visually-hidden">Which initiative helps which goal, and how much</caption>
          <thead>
            <tr>
              <td className="corner">
                <span className="muted small">Work ↓ Goals →</span>
              </td>
              {matrix.goals.map((goal) => (
                <th key={goal.code} scope="col" className={goal.isGap ? "is-gap" : undefined}>
                  {goal.pillar === null ? null : <small className="muted">{goal.pillar}</small>}
                  <a href={goal.href}>{goal.name}</a>
                  <State head={goal} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.work.map((work) => (
              <tr key={work.code}>
                <th scope="row" className={work.isGap ? "is-gap" : undefined}>
                  <a href={work.href}>{work.name}</a>
                  <State head={work} />
                </th>
                {matrix.goals.map((goal, at) => (
                  <td key={goal.code}>
                    <Cell work={work} goal={goal} cell={work.cells[at] ?? null} mayLink={mayLink} onCell={onCell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pagination page={matrix.page} pageCount={matrix.pageCount} hrefFor={(page) => withValues(address, { page: page <= 1 ? null : String(page) })} />
    </div>
  )
}

function State({ head }: { head: MatrixHead }) {
  return (
    <span className="matrix-state">
      {head.state === "none" ? null : <Shape state={head.state} />}
      <small>{head.fact}</small>
    </span>
  )
}

function Cell({ work, goal, cell, mayLink, onCell }: { work: MatrixHead; goal: MatrixHead; cell: MatrixCell | null; mayLink: boolean; onCell: MapMatrixProps["onCell"] }) {
  const between = `${work.name} and ${goal.name}`
  const open = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    onCell({ from: work.code, to: goal.code, cell })
  }
  if (cell === null) {
    if (!mayLink) return <span className="visually-hidden">no link</span>
    return (
      <a className="cell empty-cell" href={`/link?about=${work.code}&way=${encodeURIComponent("contributes to>")}&with=${goal.code}`} aria-label={`Link ${between}`} onClick={open}>
        +
      </a>
    )
  }
  const how = cell.via === "pillar" ? ", through its pillar" : cell.via === "objective" ? ", through an objective" : ""
  const title = `${words[cell.strength]}${how}${cell.isPrimary ? ", main goal" : ""}${cell.reason === "" ? ". No reason is given." : `: ${cell.reason}`}`
  const drawing = (
    <>
      <svg viewBox="0 0 16 12" aria-hidden="true" className={cell.via === "direct" ? undefined : "indirect"}>
        {[5, 8.5, 12].map((height, index) => (
          <rect key={height} className={index < bars[cell.strength] ? undefined : "faint"} x={index * 6} y={12 - height} width="4" height={height} rx="1" fill="currentColor" />
        ))}
      </svg>
      <span className="visually-hidden">{title}</span>
      {cell.isPrimary ? <small aria-hidden="true">main</small> : null}
    </>
  )
  return mayLink && cell.via === "direct" ? (
    <a className="cell" href={`${work.href}#goals`} title={title} onClick={open}>
      {drawing}
    </a>
  ) : (
    <a className="cell" href={work.href} title={title}>
      {drawing}
    </a>
  )
}
