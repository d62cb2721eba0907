// Changing a point: its words and kind, who may know who said it, who else may read it, and taking it back.
import type { Confidentiality, FeedbackKind } from "./feedback-words"
import type { ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Checkbox, RadioGroup, Select, TextArea } from "~/ui/field"
import { KeepDraft } from "~/ui/form-draft"
import { confidentialities, confidentialityWords, feedbackKinds, feedbackKindWords } from "./feedback"

export interface ChangeChoices {
  /** who can be named as a reader */
  readers: readonly ElementRef[]
  /** where the form is left to */
  backHref: string
}

interface Changeable {
  id: string
  code: string
  version: number
  kind: FeedbackKind
  confidentiality: string
  body: string
  voiceKnown: boolean
  readers: readonly ElementRef[]
}

const notes: Record<Confidentiality, string> = {
  named: "everybody reads the words and the name", "role only": "everybody reads the words, and no name",
  confidential: "only who wrote it down, the owner of this conversation and the readers you name",
}

/** Draws the forms; a draft is kept in the tab where the point is everybody's. */
export function ChangeForm({ point, choices }: { point: Changeable; choices: ChangeChoices }) {
  const at = (name: string) => `${name}-${point.code}`
  const action = (what: string) => `/points/${point.id}/${what}?back=${encodeURIComponent(choices.backHref)}`
  return (
    <div className="stack-small">
      <form method="post" action={action("change")} className="form" aria-label={`Change ${point.code}`}>
        <OperationFields form={`change ${point.id}`} version={point.version} />
        {point.confidentiality === "named" ? <KeepDraft draftKey={`change ${point.id} ${point.version}`} /> : null}
        <TextArea label="What was said" name="body" id={at("body")} rows={3} required maxLength={4000} defaultValue={point.body} />
        <Select label="It is a" name="kind" id={at("kind")} options={feedbackKinds.map((kind) => ({ value: kind, label: feedbackKindWords[kind] }))} defaultValue={point.kind} />
        {point.voiceKnown ? (
          <RadioGroup
            label="Who may know it" name="confidentiality" id={at("confidentiality")} required defaultValue={point.confidentiality}
            options={confidentialities.map((value) => ({ value, label: confidentialityWords[value], note: notes[value] }))}
          />
        ) : null}
        <div className="form-actions">
          <button type="submit" className="btn primary small">
            Save the change
          </button>
          <a className="btn quiet small" href={choices.backHref}>
            Leave it
          </a>
        </div>
      </form>
      {point.confidentiality === "confidential" ? <ReadersForm point={point} choices={choices} action={action("readers")} /> : null}
      <form method="post" action={action("withdraw")}>
        <OperationFields form={`withdraw ${point.id}`} />
        <button type="submit" className="btn quiet small" aria-describedby={at("withdraw")}>
          Take it back<span className="visually-hidden">: {point.code}</span>
        </button>
        <small id={at("withdraw")}>It counts nowhere from then on. You can undo that.</small>
      </form>
    </div>
  )
}

function ReadersForm({ point, choices, action }: { point: Changeable; choices: ChangeChoices; action: string }) {
  const named = new Set(point.readers.map(({ id }) => id))
  return (
    <form method="post" action={action} className="form" aria-label={`Who else may read ${point.code}`}>
      <OperationFields form={`readers ${point.id} ${[...named].join(" ")}`} />
      <fieldset className="field">
        <legend>Who else may read it</legend>
        {point.readers.length === 0 ? <span className="hint">Nobody yet, beside who wrote it down and the owner of this conversation.</span> : null}
        {point.readers.map(({ id, name }) => (
          <Checkbox key={id} label={name} name="personId" id={`reader-${point.code}-${id}`} value={id} defaultChecked />
        ))}
        <Select
          label="Add somebody" name="personId" id={`reader-${point.code}`} empty="Nobody more"
          options={choices.readers.filter(({ id }) => !named.has(id)).map(({ id, name, code }) => ({ value: id, label: name, note: code }))}
        />
      </fieldset>
      <div>
        <button type="submit" className="btn small">
          Save who may read it
        </button>
      </div>
    </form>
  )
}
