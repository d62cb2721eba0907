// The forms of a decision: its words, an option with what it saves, the criteria, one's scores, and ending it.
import "./decision.css"
import type { ElementRef } from "~/features/elements/element"
import type { EditReply, Typed } from "~/features/elements/edit-form"
import { asOption } from "~/features/elements/element-panels"
import { DateField, RadioGroup, Select, TextArea, TextField } from "~/ui/field"
import { ElementPicker, PersonPicker } from "~/ui/picker"
import { roomTopics, topicWords, type DecisionFields } from "./decision"
import type { Criterion, DecisionOption } from "./parts"
import { contractForms, contractWords, type SavingInputs } from "./saving"
import { mostCriteria } from "./weighing"

/** The fields of a new decision. */
export function NewDecisionFields({ typed, choices, chosen, instead }: { typed: Typed; choices: { functions: readonly ElementRef[]; people: readonly ElementRef[] }; chosen: { functionId: string; ownerId: string }; instead: (ElementRef & { topic: string }) | null }) {
  return (
    <>
      {instead ? <input type="hidden" name="supersedesId" value={instead.id} /> : null}
      <TextField label="What is to be decided" {...typed.of("name", instead?.name)} required maxLength={200} hint="As people would ask it: “One tool to read and sign PDFs”." />
      <Select label="What kind of decision" {...typed.of("topic", instead?.topic ?? "standard")} required options={roomTopics.map((value) => ({ value, label: topicWords[value] }))} />
      {instead ? null : <ElementPicker label="For the job" {...typed.of("functionId", chosen.functionId)} options={choices.functions.map(asOption)} empty="No job" hint="The tools that do it, and who uses them, follow from the records." />}
      <TextArea label="Summary" {...typed.of("summary")} rows={2} maxLength={2000} hint="In two sentences anybody understands." />
      <TextArea label="What it is about, and why now" {...typed.of("context")} rows={4} maxLength={4000} />
      <PersonPicker label="Owner" {...typed.of("ownerId", chosen.ownerId)} options={choices.people.map(asOption)} empty="Nobody yet" hint="Prepares it. Who decides is named apart." />
    </>
  )
}

/** The words of a decision. */
export function DecisionWords({ typed, saved }: { typed: Typed; saved: DecisionFields }) {
  return (
    <>
      <TextField label="What is to be decided" {...typed.of("name", saved.name)} required maxLength={200} />
      <Select label="What kind of decision" {...typed.of("topic", saved.topic)} required options={roomTopics.map((value) => ({ value, label: topicWords[value] }))} />
      <TextArea label="Summary" {...typed.of("summary", saved.summary)} rows={2} maxLength={2000} />
      <TextArea label="What it is about, and why now" {...typed.of("context", saved.context)} rows={4} maxLength={4000} />
      <TextArea label="We choose" {...typed.of("outcome", saved.outcome)} rows={2} maxLength={1000} hint="In a sentence." />
      <TextArea label="Because" {...typed.of("reasons", saved.reasons)} rows={4} maxLength={4000} />
      <TextArea label="Within what" {...typed.of("constraints", saved.constraints)} rows={3} maxLength={2000} hint="Exceptions, budgets, dates that bind it." />
      <DateField label="Looked at again on" {...typed.of("reviewOn", saved.reviewOn)} />
      <TextArea label="Looked at sooner when" {...typed.of("revisitWhen", saved.revisitWhen)} rows={3} maxLength={2000} hint="One thing a line: “The price of a seat rises by a tenth”." />
    </>
  )
}

