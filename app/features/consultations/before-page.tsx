// The tab "before": who is affected and who was heard, both gates, who is missing and could speak, and who takes part.
import type { ReactNode } from "react"
import "./before.css"
import "./feedback.css"
import { pathOf } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { DrawnOnce } from "~/ui/drawn-once"
import { EmptyState } from "~/ui/empty-state"
import { How } from "~/ui/how"
import { PageHeader } from "~/ui/page-header"
import { StatusMark, type StatusState } from "~/ui/status"
import type { BeforeShown } from "./before-view"
import { AffectedForms, AskForm, OptionsCard, SubjectsCard } from "./before-forms"
import { MissingCard, TakingPartCard } from "./before-people"
import { levelWords, stateWords } from "./consultation"
import { coverageSentence, percentOf } from "./coverage"
import { CoverageMatrix } from "./coverage-matrix"
import { GateCard } from "./gate-card"
import { MomentTabs } from "./meeting-frame"

const shapes: Record<BeforeShown["head"]["state"], StatusState> = { draft: "not-started", open: "on-track", closed: "done", cancelled: "unknown" }

/** Draws the tab. */
export function BeforePage({ page, waivers }: { page: BeforeShown; waivers?: ReactNode }) {
  const { head, asked, subject, subjects, mayRun } = page
  const path = `/consultations/${head.code}`
  const archived = head.archivedAt !== null
  return (
    <div className="page">
      <PageHeader
        title={asked && asked.coverage.share !== null ? coverageSentence(asked.coverage) : head.name}
        code={head.code}
        state={archived ? <StatusMark state="unknown">Archived</StatusMark> : <StatusMark state={shapes[head.state]}>{stateWords[head.state]}</StatusMark>}
        crumbs={[{ label: "Conversations", href: "/consultations" }, ...(subject ? [{ label: subject.name, href: pathOf(subject.kind, subject.code) }] : []), { label: head.name }]}
        lede={<DrawnOnce of={page} by="lede" draw={() => <Lede page={page} />} />}
        actions={mayRun ? <Actions page={page} path={path} /> : undefined}
      />
      <div className="moments">
        <MomentTabs code={head.code} at="before" />
        <span>{head.openedOn ? `Open since ${head.openedOn}` : "Not opened yet"}{head.closesOn ? `, until ${head.closesOn}` : ""}</span>
        {head.closesOn || page.hasMeeting ? <a className="btn quiet small" href={`${path}/ics`} download>Calendar file</a> : null}
        {subjects.length > 1 ? <SubjectLinks page={page} path={path} /> : null}
      </div>
      <div className="split">
        <div className="stack">
          {asked ? <AffectedCard page={page} /> : <NoSubject unit={head.unit} />}
          {page.missing.length > 0 ? <MissingCard page={page} path={path} /> : null}
          <DrawnOnce of={page} by="taking part" draw={() => <TakingPartCard page={page} path={path} />} />
          {mayRun && head.state !== "closed" && head.state !== "cancelled" ? <AskForm page={page} path={path} /> : null}
        </div>
        <div className="stack">
          {asked ? <DrawnOnce of={page} by="gate" draw={() => <GateCard coverage={asked.coverage} fairness={asked.fairness} nobody={asked.nobody} />} /> : null}
          {waivers}
          <DrawnOnce of={page} by="told" draw={() => <ToldCard head={head} />} />
          <OptionsCard page={page} path={path} />
          <SubjectsCard page={page} path={path} />
        </div>
      </div>
    </div>
  )
}

function ToldCard({ head }: Pick<BeforeShown, "head">) {
  return (
    <Card title="What people are told" id="told">
      <p>{head.summary || <span className="muted">No summary yet.</span>}</p>
      <p><strong>{head.question || "No question yet."}</strong></p>
      <p className="small">{levelWords[head.level].label}. {levelWords[head.level].promise}</p>
      {head.costs ? <p className="small">What it costs: {head.costs}</p> : null}
      {head.effects ? <p className="small">What it changes: {head.effects}</p> : null}
    </Card>
  )
}

function Lede({ page: { head, asked, subject, today } }: { page: BeforeShown }) {
  if (!asked || !subject || asked.coverage.share === null) return <>{head.summary}</>
  const { coverage } = asked
  return (
    <>
      <strong>{head.name}</strong>, about {subject.name}: {Math.floor(coverage.headcountHeard)} of {coverage.headcount} people stand behind a voice.{" "}
      <How title="Who was heard" asOf={today}>
        <p>Each unit that the subject affects is split by role level. One voice is needed for every ten people, one at least. A group counts by the share of its voices that were heard: the sum of its people times that share, divided by all affected people.</p>
        <p>
          {Math.round(coverage.headcountHeard * 10) / 10} of {coverage.headcount} people: {percentOf(coverage.share ?? 0)}. Heard is a response sent or a presence in a meeting, never an invitation.
        </p>
      </How>
    </>
  )
}

function Actions({ page: { head }, path }: { page: BeforeShown; path: string }) {
  return (
    <>
      {head.state === "draft" || head.state === "open" ? (
        <a className="btn" href={`${path}/edit`}>
          Edit
        </a>
      ) : null}
      {head.state === "draft" ? <Do action={`${path}/open`} label="Open the conversation" primary /> : null}
      {head.state === "open" ? <Do action={`${path}/close`} label="Close it" /> : null}
      {head.state === "draft" || head.state === "open" ? <Do action={`${path}/cancel`} label="Call it off" /> : null}
    </>
  )
}

function Do({ action, label, primary = false }: { action: string; label: string; primary?: boolean }) {
  return (
    <form method="post" action={action}>
      <OperationFields form={action} />
      <button type="submit" className={primary ? "btn primary" : "btn quiet"}>
        {label}
      </button>
    </form>
  )
}

function SubjectLinks({ page, path }: { page: BeforeShown; path: string }) {
  return (
    <span className="row wrap">
      {page.subjects.map((one) => (
        <a key={one.id} className="chip" href={`${path}?about=${one.code}`} aria-current={one.id === page.subject?.id ? "true" : undefined}>
          {one.name}
        </a>
      ))}
    </span>
  )
}

function AffectedCard({ page }: { page: BeforeShown }) {
  const { asked } = page
  if (!asked) return null
  return (
    <Card title="Who is affected, and who was heard" id="affected" aside="One dot is one voice we need">
      {asked.nobody ? <p>Nobody is affected: {asked.nobody.reason}</p> : asked.coverage.cells.length === 0 ? <p>Nothing in the records says who is affected. Link the units that it touches, or say it here.</p> : <DrawnOnce of={page} by="matrix" draw={() => <CoverageMatrix coverage={asked.coverage} />} />}
      {asked.corrections.length > 0 ? <p className="muted small">{asked.corrections.length === 1 ? "One group was" : `${asked.corrections.length} groups were`} corrected by hand: {asked.corrections.map(({ reason }) => reason).join("; ")}</p> : null}
      {page.mayRun ? <AffectedForms page={page} path={`/consultations/${page.head.code}`} /> : null}
    </Card>
  )
}

function NoSubject({ unit }: { unit: BeforeShown["head"]["unit"] }) {
  return (
    <Card title="Who is affected" id="affected">
      <EmptyState title={unit ? `A conversation with ${unit.name}` : "It is about nothing yet."} level={3}>
        {unit ? "It is about how we work together, so no group can be missing." : "Say what it is about, and the affected units follow from the records."}
      </EmptyState>
    </Card>
  )
}
