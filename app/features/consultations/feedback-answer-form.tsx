// Answering a point: what we will do, why, who sees to it, and what it leads to.
import type { Confidentiality, Disposition } from "./feedback-words"
import type { ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { DateField, RadioGroup, Select, TextArea, TextField } from "~/ui/field"
import { KeepDraft } from "~/ui/form-draft"
import { dispositions, dispositionWords } from "./feedback"

export interface AnswerChoices {
  people: readonly ElementRef[]
  /** initiatives and promises that an answer can lead to */
  leadsTo: readonly ElementRef[]
  mayPromise: boolean
  mayPlan: boolean
  /** where the form is left to */
  backHref: string
}

interface Answerable {
  id: string
  code: string
  version: number
  confidentiality: string
  disposition: Disposition | null
  reason: string
  deferredUntil: string | null
  owner: ElementRef | null
  answerBy: string | null
  ledTo: ElementRef | null
}

const notes: Partial<Record<Disposition, string>> = { rejected: "needs a reason", deferred: "needs a day" }

/** Draws the form; a draft is kept in the tab, except of a confidential point. */
export function AnswerForm({ point, choices }: { point: Answerable; choices: AnswerChoices }) {
  const at = (name: string) => `${name}-${point.code}`
  const options = (refs: readonly ElementRef[]) => refs.map(({ id, name, code }) => ({ value: id, label: name, note: code }))
  // an archived record it led to is not among the choices, and saving the form must not lose it
  const leadsTo = point.ledTo === null || choices.leadsTo.some(({ id }) => id === point.ledTo?.id) ? choices.leadsTo : [point.ledTo, ...choices.leadsTo]
  const confidential = (point.confidentiality as Confidentiality) === "confidential"
  return (
    <form method="post" action={`/points/${point.id}/answer?back=${encodeURIComponent(choices.backHref)}`} className="form" aria-label={`Answer ${point.code}`}>
      <OperationFields form={`answer ${point.id}`} version={point.version} />
      {confidential ? null : <KeepDraft draftKey={`answer ${point.id} ${point.version}`} />}
      <RadioGroup
        label="What will we do?" name="disposition" id={at("disposition")} required defaultValue={point.disposition ?? undefined}
        options={dispositions.map((value) => ({ value, label: dispositionWords[value], note: notes[value] }))}
      />
      <TextArea label="In a sentence, for whoever said it" name="reason" id={at("reason")} rows={3} maxLength={2000} defaultValue={point.reason} />
      <DateField label="If later: until when?" name="deferredUntil" id={at("deferredUntil")} defaultValue={point.deferredUntil ?? undefined} />
      <div className="form-row">
        <Select
          label="Who sees to it" name="ownerId" id={at("ownerId")} empty="Nobody named" defaultValue={point.owner?.id ?? ""} options={options(choices.people)}
          hint={confidential ? "Whoever you name can read this point." : undefined}
        />
        <DateField label="By" name="answerBy" id={at("answerBy")} defaultValue={point.answerBy ?? undefined} />
      </div>
      <Select label="It leads to" name="ledToId" id={at("ledToId")} empty="Nothing yet" defaultValue={point.ledTo?.id ?? ""} options={options(leadsTo)} hint={choices.mayPromise ? "A record that is there. Or make one:" : undefined} />
      {choices.mayPromise ? (
        <details className="disclose">
          <summary>Make a promise of it</summary>
          {confidential ? <p className="muted small">Everybody reads a promise. Write nothing in it that was said in confidence.</p> : null}
          <TextField label="What is promised" name="promiseName" id={at("promiseName")} maxLength={200} />
          <div className="form-row">
            <Select label="Who keeps it" name="promiseOwnerId" id={at("promiseOwnerId")} empty="Who sees to the point" options={options(choices.people)} />
            <DateField label="Due" name="promiseDueOn" id={at("promiseDueOn")} />
          </div>
        </details>
      ) : null}
      {choices.mayPlan ? (
        <details className="disclose">
          <summary>Make an initiative of it</summary>
          {confidential ? <p className="muted small">Everybody reads an initiative. Write nothing in it that was said in confidence.</p> : null}
          <TextField label="Name of the initiative" name="initiativeName" id={at("initiativeName")} maxLength={200} hint="It starts as an idea." />
        </details>
      ) : null}
      <div className="form-actions">
        <button type="submit" className="btn primary small">
          Save the answer
        </button>
        <a className="btn quiet small" href={choices.backHref}>
          Leave it
        </a>
      </div>
    </form>
  )
}
