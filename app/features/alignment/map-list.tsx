/** Owns the list twin of the map: a tree in a table, and on phones the same as nested lists. */
import type { MapTree, TreeRow, TreeSection } from "~/features/alignment/map-tree"
import { amount } from "~/features/alignment/sentence"
import { Shape, StatusMark } from "~/ui/status"
import { Strength } from "~/ui/strength"

const grades = { 9: "high", 3: "medium", 1: "low" } as const
const kindWords: Readonly<Record<TreeRow["column"], string>> = {
  pillar: "Pillar", goal: "Goal", work: "Initiative", capability: "Capability", service: "Service", application: "Application", unit: "Unit", person: "Person or group",
}

export interface MapListProps {
  tree: MapTree
  /** The address, ending so that a parameter can follow. */
  base: string
  /** Adds the column of what the overlay says. */
  overlay: "unheard" | "side-door" | null
}

/** Draws the whole list; every state is a word as well as a shape. */
export function MapList({ tree, base, overlay }: MapListProps) {
  const width = overlay ? 7 : 6
  return (
    <div className="map-list" id="list">
      <div className="table-frame map-table">
        <div className="table-scroll">
          <table>
            <caption>The chain as a list: pillars with their goals, the work for each, and the services and applications it touches</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Kind</th>
                <th scope="col">State</th>
                {overlay ? <th scope="col">{overlay === "side-door" ? "Side-door needs" : "Heard"}</th> : null}
                <th scope="col">Helps</th>
                <th scope="col" className="num">Money</th>
                <th scope="col">Owner</th>
              </tr>
            </thead>
            {tree.sections.map((section) => (
              <tbody key={section.head?.code ?? section.title}>
                {section.head === null ? (
                  <tr className="group-row">
                    <th scope="rowgroup" colSpan={width}>{section.title}</th>
                  </tr>
                ) : (
                  <Rows row={section.head} level={1} base={base} overlay={overlay !== null} />
                )}
                {section.rows.map((row) => (
                  <Rows key={row.code} row={row} level={section.head === null ? 1 : 2} base={base} overlay={overlay !== null} />
                ))}
                {section.more > 0 ? (
                  <tr>
                    <td colSpan={width} className="muted">And {section.more} more. A filter by unit or owner, or “Only gaps”, makes the list shorter.</td>
                  </tr>
                ) : null}
              </tbody>
            ))}
          </table>
        </div>
      </div>
      <div className="map-phone">
        {tree.sections.map((section) => (
          <PhoneSection key={section.head?.code ?? section.title} section={section} base={base} />
        ))}
      </div>
    </div>
  )
}

function Rows({ row, level, base, overlay }: { row: TreeRow; level: number; base: string; overlay: boolean }) {
  return (
    <>
      <tr className={level === 1 ? "level-1" : undefined}>
        <th scope="row" style={{ paddingInlineStart: `${0.75 + (level - 1) * 1.25}rem` }}>
          <span className="layer-dot" data-column={row.column} aria-hidden="true" />
          <span className="visually-hidden">Level {level}: </span>
          <a href={row.href}>{row.name}</a> <small className="code muted">{row.code}</small>
          {row.closed > 0 ? (
            <a className="small" href={`${base}open=${row.code}`}>
              {" "}
              show {amount(row.closed, "row")}
            </a>
          ) : null}
        </th>
        <td className="nowrap">{kindWords[row.column]}</td>
        <td>
          <State row={row} />
        </td>
        {overlay ? <td className={row.heard?.isUnder ? "map-heard-cell is-under" : "map-heard-cell"}>{row.heard === null ? null : <StatusMark state={row.heard.state}>{row.heard.full}</StatusMark>}</td> : null}
        <td>{row.strength === null ? null : <Strength grade={grades[row.strength]} />}{row.through ? <small className="muted"> through its pillar</small> : null}</td>
        <td className="num">{row.money ?? <span className="muted">–</span>}</td>
        <td>{row.column === "person" ? <span className="muted">–</span> : (row.owner ?? <span className="muted">nobody</span>)}</td>
      </tr>
      {row.below.map((below) => (
        <Rows key={below.code} row={below} level={level + 1} base={base} overlay={overlay} />
      ))}
    </>
  )
}

function State({ row }: { row: TreeRow }) {
  const words = row.stateWord === "" || row.fact.startsWith(row.stateWord) || row.isGap ? row.fact : `${row.stateWord}, ${row.fact}`
  return (
    <>
      {row.state === "none" ? words : <StatusMark state={row.state}>{words}</StatusMark>}
      {row.accepted === null ? null : <small className="muted"> ({row.accepted})</small>}
    </>
  )
}

function PhoneSection({ section, base }: { section: TreeSection; base: string }) {
  const lacking = section.rows.filter((row) => row.isGap).length
  const own = section.head !== null && section.rows.length === 0 ? [section.head] : section.rows
  return (
    <section>
      <h2>
        {section.head === null ? <Shape state="gap" /> : <span className="layer-dot" data-column={section.head.column} aria-hidden="true" />}
        {section.title}
        {section.head !== null && lacking > 0 ? (
          <span className="status push">
            <Shape state="gap" />
            <span>
              {lacking} of {section.rows.length} {lacking === 1 ? "has" : "have"} no work
            </span>
          </span>
        ) : null}
      </h2>
      <ul className="phone-goals">
        {own.map((row) => (
          <li key={row.code} className={row.isGap ? "is-gap" : undefined}>
            <PhoneGoal row={row} base={base} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PhoneGoal({ row, base }: { row: TreeRow; base: string }) {
  const work = row.below.filter((below) => below.column === "work").length
  const words = [row.isGap ? "" : row.stateWord, row.column === "goal" && /%$/.test(row.fact) ? `${row.fact} of the way` : row.fact, work > 0 ? amount(work, "initiative") : ""]
  return (
    <details>
      <summary>
        {row.state === "none" ? <span className="layer-dot" data-column={row.column} aria-hidden="true" /> : <Shape state={row.state} />}
        <span>
          <b>{row.name}</b>
          <small>{words.filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(" · ")}</small>
          <PhoneHeard row={row} />
        </span>
      </summary>
      <ol className="phone-chain">
        <PhoneChain rows={row.below} />
      </ol>
      {row.closed > 0 ? <a href={`${base}open=${row.code}`}>Show {amount(row.closed, "row")}</a> : null}
      <div className="phone-actions">
        <a className="btn" href={`/ask?about=${row.code}`}>
          Ask the owner
        </a>
        <a className="btn" href={row.href}>
          Open {kindWords[row.column].toLowerCase()}
        </a>
      </div>
    </details>
  )
}

function PhoneHeard({ row: { heard } }: { row: TreeRow }) {
  if (heard === null) return null
  return (
    <small className="phone-heard">
      <Shape state={heard.state} /> {heard.full}
    </small>
  )
}

function PhoneChain({ rows }: { rows: readonly TreeRow[] }) {
  return (
    <>
      {rows.map((row) => (
        <li key={row.code}>
          <a href={row.href}>
            <span className="layer-dot" data-column={row.column} aria-hidden="true" />
            {row.state === "none" ? <span className="shape" aria-hidden="true" /> : <Shape state={row.state} />}
            <span>
              <b>{row.name}</b>
              <small>
                {row.strength === 9 ? "carries most of it · " : ""}
                {row.fact}
              </small>
              <PhoneHeard row={row} />
            </span>
          </a>
        </li>
      )).flatMap((item, at) => [item, <PhoneChain key={`below ${at}`} rows={rows[at]?.below ?? []} />])}
    </>
  )
}
