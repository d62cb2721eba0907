// The page of an initiative: head, why, what it helps, what it needs first, what it changes, money, status, and the shared panels.
import type { ReactElement, ReactNode } from "react"
import { dayMonthYear } from "~/core/calendar"
import { CommentsPanel, HistoryPanel, PeoplePanel, QuestionsPanel } from "~/features/elements/element-panels"
import { pathOf } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { GapCard, WhyCard, type PanelData } from "~/features/elements/record-page"
import { addMoney, fullMoney, shortMoney } from "~/core/money"
import { Dialog, DialogLink } from "~/ui/dialog"
import { DrawnOnce } from "~/ui/drawn-once"
import { Props, type Fact } from "~/ui/facts"
import { Menu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import { GoalsCard } from "./initiative-goals-card"
import { HealthMark, HelpStrength } from "./initiative-marks"
import { AffectsCard, ChangesCard, MoneyCard, NeedsCard } from "./initiative-cards"
import { stageWords } from "./initiative"
import type { InitiativeAlignment, InitiativePageData } from "./initiative-page-data"
import { ReportForm, StatusCard } from "./initiative-status"
import { isApproval, nextStages } from "./stage"
import { partWords } from "./status-report"
import "./initiative.css"

/** Draws the page; the alignment stands for one version of the records and one day, so what follows from these alone is drawn once. */
export function InitiativePage({ data, panels, alignment, asked, gateOpen, origins }: { data: InitiativePageData; panels: PanelData; alignment: InitiativeAlignment; asked: ReactElement | null; gateOpen: boolean; origins?: ReactNode }) {
  const { initiative } = data
  return (
    <div className="page">
      <PageHeader
        title={initiative.name}
        code={initiative.code}
        crumbs={[{ label: "Initiatives", href: "/initiatives" }, ...alignment.crumbs, { label: initiative.name }]}
        state={initiative.archived ? <StatusMark state="unknown">Archived</StatusMark> : <HealthMark health={data.health} />}
        lede={<Lede data={data} />}
        actions={<Actions data={data} gateOpen={gateOpen} />}
      />
      <DrawnOnce of={alignment} by="facts" draw={() => <Props items={facts(data, alignment)} />} />
      <div className="halves">
        <div className="stack">
          {alignment.why ? <DrawnOnce of={alignment} by="why" draw={() => <WhyCard why={alignment.why} />} /> : null}
          {alignment.gap ? <GapCard record={initiative} gap={alignment.gap} mayPlan={data.mayPlan} linkLabel="Link a goal" /> : null}
          <GoalsCard data={data} alignment={alignment} />
          <NeedsCard data={data} />
          <ChangesCard data={data} />
          <AffectsCard data={data} />
          {asked}
          {origins}
        </div>
        <div className="stack">
          <DrawnOnce of={alignment} by="status" draw={() => <StatusCard data={data} />} />
          <DrawnOnce of={alignment} by={`money ${data.mayEdit}`} draw={() => <MoneyCard data={data} alignment={alignment} />} />
          <PeoplePanel archived={panels.archived} element={initiative} people={panels.people} choices={panels.choices} mayName={panels.mayName} mayGive={panels.mayEdit} />
          <QuestionsPanel archived={panels.archived} element={initiative} questions={panels.questions} actorId={panels.actorId} planner={panels.mayName} />
          <CommentsPanel archived={panels.archived} element={initiative} comments={panels.comments} actorId={panels.actorId} actorName={panels.actorName} admin={panels.admin} />
          <HistoryPanel element={initiative} history={panels.history} />
        </div>
      </div>
      {data.mayEdit && !initiative.archived ? (
        <Dialog id="report" title="Update the status">
          <ReportForm report={data.report} today={data.today} action={`/initiatives/${initiative.code}/report`} reply={undefined} cancelHref={`/initiatives/${initiative.code}`} />
        </Dialog>
      ) : null}
    </div>
  )
}

function Lede({ data }: { data: InitiativePageData }) {
  const { initiative, report, reports } = data
  return (
    <>
      {initiative.summary ? <b>{initiative.summary}</b> : <span className="muted">No summary yet: what changes for whom, in two sentences?</span>}{" "}
      {report?.healthNote ? (
        <span>
          {report.healthNote}{" "}
          <span className="muted">
            {reports[0]?.by}, {dayMonthYear(report.reportedOn ?? data.today)}
          </span>
        </span>
      ) : null}
    </>
  )
}

function facts(data: InitiativePageData, alignment: InitiativeAlignment): Fact[] {
  const { initiative, owner, sponsor, goals, report } = data
  const amounts = Object.values(initiative.budget)
  const person = (who: InitiativePageData["owner"]) => (who ? <a href={pathOf("person", who.code)}>{who.name}</a> : null)
  return [
    { label: "Owner", value: person(owner) ?? <StatusMark state="gap">No owner</StatusMark> },
    { label: "Sponsor", value: person(sponsor) ?? <span className="muted">Not named</span> },
    {
      label: "Serves",
      value: goals[0] ? (
        <>
          <HelpStrength strength={goals[0].strength} /> <a href={pathOf("goal", goals[0].goal.code)}>{goals[0].goal.name}</a>
        </>
      ) : (
        <StatusMark state="gap">No goal</StatusMark>
      ),
      note: goals.length > 1 ? `and ${goals.length - 1} more` : undefined,
    },
    { label: "Stage", value: stageWords[initiative.status] },
    { label: "Dates", value: datesInWords(initiative.startsOn, initiative.endsOn) },
    {
      label: "Budget",
      value: amounts.length === 0 ? <span className="muted">Not known yet</span> : <span title={fullMoney(addMoney(amounts), alignment.currency)}>{shortMoney(addMoney(amounts), alignment.currency)}</span>,
      note: amounts.length > 1 ? `over ${amounts.length} years` : undefined,
    },
    ...(report
      ? [{ label: `Reported ${dayMonthYear(report.reportedOn ?? data.today)}`, value: (["scheduleHealth", "costHealth", "scopeHealth"] as const).map((part) => <HealthMark key={part} health={report[part]} prefix={partWords[part]} />) }]
      : []),
  ]
}

function datesInWords(startsOn: string | null, endsOn: string | null): string {
  if (startsOn && endsOn) return `${dayMonthYear(startsOn)} to ${dayMonthYear(endsOn)}`
  if (startsOn) return `from ${dayMonthYear(startsOn)}, end not known`
  return endsOn ? `by ${dayMonthYear(endsOn)}, start not known` : "Not known yet"
}

function Actions({ data, gateOpen }: { data: InitiativePageData; gateOpen: boolean }) {
  const { initiative } = data
  const path = `/initiatives/${initiative.code}`
  return (
    <>
      {initiative.archived ? null : (
        <a className="btn quiet" href="#ask">
          Ask about this
        </a>
      )}
      {data.mayPlan ? (
        <form method="post" action={`${path}/${initiative.archived ? "restore" : "archive"}`}>
          <OperationFields form="archive" />
          <button type="submit" className="btn quiet">
            {initiative.archived ? "Bring it back" : "Archive"}
          </button>
        </form>
      ) : null}
      {data.mayEdit && !initiative.archived ? (
        <>
          <StageMenu data={data} path={path} gateOpen={gateOpen} />
          <a className="btn" href={`${path}/edit`}>
            Edit
          </a>
          <DialogLink dialog="report" href={`${path}/report`} className="btn primary">
            Update status
          </DialogLink>
        </>
      ) : null}
    </>
  )
}

function StageMenu({ data, path, gateOpen }: { data: InitiativePageData; path: string; gateOpen: boolean }) {
  const { status, version } = data.initiative
  return (
    <Menu label={`${stageWords[status]} ▾`} name="stage">
      {nextStages(status).map(({ to, label }) => {
        const refused = isApproval(status, to) && !data.mayApprove
        if (isApproval(status, to) && !gateOpen)
          return (
            <div key={to}>
              <a className="btn quiet" href={`${path}/stage?to=${to}`}>
                {label} …
              </a>
              <small className="muted">Not everybody was asked yet.</small>
            </div>
          )
        return (
          <form key={to} method="post" action={`${path}/stage`}>
            <OperationFields form={`stage ${to}`} version={version} />
            <input type="hidden" name="to" value={to} />
            <button type="submit" className="btn quiet" disabled={refused}>
              {label}
            </button>
            {refused ? <small className="muted">A planner approves.</small> : null}
          </form>
        )
      })}
    </Menu>
  )
}
