// The life of an application: the days of its stages, its contract with the day for notice, and the full yearly cost line by line.
import "./portfolio.css"
import { dayMonthYear } from "~/core/calendar"
import { fullMoney } from "~/core/money"
import { Card } from "~/ui/card"
import { StatusMark } from "~/ui/status"
import { lifecycles, stageDays, stageDayWords, type ApplicationFields, type ContractState } from "./application"
import { costKinds, costKindWords, type CostYear } from "./cost-line"

type Life = Pick<ApplicationFields, "lifecycle" | "contractEndsOn" | "noticeOn" | (typeof stageDays)[number]>

/** Draws stages and contract; the stage it is in stands out. */
export function LifeCard({ life, contract }: { life: Life; contract: ContractState }) {
  return (
    <Card title="Life and contract" id="life">
      <dl className="stage-days">
        {stageDays.map((field, at) => (
          <div key={field} className={lifecycles[at] === life.lifecycle ? "here" : undefined}>
            <dt>{stageDayWords[field]}</dt>
            <dd>{life[field] === null ? <span className="muted">Not known</span> : dayMonthYear(life[field])}</dd>
          </div>
        ))}
      </dl>
      <p><ContractMark contract={contract} contractEndsOn={life.contractEndsOn} noticeOn={life.noticeOn} /></p>
    </Card>
  )
}

/** Draws how the contract stands, with its days. */
export function ContractMark({ contract, contractEndsOn, noticeOn }: { contract: ContractState } & Pick<Life, "contractEndsOn" | "noticeOn">) {
  const end = contractEndsOn === null ? "" : dayMonthYear(contractEndsOn)
  const notice = noticeOn === null ? "" : dayMonthYear(noticeOn)
  switch (contract) {
    case "none":
      return <span className="muted">Contract not known</span>
    case "ended":
      return <StatusMark state="off-track">Contract ended {end}</StatusMark>
    case "notice near":
      return <StatusMark state="at-risk">Notice by {notice}{end ? `, ends ${end}` : ""}</StatusMark>
    case "notice missed":
      return <StatusMark state="at-risk">Ends {end}; notice was due {notice}</StatusMark>
    case "ends soon":
      return <StatusMark state="at-risk">Contract ends {end}</StatusMark>
    case "running":
      return <span>{end ? `Contract until ${end}` : "Contract without an end"}{notice ? `, notice by ${notice}` : ""}</span>
  }
}

export interface CostsCardProps {
  code: string
  years: readonly CostYear[]
  thisYear: number
  currency: string
  mayEdit: boolean
}

/** Draws the full yearly cost by year; a line that nobody wrote down stays "not known" and is never 0. */
export function CostsCard({ code, years, thisYear, currency, mayEdit }: CostsCardProps) {
  const money = (amount: string | undefined) => (amount === undefined ? <span className="muted">Not known</span> : fullMoney(amount, currency))
  const link = (year: number) => `/applications/${code}/costs?year=${year}`
  return (
    <Card title="Full yearly cost" id="costs" flush={years.length > 0} foot={mayEdit ? <a className="btn small" href={link(thisYear)}>Write down the costs of {thisYear}</a> : undefined}>
      {years.length === 0 ? <p className="muted">Nobody wrote down licence, support, maintenance and administration yet.</p> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label="Full yearly cost by year">
          <table className="plain-table">
            <caption className="visually-hidden">Full yearly cost by year</caption>
            <thead>
              <tr>
                <th scope="col">Year</th>
                {costKinds.map((kind) => <th key={kind} scope="col" className="num">{costKindWords[kind]}</th>)}
                <th scope="col" className="num">Together</th>
              </tr>
            </thead>
            <tbody>
              {years.map((one) => (
                <tr key={one.year}>
                  <th scope="row">{mayEdit ? <a href={link(one.year)}>{one.year}</a> : one.year}</th>
                  {costKinds.map((kind) => <td key={kind} className="num">{money(one.lines[kind]?.amount)}</td>)}
                  <td className="num"><b>{fullMoney(one.total, currency)}</b></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
