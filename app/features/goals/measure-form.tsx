// The form of a measure: what is counted, from where to where, by when and how often.
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { Checkbox, DateField, NumberField, Select, TextField } from "~/ui/field"
import { readingFrequencies, type MeasureFields } from "./measure"

/** Draws the form; a yes/no measure needs no numbers. */
export function MeasureForm({ measure, version, reply, cancelHref }: { measure: Partial<MeasureFields>; version?: number; reply: EditReply | undefined; cancelHref: string }) {
  const days = measure.readEveryDays ?? 30
  const usual = readingFrequencies.some((one) => one.days === days) ? [] : [{ value: String(days), label: `every ${days} days` }]
  return (
    <EditForm form={version === undefined ? "new measure" : "measure"} version={version} reply={reply} save={version === undefined ? "Add measure" : "Save"} cancelHref={cancelHref}>
      {(typed) => (
        <>
          <TextField label="What is measured" required maxLength={200} hint="In words: Time per order." {...typed.of("name", measure.name)} />
          <Checkbox label="It is either so or not" hint="Yes or no: then it needs no numbers." name="isYesNo" defaultChecked={typed.of("isYesNo", measure.isYesNo ? "on" : "").defaultValue === "on"} />
          <div className="form-row">
            <NumberField label="Starting point" {...typed.of("baseline", measure.baseline)} />
            <NumberField label="Target" {...typed.of("target", measure.target ?? (version === undefined ? "" : "1"))} />
            <TextField label="Unit" maxLength={40} hint="min, %, days" {...typed.of("unit", measure.unit)} />
            <Select label="Direction" options={[{ value: "up", label: "Higher is better" }, { value: "down", label: "Lower is better" }]} {...typed.of("direction", measure.direction ?? "up")} />
          </div>
          <div className="form-row">
            <DateField label="From" required {...typed.of("startsOn", measure.startsOn)} />
            <DateField label="Target date" required {...typed.of("targetOn", measure.targetOn)} />
            <Select label="Read" options={[...usual, ...readingFrequencies.map(({ days: every, word }) => ({ value: String(every), label: word }))]} {...typed.of("readEveryDays", days)} />
          </div>
          <div className="form-row">
            <TextField label="Where the numbers come from" maxLength={400} {...typed.of("source", measure.source)} />
            <NumberField label="Weight among the measures" {...typed.of("weight", measure.weight ?? 1)} />
          </div>
        </>
      )}
    </EditForm>
  )
}
