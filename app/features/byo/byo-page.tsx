// The page of a side-door tool: the need, its answer, what the tool is, what was reported before, comments and history.
import { dayMonthYear } from "~/core/calendar"
import { shortMoney } from "~/core/money"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { CommentsPanel, HistoryPanel } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import type { PanelData } from "~/features/elements/record-page"
import { Card } from "~/ui/card"
import { Props } from "~/ui/facts"
import { TextField } from "~/ui/field"
import { Menu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import { careInWords, controlWords, dispositionWords, foundHowWords, sensitivityWords, whyNotWords, wonWords } from "./byo"
import type { ByoRow } from "./byo-list"
import { ByoMark } from "./byo-mark"

export interface ByoPageProps {
  report: ByoRow & { archivedAt: Date | string | null; whyNotWords: string; answeredOn: string | null }
  reporter: ElementRef | null
  ledTo: ElementRef | null
  earlier: readonly (ElementRef & { unit: string | null; reportedOn: string })[]
  /** where the need stands on the map: its own goal, or those its team's services and applications serve */
  goals: readonly ElementRef[]
  panels: PanelData
  currency: string
  mayAnswer: boolean
  mayEngage: boolean
}

/** Draws the page. */
export function ByoPage(props: ByoPageProps) {
  const { report, earlier, panels, mayAnswer, mayEngage } = props
  const archived = report.archivedAt !== null
  const path = pathOf("byo", report.code)
  return (
    <div className="page">
      <PageHeader
        title={report.name} code={report.code} state={archived ? <StatusMark state="unknown">Archived</StatusMark> : <ByoMark report={report} />} lede={report.need}
        crumbs={[{ label: "Side-door IT", href: "/byo" }]}
        actions={
          <>
            {mayEngage ? (
              <Menu label="More ▾" className="btn quiet">
                <form method="post" action={`${path}/${archived ? "restore" : "archive"}`}>
                  <OperationFields form="archive" />
                  <button type="submit" className="btn quiet small">{archived ? "Bring it back" : "Archive"}</button>
                </form>
              </Menu>
            ) : null}
            {mayAnswer && !archived ? (
              <>
                <a className="btn" href={`${path}/edit`}>Edit</a>
                <a className="btn primary" href={`${path}/answer`}>{report.disposition === "under review" ? "Answer the need" : "Change the answer"}</a>
              </>
            ) : null}
          </>
        }
      />
      <Facts {...props} />
      <div className="split">
        <div className="stack">
          <AnswerCard report={report} />
          <LedTo {...props} mayMake={mayEngage && !archived} />
          <Card title="Where the need belongs" id="goals" foot={<a href="/map?overlay=side-door">Show it on the map</a>}>
            {props.goals.length === 0 ? <p className="muted">No goal is named, and what the team uses leads to none.</p> : null}
            {report.goal === null && props.goals.length > 0 ? <p className="small muted">No goal is named. These are the goals that what the team uses serves.</p> : null}
            <ul className="lines">
              {props.goals.map((goal) => <li key={goal.id}><a href={pathOf("goal", goal.code)}>{goal.name}</a> <span className="code">{goal.code}</span></li>)}
            </ul>
          </Card>
          {earlier.length > 0 ? (
            <Card title="Likely the same tool" id="earlier" aside={String(earlier.length)}>
              <ul className="lines">
                {earlier.map((one) => (
                  <li key={one.id}>
                    <span className="grow">
                      <a href={pathOf("byo", one.code)}>{one.name}</a> <span className="code">{one.code}</span>
                      <small>{one.unit ?? "Team not named"}, reported {dayMonthYear(one.reportedOn)}</small>
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <CommentsPanel archived={archived} element={report} comments={panels.comments} actorId={panels.actorId} actorName={panels.actorName} admin={panels.admin} />
        </div>
        <div className="stack">
          <HistoryPanel element={report} history={panels.history} />
        </div>
      </div>
    </div>
  )
}

function Facts({ report, reporter, currency }: Pick<ByoPageProps, "report" | "reporter" | "currency">) {
  const unknown = <span className="muted">Not known</span>
  const by = report.isAnonymous ? "somebody who gave no name" : (reporter?.name ?? "the operator")
  return (
    <Props
      items={[
        { label: "Team", value: report.unit ? <a href={pathOf("unit", report.unit.code)}>{report.unit.name}</a> : <span className="muted">Not named</span> },
        { label: "Job it does", value: report.job || unknown },
        { label: "Users", value: report.users ?? unknown },
        { label: "Yearly cost", value: report.yearlyCost === null ? unknown : shortMoney(report.yearlyCost, currency) },
        { label: "Data put in it", value: sensitivityWords[report.sensitivity ?? 0] ?? unknown },
        { label: "Not in place", value: report.missing.length === 0 ? "Nothing that we know of" : report.missing.map((control) => controlWords[control]).join(", ") },
        { label: "Care needed", value: report.care === null ? unknown : `${report.care} of 80`, note: careInWords(report) },
        { label: "Why IT was not used", value: whyNotWords[report.whyNot], note: report.whyNotWords ? `“${report.whyNotWords}”` : undefined },
        { label: "Who answers", value: report.owner ? <a href={pathOf("person", report.owner.code)}>{report.owner.name}</a> : <span className="muted">Nobody is named</span> },
        { label: "Reported", value: dayMonthYear(report.reportedOn), note: `by ${by}. ${foundHowWords[report.foundHow]}.` },
      ]}
    />
  )
}

function AnswerCard({ report }: Pick<ByoPageProps, "report">) {
  if (report.disposition === "under review")
    return <Card title="The answer" id="answer"><p className="muted">We are looking at it. An answer is due {dayMonthYear(report.answerDueOn)}.</p></Card>
  return (
    <Card title={`The answer: ${dispositionWords[report.disposition]}`} id="answer" aside={report.answeredOn ? dayMonthYear(report.answeredOn) : undefined}>
      <p>{report.reason}</p>
      {report.tolerateUntil ? <p>Agreed until {dayMonthYear(report.tolerateUntil)}.</p> : null}
      {report.replacedBy ? <p>In its place: <a href={pathOf("application", report.replacedBy.code)}>{report.replacedBy.name}</a></p> : null}
      {report.won ? <p>{wonWords[report.won]}.</p> : <p className="muted small">Whether they came back is not known yet.</p>}
    </Card>
  )
}

function LedTo({ report, ledTo, mayMake }: Pick<ByoPageProps, "report" | "ledTo"> & { mayMake: boolean }) {
  if (ledTo) return <Card title="What it led to" id="led-to"><p><a href={pathOf("initiative", ledTo.code)}>{ledTo.name}</a> <span className="code">{ledTo.code}</span></p></Card>
  if (!mayMake) return null
  return (
    <Card title="Make an initiative of the need" id="led-to">
      <form method="post" action={`/byo/${report.code}/initiative`} className="form" aria-label="Make an initiative of the need">
        <OperationFields form={`initiative of ${report.code}`} />
        <TextField label="Name of the initiative" name="name" id="initiative-name" required maxLength={200} hint={`${["It starts as an idea", report.goal ? `helps “${report.goal.name}”` : "", report.unit ? `affects ${report.unit.name}` : ""].filter(Boolean).join(" and ")}.`} />
        <div className="form-actions">
          <button type="submit" className="btn">Make the initiative</button>
        </div>
      </form>
    </Card>
  )
}
