// The board of jobs as a table: the same jobs, with price spread, how scattered they are, and how many seats are on the chosen tool.
import { fullMoney, shortMoney } from "~/core/money"
import { pathOf } from "~/features/elements/element"
import { MoneyCell, OwnerCell, Refs } from "~/features/elements/record-cells"
import { Saving } from "./board-card"
import { boardColumnWords, type BoardCard } from "./function-board"

/** Draws the table; `more` jobs are not drawn. */
export function BoardTable({ cards, more, currency }: { cards: readonly BoardCard[]; more: number; currency: string }) {
  return (
    <>
    <div className="wide-table card flush" tabIndex={0} role="group" aria-label="Jobs done by more than one tool">
      <table className="plain-table">
        <caption className="visually-hidden">Jobs done by more than one tool, and how far the choice is</caption>
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">Choice</th>
            <th scope="col">Tools</th>
            <th scope="col" className="num">Seats</th>
            <th scope="col" className="num">Yearly cost</th>
            <th scope="col">Price of a seat</th>
            <th scope="col" className="num">Scattered</th>
            <th scope="col" className="num">On the chosen tool</th>
            <th scope="col">Possible saving</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>{cards.map((card) => <Line key={card.job.id} card={card} currency={currency} />)}</tbody>
      </table>
    </div>
    {more > 0 ? <p className="muted">{more} more. Choose an owner, or see <a href="/functions/list">all jobs</a> page by page.</p> : null}
    </>
  )
}

function Line({ card, currency }: { card: BoardCard; currency: string }) {
  const { job, column, tools, seats, yearlyCost, withoutCost, spread, owner } = card
  return (
    <tr>
      <th scope="row"><a href={pathOf(job.kind, job.code)}>{job.name}</a></th>
      <td>{column === null ? "" : boardColumnWords[column]}</td>
      <td><Refs refs={tools.map(({ ref }) => ref)} most={2} none="No tool" /></td>
      <td className="num">{seats ?? <span className="muted">Not known</span>}</td>
      <td className="num"><MoneyCell amount={yearlyCost} currency={currency} missing={withoutCost} /></td>
      <td>{spread === null ? <span className="muted">Not known</span> : spread.lowest === spread.highest ? fullMoney(spread.lowest, currency) : `${shortMoney(spread.lowest, currency)} to ${shortMoney(spread.highest, currency)}`}</td>
      <td className="num">{card.fragmentation === null ? <span className="muted">n/a</span> : card.fragmentation.toFixed(2)}</td>
      <td className="num">{card.adoption === null ? <span className="muted">n/a</span> : `${Math.round(card.adoption * 100)} %`}</td>
      <td><Saving card={card} currency={currency} /></td>
      <td><OwnerCell owner={owner} /></td>
    </tr>
  )
}
