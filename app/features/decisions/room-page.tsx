// The room of a decision: options and criteria, the saving, what people said, the gate, and the decision as it reads.
import "./decision.css"
import type { ReactNode } from "react"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { CommentsPanel, HistoryPanel, PeoplePanel, QuestionsPanel } from "~/features/elements/element-panels"
import type { PanelData } from "~/features/elements/record-page"
import { PageHeader } from "~/ui/page-header"
import { Shape, StatusMark, type StatusState } from "~/ui/status"
import { ContextCard, PointsCard, ScorersCard, TiesCard, ToolsCard } from "./about-cards"
import { isOpen, stateWords, topicWords, type DecisionState } from "./decision"
import { ReadsCard } from "./reads-card"
import { headlineOf, type RoomShown } from "./room"
import { SavingCard } from "./saving-card"
import { WeighingCard } from "./weighing-card"

export const stateShapes: Record<DecisionState, StatusState> = {
  draft: "not-started", "in consultation": "on-track", ready: "at-risk", approved: "done", rejected: "off-track", superseded: "unknown", withdrawn: "unknown",
}

export interface RoomPageProps {
  room: RoomShown
  panels: PanelData
  choices: Readonly<Record<"function" | "application" | "unit", readonly ElementRef[] | null>>
  /** the gate's card, with who was asked */
  gate: ReactNode
  gateOpen: boolean
}

/** Draws the page. */
export function RoomPage({ room, panels, choices, gate, gateOpen }: RoomPageProps) {
  const { decision, ties, supersedes, supersededBy, may } = room
  const path = pathOf("decision", decision.code)
  const job = ties.find(({ relation }) => relation === "governs")?.to
  const headline = headlineOf(room)
  return (
    <div className="page">
      <PageHeader
        title={headline ? `${headline}${gateOpen ? "." : ", but it cannot be decided yet."}` : decision.name}
        code={decision.code}
        state={decision.archived ? <StatusMark state="unknown">Archived</StatusMark> : <StatusMark state={stateShapes[decision.state]}>{stateWords[decision.state]}</StatusMark>}
        crumbs={[{ label: "Decisions", href: "/decisions" }, ...(job ? [{ label: job.name, href: pathOf("function", job.code) }] : []), { label: decision.name }]}
        lede={<Lede room={room} />}
        actions={may.sign ? <a className="btn primary" href={`${path}/sign`}>Read and sign</a> : room.myScoring === "todo" && may.scoring ? <a className="btn primary" href={`${path}/scores`}>Give your scores</a> : undefined}
      />
      <StepLine state={decision.state} />
      {supersedes || supersededBy ? (
        <p>
          {supersedes ? <>In place of <a href={pathOf("decision", supersedes.code)}>{supersedes.name}</a>. </> : null}
          {supersededBy ? <>Replaced by <a href={pathOf("decision", supersededBy.code)}>{supersededBy.name}</a>.</> : null}
        </p>
      ) : null}
      <div className="split">
        <div className="stack">
          <ContextCard room={room} path={path} />
          <WeighingCard room={room} path={path} />
          <ToolsCard room={room} />
          <SavingCard room={room} path={path} />
          <PointsCard room={room} />
          <CommentsPanel archived={decision.archived} element={decision} comments={panels.comments} actorId={panels.actorId} actorName={panels.actorName} admin={panels.admin} />
        </div>
        <div className="stack">
          {gate}
          <ReadsCard room={room} path={path} people={panels.choices} />
          <ScorersCard room={room} path={path} people={panels.choices} />
          <TiesCard room={room} path={path} choices={choices} />
          <PeoplePanel archived={decision.archived} element={decision} people={panels.people} choices={panels.choices} mayName={panels.mayName} mayGive={panels.mayEdit} />
          <QuestionsPanel archived={decision.archived} element={decision} questions={panels.questions} actorId={panels.actorId} planner={panels.mayName} />
          <HistoryPanel element={decision} history={panels.history} />
        </div>
      </div>
    </div>
  )
}

function Lede({ room: { decision } }: { room: RoomShown }) {
  return (
    <>
      <strong>{decision.name}</strong>, {topicWords[decision.topic].toLowerCase()}.{decision.summary ? ` ${decision.summary}` : ""}
      {decision.importedFrom ? <> <b>Imported from {decision.importedFrom}</b> of {decision.importedOn}: decided elsewhere, so no gate was passed here.</> : null}
      {decision.signedOn && !decision.importedFrom ? ` Decided on ${decision.signedOn}.` : ""}
    </>
  )
}

const line: readonly DecisionState[] = ["draft", "in consultation", "ready", "approved"]

/** The way of a decision, with what is behind it; one that ended another way shows where. */
function StepLine({ state }: { state: DecisionState }) {
  const steps = isOpen(state) || state === "ready" || state === "approved" ? line : [...line.slice(0, 3), ...(state === "superseded" ? (["approved"] as const) : []), state]
  const at = steps.indexOf(state)
  return (
    <ol className="decision-steps" aria-label="How far it is">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? "step" : undefined}>
          {index < at ? <Shape state="done" /> : null}
          {stateWords[step]}
        </li>
      ))}
    </ol>
  )
}
