// Before a merge: which record stays, what moves to it, and what is added together; nothing is written until somebody says so.
import { fullMoney } from "~/core/money"
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { Card } from "~/ui/card"
import { ElementPicker } from "~/ui/picker"
import { PageHeader } from "~/ui/page-header"
import type { Use } from "./application"
import { addUse } from "./merge"

export interface MergePageProps {
  from: ElementRef
  into: ElementRef | null
  choices: readonly ElementRef[]
  /** the units of either, with what each record says */
  uses: readonly { unit: ElementRef; from: Use | null; into: Use | null }[]
  /** other links of the record that goes: in words */
  links: readonly string[]
  belongings: { comments: number; questions: number; answers: number; conversations: number; points: number; costs: number }
  currency: string
  reply: EditReply | undefined
}

/** Draws the page; without a survivor it asks for one. */
export function MergePage({ from, into, choices, uses, links, belongings, currency, reply }: MergePageProps) {
  const path = `/applications/${from.code}`
  const head = <PageHeader title={into ? `Merge ${from.name} into ${into.name}?` : `What is ${from.name} the same as?`} crumbs={[{ label: "Applications", href: "/applications" }, { label: from.name, href: path }]} lede={into ? `${into.name} (${into.code}) stays. ${from.code} leads to it from then on, and its history is kept. It can be taken back for 30 days.` : "Choose the record that stays."} />
  if (!into)
    return (
      <div className="page narrow">
        {head}
        <form method="get" action={`${path}/merge`} className="form">
          <ElementPicker label="The record that stays" name="into" required options={choices.filter(({ id }) => id !== from.id).map((one) => ({ ...asOption(one), value: one.code }))} empty="Choose" />
          <div className="form-actions">
            <button type="submit" className="btn primary">Show what would move</button>
            <a className="btn quiet" href={path}>Leave without merging</a>
          </div>
        </form>
      </div>
    )
  const counted = [
    [belongings.comments, "comment"], [belongings.questions, "question"], [belongings.answers, "answer about how it fits", "answers about how it fits"],
    [belongings.conversations, "conversation"], [belongings.points, "point people raised", "points people raised"], [belongings.costs, "cost line"],
  ] as const
  return (
    <div className="page narrow">
      {head}
      <Card title="Seats and yearly cost after it" id="uses" flush={uses.length > 0}>
        {uses.length === 0 ? <p className="muted">No unit uses either of them.</p> : (
          <div className="wide-table" tabIndex={0} role="group" aria-label="Seats and yearly cost after the merge">
            <table className="plain-table">
              <caption className="visually-hidden">Seats and yearly cost after the merge</caption>
              <thead><tr><th scope="col">Unit</th><th scope="col">{from.name}</th><th scope="col">{into.name}</th><th scope="col">Together</th></tr></thead>
              <tbody>
                {uses.map((use) => (
                  <tr key={use.unit.id}>
                    <th scope="row">{use.unit.name}</th>
                    <td>{inWords(use.from, currency)}</td>
                    <td>{inWords(use.into, currency)}</td>
                    <td><b>{inWords(use.from && use.into ? addUse(use.into, use.from) : (use.from ?? use.into), currency)}</b></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      <Card title="What moves" id="moves">
        <ul className="lines">
          {links.map((link) => <li key={link}>{link}</li>)}
          {counted.map(([count, one, many]) => (count === 0 ? null : <li key={one}>{count} {count === 1 ? one : (many ?? `${one}s`)}</li>))}
          <li>What {into.name} leaves blank, such as vendor or contract, is filled from {from.name}.</li>
        </ul>
      </Card>
      <EditForm form={`merge ${from.code} ${into.code}`} reply={reply} save={`Merge into ${into.name}`} cancelHref={path} action={`${path}/merge?into=${into.code}`}>
        {() => <input type="hidden" name="intoId" value={into.id} />}
      </EditForm>
      <p><a href={`/applications/${into.code}/merge?into=${from.code}`}>Keep {from.name} instead</a></p>
    </div>
  )
}

function inWords(use: Use | null, currency: string): string {
  if (use === null) return "none"
  return `${use.seats === null ? "seats not known" : `${use.seats} seats`}, ${use.yearlyCost === null ? "cost not known" : fullMoney(use.yearlyCost, currency)}`
}
