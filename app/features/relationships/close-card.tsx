// How close are we: the five levels with the mark of each side, and the statements that decide the next one.
import { Card } from "~/ui/card"
import { How } from "~/ui/how"
import { StatusMark } from "~/ui/status"
import { decidingLevel, gapInWords, gapOf, levels, statements, type Level, type View } from "./relationship"

export interface CloseCardProps {
  unit: string
  business: { level: Level | null; view: View | null }
  it: { level: Level | null; view: View | null }
  /** where each side's view is recorded; null for those who may not */
  recordHref: { it: string; business: string } | null
}

/** Draws bars, marks and the table of statements. */
export function CloseCard({ unit, business, it, recordHref }: CloseCardProps) {
  const gap = gapOf(business.level, it.level)
  const reach = (level: Level) => [business.level, it.level].filter((side) => side !== null && side >= level).length
  return (
    <Card
      title="How close are we?" id="close"
      aside={<StatusMark state={gap === null ? "unknown" : gap === 0 ? "on-track" : gap === 1 ? "at-risk" : "off-track"}>{capital(gapInWords(gap))}</StatusMark>}
      foot={
        recordHref ? (
          <div className="row wrap">
            <a className="btn small" href={recordHref.business}>
              Record what {unit} says
            </a>
            <a className="btn small" href={recordHref.it}>
              Record what IT says
            </a>
          </div>
        ) : undefined
      }
    >
      <ol className="levels">
        {levels.map(({ level, name, means }) => (
          <li key={level}>
            <span className="marks">
              {business.level === level ? <span className="mark">{unit} says</span> : null}
              {it.level === level ? <span className="mark it">IT says</span> : null}
            </span>
            <span className={`reach ${["", "one", "both"][business.level === null || it.level === null ? reach(level) * 2 : reach(level)] ?? ""}`} aria-hidden="true" />
            <b>
              {level}. {name}
            </b>
            <small>{means}</small>
          </li>
        ))}
      </ol>
      <Deciding unit={unit} business={business.view} it={it.view} level={decidingLevel(business.level, it.level)} />
      <How title="How close are we?">
        <p>
          Each side ticks statements that are true for it. A side stands on the highest level of which every statement up to it is true; level 1 needs none. A side that ticked nothing is not known. The gap is how many levels
          the two lie apart.
        </p>
        <table>
          <tbody>
            <tr>
              <th scope="row">{unit}</th>
              <td className="num">{business.level ?? "not known"}</td>
            </tr>
            <tr>
              <th scope="row">IT</th>
              <td className="num">{it.level ?? "not known"}</td>
            </tr>
            <tr>
              <th scope="row">Gap</th>
              <td className="num">{gap ?? "not known"}</td>
            </tr>
          </tbody>
        </table>
      </How>
    </Card>
  )
}

function Deciding({ unit, business, it, level }: { unit: string; business: View | null; it: View | null; level: Level | null }) {
  if (level === null) return <p>Everything is true for both sides.</p>
  const words = levels.find((one) => one.level === level)
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={`What decides level ${level}`}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">
              What decides level {level}, {words?.name.toLowerCase()}
            </th>
            <th scope="col">IT</th>
            <th scope="col">{unit}</th>
            <th scope="col">What was added</th>
          </tr>
        </thead>
        <tbody>
          {statements.filter((one) => one.level === level).map(({ key, text }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              <td><Held view={it} of={key} /></td>
              <td><Held view={business} of={key} /></td>
              <td className="muted">{[business?.added[key], it?.added[key] ? `IT: ${it.added[key]}` : ""].filter(Boolean).join(" · ") || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Held({ view, of }: { view: View | null; of: string }) {
  if (view === null || view.holds.length === 0) return <StatusMark state="unknown">Not said</StatusMark>
  return view.holds.includes(of) ? <StatusMark state="done">True</StatusMark> : <StatusMark state="gap">Not true</StatusMark>
}

/** The first letter as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
