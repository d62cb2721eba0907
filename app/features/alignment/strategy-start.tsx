/** Owns the first five questions: each saves a real record, so that one may stop and go on at any of them. */
import type { Exclusion } from "~/features/company/company"
import { ExclusionFields, PurposeField } from "~/features/company/strategy-words-form"
import type { Typed } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { DateField, NumberField, Select, TextField } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"

export interface StartState {
  purpose: string
  exclusions: readonly Exclusion[]
  version: number
  pillar: { id: string; code: string; name: string } | null
  goal: { code: string; name: string } | null
  measured: boolean
  today: string
  inAYear: string
}

const questions = ["Why do we exist?", "What is the first direction?", "What shall be true?", "How will we know?", "What will we not do?"]
const blank: Typed = { of: (field, saved) => ({ name: field, defaultValue: String(saved ?? ""), errors: [] }) }

/** Gives the first question (1 to 5) that has no answer yet; 6 when all have. */
export function firstOpenQuestion(state: StartState): number {
  const answered = [state.purpose !== "", state.pillar !== null, state.goal !== null, state.measured, state.exclusions.length > 0]
  const open = answered.indexOf(false)
  return open < 0 ? 6 : open + 1
}

/** Draws one question with the way through all five. */
export function StrategyStart({ state, step }: { state: StartState; step: number }) {
  if (step > questions.length)
    return (
      <div className="page narrow">
        <PageHeader title="The first strategy stands." lede="Every answer is a record now: change each on its own page, and add the next ones." />
        <div className="form-actions">
          <a className="btn primary" href="/strategy">
            See the strategy on a page
          </a>
          <a className="btn" href="/initiatives/new">
            Write the first work for it
          </a>
        </div>
      </div>
    )
  const next = `/strategy/start?step=${step + 1}`
  return (
    <div className="page narrow">
      <PageHeader title={questions[step - 1] ?? ""} lede={`Question ${step} of ${questions.length}. Each answer is saved as you go.`} crumbs={[{ label: "Strategy on a page", href: "/strategy" }, { label: "Five questions" }]} />
      <Question state={state} step={step} />
      <p className="small">
        {step > 1 ? <a href={`/strategy/start?step=${step - 1}`}>Back</a> : null} {step > 1 ? "· " : ""}
        <a href={next}>Leave this one for later</a>
      </p>
    </div>
  )
}

function Question({ state, step }: { state: StartState; step: number }) {
  const back = `back=${encodeURIComponent(`/strategy/start?step=${step + 1}`)}`
  if (step === 1)
    return (
      <form method="post" action={`/strategy/edit?${back}`} className="form">
        <OperationFields form="start purpose" version={state.version} />
        <PurposeField typed={blank} purpose={state.purpose} />
        <Save />
      </form>
    )
  if (step === 2)
    return (
      <form method="post" action={`/goals/new?${back}`} className="form">
        <OperationFields form="start pillar" />
        {state.pillar ? <p className="muted">There is one already: {state.pillar.name}. You may add another.</p> : null}
        <TextField label="A big direction, in two or three words" name="name" required maxLength={200} hint="Grow online sales. Delight customers. Run lean and safe." />
        <Save />
      </form>
    )
  if (step === 3) return state.pillar ? <GoalQuestion state={state} pillar={state.pillar} back={back} /> : <First href="/strategy/start?step=2">A goal belongs to a direction. Name the direction first.</First>
  if (step === 4) return state.goal ? <MeasureQuestion state={state} goal={state.goal} back={back} /> : <First href="/strategy/start?step=3">A measure belongs to a goal. Write the goal first.</First>
  return (
    <form method="post" action={`/strategy/edit?${back}`} className="form">
      <OperationFields form="start exclusions" version={state.version} />
      <ExclusionFields typed={blank} exclusions={state.exclusions} places={[1, 2, 3]} />
      <Save />
    </form>
  )
}

function GoalQuestion({ state, pillar, back }: { state: StartState; pillar: { id: string; name: string }; back: string }) {
  return (
    <form method="post" action={`/goals/new?${back}`} className="form">
      <OperationFields form="start goal" />
      <input type="hidden" name="parentId" value={pillar.id} />
      <TextField label={`The first goal of ${pillar.name}`} name="name" required maxLength={200} hint="What shall be true: Cut order time by 20 %." />
      <TextField label="What changes for you" name="promiseLine" maxLength={200} hint="One line to the people it is for: You order without phoning us." />
      <DateField label="Due" name="dueOn" min={state.today} defaultValue={state.inAYear} />
      <Save />
    </form>
  )
}

function MeasureQuestion({ state, goal, back }: { state: StartState; goal: { code: string; name: string }; back: string }) {
  return (
    <form method="post" action={`/goals/${goal.code}/measures/new?${back}`} className="form">
      <OperationFields form="start measure" />
      <input type="hidden" name="startsOn" value={state.today} />
      <TextField label={`How will we know that “${goal.name}” is reached?`} name="name" required maxLength={200} hint="What is counted: Time per order." />
      <div className="form-row">
        <NumberField label="Today it is" name="baseline" required />
        <NumberField label="It shall be" name="target" required />
        <TextField label="Unit" name="unit" maxLength={40} hint="min, %, days" />
        <Select label="Direction" name="direction" required options={[{ value: "up", label: "Higher is better" }, { value: "down", label: "Lower is better" }]} />
      </div>
      <DateField label="By" name="targetOn" required defaultValue={state.inAYear} />
      <Save />
    </form>
  )
}

function First({ href, children }: { href: string; children: string }) {
  return (
    <p>
      {children} <a href={href}>Go to that question</a>
    </p>
  )
}

function Save() {
  return (
    <div>
      <button type="submit" className="btn primary">
        Save and go on
      </button>
    </div>
  )
}
