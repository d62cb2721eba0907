/** Owns the strategy on a page: one sheet for the screen, the wall and one page of A4. */
import type { ReactNode } from "react"
import { useSearchParams } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import type { Exclusion } from "~/features/company/company"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import type { Strategy } from "~/features/alignment/strategy"
import { PillarColumn, StrategyTable } from "~/features/alignment/strategy-pillar"
import type { Working } from "~/features/alignment/working"
import { BarPair } from "~/ui/bar-pair"
import { EmptyState } from "~/ui/empty-state"
import { withValues } from "~/ui/list-url"
import { LinkMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { PrintButton } from "~/ui/print-button"
import { StatusMark } from "~/ui/status"
import "./strategy.css"

export interface StrategyPageProps {
  strategy: Strategy
  title: string
  moneySentence: string
  sayDoSentence: string
  money: Working
  sayDo: Working
  company: { name: string; purpose: string; exclusions: readonly Exclusion[] }
  year: { label: string; choices: readonly { value: string; label: string }[] }
  today: string
  mayPlan: boolean
  below?: ReactNode
}

/** Draws the page; without any goal it offers the first five questions. */
export function StrategyPage(props: StrategyPageProps) {
  const { strategy, title, year, mayPlan } = props
  const [address] = useSearchParams()
  const asTable = address.get("view") === "table"
  if (strategy.pillars.length === 0)
    return (
      <div className="page">
        <PageHeader title="No strategy yet." />
        <EmptyState title="Start with five questions (10 minutes)" actions={mayPlan ? <a className="btn primary" href="/strategy/start">Start</a> : undefined}>
          Why the company exists, its first direction, its first goal, how we will know, and what we will not do.
        </EmptyState>
      </div>
    )
  return (
    <div className="page strategy-page">
      <PageHeader
        title={title}
        lede={
          <>
            {props.moneySentence} <HowWorkedOut figure={props.money} />
          </>
        }
      />
      <div className="filters">
        <LinkMenu label={`Money in ${year.label} ▾`} className="chip" links={[{ value: "all", label: "All years" }, ...year.choices].map(({ value, label }) => ({ label, href: withValues(address, { year: value }) }))} />
        <span className="push row wrap">
          <a className="btn quiet small" href={withValues(address, { view: asTable ? null : "table" })}>
            {asTable ? "Show as page" : "Show as table"}
          </a>
          <PrintButton>Print on A4</PrintButton>
          <a className="btn quiet small" href={withValues(address, { present: "1" })}>
            Present
          </a>
          {mayPlan ? (
            <a className="btn primary small" href="/strategy/edit">
              Edit purpose
            </a>
          ) : null}
        </span>
      </div>
      {asTable ? <StrategyTable strategy={strategy} yearLabel={year.label} /> : <Sheet {...props} />}
      {props.below}
    </div>
  )
}

function Sheet({ strategy, company, year, sayDo, sayDoSentence, today, mayPlan }: StrategyPageProps) {
  return (
    <article className="sheet" aria-label="Strategy on a page">
      <header className="sheet-head">
        <div>
          <p className="tiny muted">
            {company.name} · strategy {year.label}
          </p>
          <h2>{company.purpose || <span className="muted">Why does {company.name} exist? {mayPlan ? <a href="/strategy/edit">Say it in a sentence</a> : null}</span>}</h2>
        </div>
        <p className="sheet-key tiny muted">
          <span className="bullet" aria-hidden="true">
            <span className="track" />
            <span className="done-part" style={{ inlineSize: "45%" }} />
            <span className="expected" style={{ insetInlineStart: "70%" }} />
            <span className="end" />
            <span className="now" style={{ insetInlineStart: "45%" }} />
          </span>
          <span>
            start, <b>now</b>, where we should be today, target
          </span>
        </p>
      </header>
      <div className="pillars" data-count={Math.min(4, strategy.pillars.length + (strategy.pillars.length < 3 && company.exclusions.length > 0 ? 1 : 0))}>
        {strategy.pillars.map((pillar, at) => (
          <PillarColumn key={pillar.code} pillar={pillar}>
            {at === strategy.pillars.length - 1 ? <NotDone company={company} yearLabel={year.label} mayPlan={mayPlan} /> : null}
          </PillarColumn>
        ))}
      </div>
      {strategy.bars.length > 0 ? (
        <section className="say-do" aria-labelledby="say-do-title">
          <div className="say-do-lead">
            <h3 id="say-do-title">Does money follow words?</h3>
            <p>{sayDoSentence}</p>
            <p className="keys muted">
              <span className="bar-pair" aria-hidden="true">
                <span className="say" />
              </span>
              what we say: weight
              <br />
              <span className="bar-pair" aria-hidden="true">
                <span className="do" />
              </span>
              what we do: money
            </p>
            <HowWorkedOut figure={sayDo} />
          </div>
          <div className="say-do-bars">
            {strategy.bars.map((bar) => (
              <BarPair key={bar.code ?? bar.name} name={bar.name} say={bar.say} does={bar.does} scale={Math.max(...strategy.bars.flatMap((each) => [each.say, each.does]))} words={bar.words} gap={bar.gap} />
            ))}
          </div>
          {strategy.moreBars > 0 ? <p className="tiny muted">{strategy.moreBars} more goals, where money and words differ less.</p> : null}
        </section>
      ) : null}
      <footer className="sheet-foot tiny muted">
        <StatusMark state="on-track" />
        <StatusMark state="at-risk" />
        <StatusMark state="off-track">Off track or no work</StatusMark>
        <StatusMark state="unknown">Not known yet</StatusMark>
        <span className="push">as of {dayMonthYear(today)}</span>
      </footer>
    </article>
  )
}

function NotDone({ company, yearLabel, mayPlan }: { company: StrategyPageProps["company"]; yearLabel: string; mayPlan: boolean }) {
  if (company.exclusions.length === 0) return mayPlan ? <p className="not-done small"><a href="/strategy/edit#exclusions">Say what we will not do</a></p> : null
  return (
    <div className="not-done">
      <h3>What we will not do in {yearLabel}</h3>
      <ul>
        {company.exclusions.map((each) => (
          <li key={each.text}>
            <b>{each.text.replace(/\.$/, "")}.</b> {each.reason}
          </li>
        ))}
      </ul>
    </div>
  )
}
