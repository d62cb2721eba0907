/** Owns the page of a goal: where it belongs, how it stands and why, how we will know, the work for it, and what lies below. */
import { useSearchParams } from "@remix-run/react"
import type { ReactNode } from "react"
import { dayMonthYear, daysBetween } from "~/core/calendar"
import { fullMoney, shortMoney } from "~/core/money"
import type { GapName } from "~/features/elements/accepted-gap"
import { CommentsPanel, HistoryPanel, PeoplePanel, QuestionsPanel } from "~/features/elements/element-panels"
import type { ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { GapCard, WhyCard, type PanelData } from "~/features/elements/record-page"
import { goalLevelWords, goalStatusWords, perspectiveWords } from "~/features/goals/goal"
import type { GoalFields } from "~/features/goals/goal"
import type { GoalHealth } from "~/features/goals/goal-progress"
import { MeasuresCard } from "~/features/goals/measure-card"
import type { ChartedMeasure } from "~/features/goals/measure-chart"
import { GoalsBelow } from "~/features/alignment/goals-below"
import { GoalState, type HealthSaid } from "~/features/alignment/goal-state"
import type { GoalView } from "~/features/alignment/goal-view"
import { GoalWorkCard } from "~/features/alignment/goal-work-card"
import type { LinkedWhy } from "~/features/alignment/why-links"
import { Who } from "~/ui/avatar"
import { Card } from "~/ui/card"
import { Props, type Fact } from "~/ui/facts"
import { withValues } from "~/ui/list-url"
import { LinkMenu, Menu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { Shape, StatusMark } from "~/ui/status"
import "../goals/goals.css"

export interface GoalPageProps {
  goal: GoalFields & ElementRef & { archivedAt: Date | string | null }
  view: GoalView
  measures: readonly ChartedMeasure[]
  archivedMeasures: readonly { id: string; name: string }[]
  panels: PanelData
  why: LinkedWhy | null
  said: HealthSaid | null
  versions: Readonly<Record<string, number>>
  choices: readonly ElementRef[] | null
  proposed: { health: GoalHealth; reason: string } | null
  today: string
  currency: string
  year: { label: string; choices: readonly { value: string; label: string }[] }
}

/** Draws the page; a pillar or an objective shows what fits it. */
export function GoalPage(props: GoalPageProps) {
  const { goal, view, measures, panels, why, today } = props
  const { place } = view
  const archived = goal.archivedAt !== null
  const level = place?.level ?? "goal"
  const through = level === "pillar" && view.below.length > 0
  return (
    <div className="page">
      <PageHeader
        crumbs={[{ label: "Goals", href: "/goals" }, ...view.above.map((each) => ({ label: each.name, href: `/goals/${each.code}` })), { label: goal.name }]}
        title={goal.name}
        code={goal.code}
        state={archived ? <StatusMark state="unknown">Archived</StatusMark> : goal.status === "active" ? (level === "goal" ? undefined : <span className="pill">{goalLevelWords[level]}</span>) : <span className="pill">{goalStatusWords[goal.status]}</span>}
        lede={goal.summary || (panels.mayEdit ? <span className="muted">No summary yet: what shall be true, in two sentences?</span> : undefined)}
        actions={
          <Actions goal={goal} mayEdit={panels.mayEdit} mayArchive={panels.mayName} archived={archived} reading={measures.length > 0} />
        }
      />
      <Props items={propsOf(props)} />
      <div className="split">
        <div className="stack">
          {archived ? null : <GoalState {...props} through={through} />}
          {place?.gaps.map((gap) => (gap.gap === "goalsWithoutMeasure" && !through ? null : <GapCard key={gap.gap} record={goal} gap={gap} mayPlan={panels.mayName} {...wayOut(gap.gap, goal.code)} />))}
          <MeasuresCard goalCode={goal.code} measures={measures} archived={panels.mayEdit && !archived ? props.archivedMeasures : []} throughGoals={through} today={today} mayEdit={panels.mayEdit && !archived} mayAccept={panels.mayName && (place?.gaps.some(({ gap, acceptedUntil }) => gap === "goalsWithoutMeasure" && acceptedUntil === null) ?? false)} />
          {view.below.length > 0 || level !== "objective" ? <GoalsBelow goal={goal} view={view} level={level} currency={props.currency} mayPlan={panels.mayName && !archived} /> : null}
          <GoalWorkCard goal={goal} view={view} versions={props.versions} choices={props.choices} mayEdit={panels.mayEdit && !archived} currency={props.currency} yearLabel={props.year.label} />
          {goal.why || goal.promiseLine ? (
            <Card title="Why it matters" id="matters">
              {goal.why ? <p className="words">{goal.why}</p> : null}
              {goal.promiseLine ? (
                <p>
                  <span className="muted">What changes for you: </span>
                  {goal.promiseLine}
                </p>
              ) : null}
            </Card>
          ) : null}
          <WhyCard why={why} />
        </div>
        <div className="stack">
          <PeoplePanel archived={panels.archived} element={goal} people={panels.people} choices={panels.choices} mayName={panels.mayName} mayGive={panels.mayEdit} />
          <QuestionsPanel archived={panels.archived} element={goal} questions={panels.questions} actorId={panels.actorId} planner={panels.mayName} />
          <CommentsPanel archived={panels.archived} element={goal} comments={panels.comments} actorId={panels.actorId} actorName={panels.actorName} admin={panels.admin} />
          <HistoryPanel element={goal} history={panels.history} />
        </div>
      </div>
    </div>
  )
}

function Actions({ goal, mayEdit, mayArchive, archived, reading }: { goal: ElementRef; mayEdit: boolean; mayArchive: boolean; archived: boolean; reading: boolean }) {
  const path = `/goals/${goal.code}`
  return (
    <>
      {archived ? null : (
        <a className="btn quiet" href="#ask">
          Ask about this
        </a>
      )}
      {mayArchive ? (
        <Menu label="More ▾" className="btn quiet">
          <form method="post" action={`${path}/${archived ? "restore" : "archive"}`}>
            <OperationFields form="archive" />
            <button type="submit" className="btn quiet small">
              {archived ? "Bring it back" : "Archive"}
            </button>
          </form>
        </Menu>
      ) : null}
      {mayEdit && !archived ? (
        <a className={reading ? "btn" : "btn primary"} href={`${path}/edit`}>
          Edit
        </a>
      ) : null}
      {mayEdit && !archived && reading ? (
        <a className="btn primary" href="#add-reading">
          Add reading
        </a>
      ) : null}
    </>
  )
}

function propsOf({ goal, view, measures, panels, today, currency, year }: GoalPageProps): Fact[] {
  const { place } = view
  const person = (role: "accountable" | "responsible", label: string): Fact => {
    const one = panels.people.find((each) => each.role === role)
    return { label, value: one ? <Who name={one.person.name} href={`/people/${one.person.code}`} /> : <Missing words={role === "accountable" ? "Nobody owns it" : "Nobody named"} /> }
  }
  const read = measures.flatMap((measure) => measure.last ?? []).sort((a, b) => (a.readOn < b.readOn ? 1 : -1))[0]
  const facts: Fact[] = [person("accountable", "Business owner"), person("responsible", "IT partner")]
  if (goal.dueOn) facts.push({ label: "Due", value: dayMonthYear(goal.dueOn), note: dueWords(daysBetween(today, goal.dueOn)) })
  else facts.push({ label: "Due", value: <span className="muted">No date</span> })
  if (place?.counts) facts.push({ label: "Weight", value: place.share === null ? String(goal.weight) : `${Math.round(place.share * 1000) / 10} of 100`, note: view.rank })
  if (view.money) facts.push({
    label: `Money in ${year.label}`, value: <span title={fullMoney(view.money.amount, currency)}>{shortMoney(view.money.amount, currency)}</span>,
    note: <>{view.money.share === null ? "" : `${Math.round(view.money.share * 100)} % of all work`} <YearMenu year={year} /></>,
  })
  if (read) facts.push({ label: "Last reading", value: dayMonthYear(read.readOn), note: agoWords(daysBetween(read.readOn, today)) })
  if (goal.perspective) facts.push({ label: "Perspective", value: perspectiveWords[goal.perspective] })
  return facts
}

function wayOut(gap: GapName, code: string): { linkLabel: string; linkHref: string } {
  if (gap === "goalsWithoutOwner") return { linkLabel: "Name an owner", linkHref: "#people" }
  if (gap === "goalsWithoutMeasure") return { linkLabel: "Add measure", linkHref: `/goals/${code}/measures/new` }
  return { linkLabel: "Link work", linkHref: "#link-work" }
}

function YearMenu({ year }: { year: GoalPageProps["year"] }) {
  const [address] = useSearchParams()
  return <LinkMenu label="Year ▾" className="year-menu" links={[{ value: "all", label: "All years" }, ...year.choices].map(({ value, label }) => ({ label, href: withValues(address, { year: value }) }))} />
}

function Missing({ words }: { words: string }): ReactNode {
  return (
    <span className="status">
      <Shape state="gap" />
      <a href="#people">{words}</a>
    </span>
  )
}

function dueWords(days: number): string {
  if (days === 0) return "today"
  return days > 0 ? `in ${days} ${days === 1 ? "day" : "days"}` : `${-days} ${days === -1 ? "day" : "days"} ago`
}

function agoWords(days: number): string {
  return days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`
}
