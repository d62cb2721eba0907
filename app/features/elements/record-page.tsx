// The frame of a record's page: head with its actions, the answer to "why?", its gap with the ways out, and the shared panels.
import "./record-page.css"
import type { ReactNode } from "react"
import { Card } from "~/ui/card"
import { Menu } from "~/ui/menu"
import { PageHeader, type Crumb } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import { dayMonthYear } from "~/core/calendar"
import { gapWords, type GapName } from "./accepted-gap"
import { CommentsPanel, HistoryPanel, PeoplePanel, QuestionsPanel, type PanelComment, type PanelHistory, type PanelPerson, type PanelQuestion } from "./element-panels"
import { kindWords, pathOf, type ElementRef } from "./element"
import { OperationFields } from "./operation-fields"

/** What the panels show and what this person may do in them. */
export interface PanelData {
  owned: boolean
  /** nothing new is written about what is archived */
  archived: boolean
  people: readonly PanelPerson[]
  comments: readonly PanelComment[]
  questions: readonly PanelQuestion[]
  history: PanelHistory
  choices: readonly ElementRef[] | null
  mayName: boolean
  mayEdit: boolean
  actorId: string
  actorName: string
  admin: boolean
}

export interface RecordPageProps {
  record: ElementRef & { summary: string; archivedAt: Date | string | null }
  crumbs?: readonly Crumb[]
  state?: ReactNode
  /** properties under the name */
  props?: ReactNode
  panels: PanelData
  mayEdit: boolean
  mayArchive: boolean
  /** cards before the panels */
  children: ReactNode
}

/** Draws the page of one record. */
export function RecordPage({ record, crumbs, state, props, panels, mayEdit, mayArchive, children }: RecordPageProps) {
  const words = kindWords[record.kind]
  const archived = record.archivedAt !== null
  return (
    <div className="page">
      <PageHeader
        title={record.name}
        code={record.code}
        state={archived ? <StatusMark state="unknown">Archived</StatusMark> : state}
        lede={record.summary || (mayEdit && record.kind !== "person" ? <span className="muted">No summary yet: what is it, in two sentences?</span> : undefined)}
        crumbs={[{ label: words.many, href: words.path }, ...(crumbs ?? [])]}
        actions={<Actions record={record} mayEdit={mayEdit} mayArchive={mayArchive} archived={archived} />}
      />
      {props}
      <div className="split">
        <div className="stack">{children}</div>
        <div className="stack">
          {panels.owned ? <PeoplePanel archived={archived} element={record} people={panels.people} choices={panels.choices} mayName={panels.mayName} mayGive={panels.mayEdit} /> : null}
          <QuestionsPanel archived={archived} element={record} questions={panels.questions} actorId={panels.actorId} planner={panels.mayName} />
          <CommentsPanel archived={archived} element={record} comments={panels.comments} actorId={panels.actorId} actorName={panels.actorName} admin={panels.admin} />
          <HistoryPanel element={record} history={panels.history} />
        </div>
      </div>
    </div>
  )
}

function Actions({ record, mayEdit, mayArchive, archived }: { record: ElementRef; mayEdit: boolean; mayArchive: boolean; archived: boolean }) {
  const path = pathOf(record.kind, record.code)
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
        <a className="btn primary" href={`${path}/edit`}>
          Edit
        </a>
      ) : null}
    </>
  )
}

/** Draws the answer to "why do we run this?" with its records as links. */
export function WhyCard({ why }: { why: { question: string; sentences: readonly (readonly { text: string; href: string | null }[])[] } | null }) {
  if (why === null) return null
  return (
    <Card title={why.question} id="why" tone="focus">
      <p>
        {why.sentences.map((parts, at) => (
          <span key={at}>
            {at > 0 ? " " : ""}
            {parts.map((part, index) => (part.href === null ? part.text : <a key={index} href={part.href}>{part.text}</a>))}
          </span>
        ))}
      </p>
    </Card>
  )
}

/** Draws a gap of this record with the ways out: link it, ask the owner, accept it as it is. */
export function GapCard({ record, gap, mayPlan, linkLabel, linkHref = "#links" }: { record: ElementRef; gap: { gap: GapName; acceptedUntil: string | null }; mayPlan: boolean; linkLabel: string; linkHref?: string }) {
  const accepted = gap.acceptedUntil !== null
  return (
    <Card id={`gap-${gap.gap}`} tone={accepted ? undefined : "gap"} title={<StatusMark state="gap">{gapWords[gap.gap]}</StatusMark>}>
      {accepted ? <p>Accepted as it is until {dayMonthYear(gap.acceptedUntil ?? "")}. It stays in every figure.</p> : null}
      <div className="row wrap">
        {mayPlan ? (
          <a className="btn" href={linkHref}>
            {linkLabel}
          </a>
        ) : null}
        <a className="btn" href="#ask">
          Ask the owner
        </a>
        {mayPlan && !accepted ? (
          <a className="btn quiet" href={`/gaps/accept?about=${record.code}&gap=${gap.gap}`}>
            Accept as is
          </a>
        ) : null}
      </div>
    </Card>
  )
}
