// The forms of a relationship: setting it up, and recording what one side finds true.
import "./relationship.css"
import type { Typed } from "~/features/elements/edit-form"
import { asOption } from "~/features/elements/element-panels"
import type { ElementRef } from "~/features/elements/element"
import { DateField, NumberField, TextArea, TextField } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import { levels, statements, type RelationshipFields as Saved, type View } from "./relationship"

/** Draws who looks after it, what both want and expect, how it is noticed, and when it is reviewed. */
export function RelationshipFields({ typed, saved, people, unit }: { typed: Typed; saved: Saved; people: readonly ElementRef[]; unit: string }) {
  const options = people.map(asOption)
  return (
    <>
      <PersonPicker label="Looks after it, for IT" {...typed.of("itPersonId", saved.itPersonId)} options={options} empty="Nobody yet" />
      <PersonPicker label={`Speaks for ${unit}`} {...typed.of("businessPersonId", saved.businessPersonId)} options={options} empty="Nobody yet" />
      <TextArea label="What we want together" {...typed.of("sharedVision", saved.sharedVision)} rows={3} maxLength={4000} />
      <TextArea label={`What ${unit} expects of IT`} {...typed.of("businessExpects", saved.businessExpects)} rows={3} maxLength={4000} />
      <TextArea label={`What IT expects of ${unit}`} {...typed.of("itExpects", saved.itExpects)} rows={3} maxLength={4000} />
      <TextArea label="How we notice that it works" {...typed.of("measures", saved.measures)} rows={3} maxLength={4000} hint="One a line: what both can see." />
      <NumberField label="Review every" unit="days" required {...typed.of("reviewEveryDays", saved.reviewEveryDays)} />
      <DateField label="Next review" {...typed.of("nextReviewOn", saved.nextReviewOn)} />
    </>
  )
}

/** Draws every statement with its tick and room for a remark, level by level; `said` is what was typed before a refusal, else the view before. */
export function ViewFields({ typed, said }: { typed: Typed; said: View }) {
  return (
    <>
      {levels.filter(({ level }) => level > 1).map(({ level, name, means }) => (
        <fieldset key={level} className="said">
          <legend>
            <b>{level}. {name}</b>: {means.toLowerCase().replace(/\bit\b/g, "IT")}
          </legend>
          {statements.filter((one) => one.level === level).map(({ key, text }) => (
            <div key={key} className="stack-small">
              <label className="tick">
                <input type="checkbox" name="holds" value={key} defaultChecked={said.holds.includes(key)} /> {text}
              </label>
              <TextField label={`Remark on “${text}”`} {...typed.of(`added-${key}`, said.added[key])} maxLength={500} />
            </div>
          ))}
        </fieldset>
      ))}
    </>
  )
}