/** The words of an option, and what it saves. */
export function OptionFields({ typed, saved, currency }: { typed: Typed; saved: DecisionOption; currency: string }) {
  const { saving } = saved
  const money = (field: keyof SavingInputs, label: string, hint?: string) => <TextField label={label} {...typed.of(field, saving[field])} inputMode="decimal" autoComplete="off" hint={hint} />
  return (
    <>
      {saved.isNothing ? null : <TextField label="Option" {...typed.of("name", saved.name)} required maxLength={200} />}
      <TextArea label="What it means" {...typed.of("summary", saved.summary)} rows={2} maxLength={1000} />
      <fieldset className="decision-group">
        <legend>No longer paid, a year, in {currency}</legend>
        {money("seats", "Seats given up")}
        {money("seatPrice", "A seat costs a year")}
        {money("support", "Support")}
        {money("maintenance", "Maintenance")}
        {money("administration", "Administration")}
      </fieldset>
      <fieldset className="decision-group">
        <legend>Added, a year, in {currency}</legend>
        {money("extraSeats", "Seats added")}
        {money("standardPrice", "Such a seat costs a year")}
        {money("uplift", "Dearer contract", "What the contract of the choice costs more.")}
      </fieldset>
      <fieldset className="decision-group">
        <legend>Paid once, in {currency}</legend>
        {money("migration", "Moving")}
        {money("trainingHours", "Hours of training, all people together")}
        {money("hourlyRate", "An hour costs")}
        {money("contractExit", "Leaving the contract early")}
      </fieldset>
      <RadioGroup label="The contract of what is given up" {...typed.of("contract", saving.contract)} required options={contractForms.map((value) => ({ value, label: contractWords[value] }))} />
      <DateField label="It ends on" {...typed.of("contractEndsOn", saving.contractEndsOn)} hint="The saving counts from the day after." />
    </>
  )
}

/** The rows of the criteria; empty ones fall away. */
export function CriteriaFields({ saved, reply }: { saved: readonly Criterion[]; reply: EditReply | undefined }) {
  const typed = reply?.result?.initialValue
  const column = (field: "name" | "meaning" | "weight", at: number): string => {
    const posted = typed?.[field]
    if (typed) return Array.isArray(posted) ? String(posted[at] ?? "") : at === 0 ? String(posted ?? "") : ""
    const criterion = saved[at]
    return criterion ? String(criterion[field]) : ""
  }
  const rows = Math.min(mostCriteria, Math.max(4, saved.length + 1, Array.isArray(typed?.name) ? typed.name.length : 0))
  return (
    <div className="criteria-rows">
      {Array.from({ length: rows }, (_, at) => (
        <fieldset className="criteria-row" key={at}>
          <legend>Criterion {at + 1}</legend>
          <TextField label="Name" name="name" id={`name${at}`} defaultValue={column("name", at)} maxLength={100} />
          <TextField label="What a 5 means" name="meaning" id={`meaning${at}`} defaultValue={column("meaning", at)} maxLength={300} />
          <TextField label="Weight" name="weight" id={`weight${at}`} defaultValue={column("weight", at)} inputMode="numeric" autoComplete="off" maxLength={3} />
        </fieldset>
      ))}
    </div>
  )
}

/** A choice from 0 to 5 for every option and criterion. */
export function ScoreFields({ options, criteria, mine, reply }: { options: readonly { id: string; name: string; summary: string }[]; criteria: readonly Criterion[]; mine: Readonly<Record<string, number>>; reply: EditReply | undefined }) {
  const typed = reply?.result?.initialValue?.score
  const cells = options.flatMap((option) => criteria.map((criterion) => `${option.id} ${criterion.id}`))
  const chosen = (cell: string): string => (Array.isArray(typed) ? String(typed[cells.indexOf(cell)] ?? "") : (mine[cell]?.toString() ?? ""))
  return (
    <>
      {options.map((option) => (
        <fieldset className="decision-group" key={option.id}>
          <legend>{option.name}</legend>
          {option.summary ? <p className="muted small">{option.summary}</p> : null}
          {criteria.map((criterion) => {
            const cell = `${option.id} ${criterion.id}`
            return (
              <div className="score-cell" key={cell}>
                <input type="hidden" name="cell" value={cell} />
                <Select label={criterion.name} name="score" id={`score-${cells.indexOf(cell)}`} required defaultValue={chosen(cell)} empty="Choose" hint={criterion.meaning ? `5 means: ${criterion.meaning}` : undefined} options={scoreOptions} />
              </div>
            )
          })}
        </fieldset>
      ))}
    </>
  )
}

const scoreWords = ["0, not at all", "1", "2", "3", "4", "5, fully"]
const scoreOptions = scoreWords.map((label, score) => ({ value: String(score), label }))
