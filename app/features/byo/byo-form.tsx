// The fields of the forms about a side-door tool: the report of a minute, and later who answers and until when.
import type { Typed } from "~/features/elements/edit-form"
import type { ElementRef } from "~/features/elements/element"
import { Checkbox, DateField, FieldError, MoneyField, NumberField, RadioGroup, Select, TextArea, TextField } from "~/ui/field"
import { controls, controlWords, foundHows, foundHowWords, sensitivities, sensitivityWords, whyNots, whyNotWords, type ByoFields as Saved } from "./byo"

export interface ByoFieldsProps {
  typed: Typed
  saved?: Saved
  chosen?: { unitId?: string; goalId?: string }
  choices: { units: readonly ElementRef[]; goals: readonly ElementRef[]; people?: readonly ElementRef[]; tools?: readonly string[] }
  currency: string
}

const asOption = ({ id, name, code }: ElementRef) => ({ value: id, label: name, note: code })

/** Draws what a report says; three things are asked for, the rest may be left out. */
export function ByoFields({ typed, saved, chosen = {}, choices, currency }: ByoFieldsProps) {
  const missing = typed.of("missing", saved?.missing.join(","))
  const ticked = missing.defaultValue.split(",")
  return (
    <>
      <TextField label="Which tool?" {...typed.of("name", saved?.name)} required maxLength={200} autoComplete="off" list={choices.tools ? "tools-reported" : undefined} hint={choices.tools ? "Was it reported before? Then it is offered as you type. Report it all the same: two teams with one need say more than one." : undefined} />
      {choices.tools ? <datalist id="tools-reported">{choices.tools.map((tool) => <option key={tool} value={tool} />)}</datalist> : null}
      <TextArea label="What did you need?" {...typed.of("need", saved?.need)} required rows={3} maxLength={2000} hint="In a sentence: “We have to see who is free this week.”" />
      <RadioGroup label="Why was IT not used?" {...typed.of("whyNot", saved?.whyNot)} required options={whyNots.map((value) => ({ value, label: whyNotWords[value] }))} />
      <TextField label="In your own words" {...typed.of("whyNotWords", saved?.whyNotWords)} maxLength={1000} />
      <TextField label="What is it used for?" {...typed.of("job", saved?.job)} maxLength={200} hint="The job it does: “Planning shifts”." />
      <Select label="Which team?" {...typed.of("unitId", saved?.unitId ?? chosen.unitId)} empty="Rather not say" options={choices.units.map(asOption)} />
      <div className="form-row">
        <NumberField label="How many people use it?" {...typed.of("users", saved?.users)} />
        <MoneyField label="Yearly cost" {...typed.of("yearlyCost", saved?.yearlyCost)} currency={currency} hint="0 if it is free." />
      </div>
      <Select label="What data is put in it?" {...typed.of("sensitivity", saved?.sensitivity)} empty="Not known" options={sensitivities.map((value) => ({ value: String(value), label: sensitivityWords[value] ?? "" }))} />
      <fieldset className="field" id="missing" tabIndex={-1}>
        <legend>What does it not have?</legend>
        <span className="hint">Leave out what you do not know.</span>
        {controls.map((control) => <Checkbox key={control} label={controlWords[control]} name="missing" id={`missing-${control}`} value={control} defaultChecked={ticked.includes(control)} />)}
        <FieldError id="missing-error" errors={missing.errors} />
      </fieldset>
      <Select label="Which goal does the need serve?" {...typed.of("goalId", saved?.goalId ?? chosen.goalId)} empty="Not known" options={choices.goals.map(asOption)} hint="Not known: it stands under the goals that your team's services and applications serve." />
      <Select label="How did we learn of it?" {...typed.of("foundHow", saved?.foundHow ?? "told us")} options={foundHows.map((value) => ({ value, label: foundHowWords[value] }))} />
      {saved && choices.people ? (
        <div className="form-row">
          <Select label="Who answers" {...typed.of("ownerId", saved.ownerId)} empty="Nobody yet" options={choices.people.map(asOption)} hint="They see it on My work." />
          <DateField label="Answer due" {...typed.of("answerDueOn", saved.answerDueOn)} required />
        </div>
      ) : null}
    </>
  )
}

/** Draws the choice of reporting without a name, and what that means. */
export function NamelessField({ typed }: { typed: Typed }) {
  const field = typed.of("nameless")
  return (
    <Checkbox
      label="Report it without my name" name="nameless" errors={field.errors} defaultChecked={field.defaultValue === "on"}
      hint="Then nothing is kept of who wrote it, neither your name nor your device nor the time, only the day. Nobody can ask you back, and you cannot change it. In a team of fewer than five, leave the team out."
    />
  )
}
