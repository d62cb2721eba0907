// The card of a job on the board: its tools, seats and cost, what one tool could save, and what stands out or comes next.
import { dayMonthYear } from "~/core/calendar"
import { fullMoney, shortMoney } from "~/core/money"
import { pathOf } from "~/features/elements/element"
import { StatusMark } from "~/ui/status"
import type { BoardCard } from "./function-board"

/** Draws the card. */
export function BoardCardView({ card, currency }: { card: BoardCard; currency: string }) {
  const { job, tools, seats, yearlyCost, withoutCost, decision } = card
  return (
    <article className="board-card">
      <h3><a href={pathOf(job.kind, job.code)}>{job.name}</a></h3>
      <span className="pips" aria-hidden="true">{tools.slice(0, 8).map((tool) => <i key={tool.id} />)}</span>
      <p>{tools.length === 1 ? "1 tool" : `${tools.length} tools`}, {seats === null ? "seats not known" : seats === 1 ? "1 seat" : `${seats} seats`}</p>
      <p>{yearlyCost === null ? <span className="muted">Cost not known yet</span> : <>{withoutCost > 0 ? "at least " : ""}{shortMoney(yearlyCost, currency)} a year</>}</p>
      <p><Saving card={card} currency={currency} /></p>
      {card.adoption === null ? null : <p>{Math.round(card.adoption * 100)} % on the chosen tool</p>}
      {decision?.moved && decision.moved.of > 0 ? <div className="bar" aria-hidden="true"><i style={{ inlineSize: `${Math.min(100, (100 * decision.moved.seats) / decision.moved.of)}%` }} /></div> : null}
      <p className="board-mark"><BoardMark card={card} currency={currency} /></p>
    </article>
  )
}

/** Draws what one tool could save, "up to" before a decision has inputs. */
export function Saving({ card, currency }: { card: BoardCard; currency: string }) {
  if (card.possibleSaving === null) return <span className="muted">Saving not known yet</span>
  return <>Could save {card.upTo ? "up to " : ""}<b>{shortMoney(card.possibleSaving, currency)}</b></>
}

/** Draws the one thing that stands out: how far the choice is, who is missing, what is not known, or prices that lie apart. */
export function BoardMark({ card, currency }: { card: BoardCard; currency: string }) {
  const { column, decision, owner, withoutCost, spread } = card
  if (decision?.moved && (column === "switching" || column === "done")) return <StatusMark state={column === "done" ? "done" : "on-track"}>{decision.moved.seats} of {decision.moved.of} moved</StatusMark>
  if (decision !== null && column === "decided") {
    const chosen = card.tools.filter((tool) => decision.standardIds.includes(tool.id)).map(({ ref }) => ref.name).join(", ")
    return <StatusMark state="done">{[chosen, decision.decidedOn === null ? "" : dayMonthYear(decision.decidedOn)].filter(Boolean).join(", ") || "Decided"}</StatusMark>
  }
  if (owner === null) return <StatusMark state="not-started">Nobody owns it</StatusMark>
  if (withoutCost > 0) return <StatusMark state="unknown">Ask for the cost of {withoutCost === 1 ? "one tool" : `${withoutCost} tools`}</StatusMark>
  if (spread === null) return <StatusMark state="unknown">Prices cannot be compared</StatusMark>
  if (spread.times === null) return spread.highest === "0.00" ? <StatusMark state="on-track">All are free</StatusMark> : <StatusMark state="gap">One is free, one {fullMoney(spread.highest, currency)} a seat</StatusMark>
  if (spread.times >= 1.95) return <StatusMark state="gap">Price differs {foldOf(spread.times)}</StatusMark>
  return <StatusMark state="on-track">Prices are alike</StatusMark>
}

function foldOf(times: number): string {
  const words = ["twofold", "threefold", "fourfold", "fivefold", "sixfold"]
  return words[Math.round(times) - 2] ?? `${Math.round(times)} times`
}
