// The fields of a job's form.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import type { FunctionFields as Saved } from "./function"
import { TextArea, TextField } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import type { Typed } from "~/features/elements/edit-form"

/** Draws the fields; without `saved` they are those of a new record, with the owner (or the place) to choose. */
export function FunctionFields({ typed, saved, choices, chosen = "" }: { typed: Typed; saved?: Saved; choices: readonly ElementRef[]; chosen?: string }) {
  return (
    <>
      <TextField label="The job" {...typed.of("name", saved?.name)} required maxLength={200} hint="What a tool is used for, such as “Edit PDFs”." />
      <TextArea label="Summary" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} hint="What belongs to this job, and what does not?" />
      {saved ? null : <PersonPicker label="Owner" {...typed.of("ownerId", chosen)} options={choices.map(asOption)} empty="Nobody yet" hint="Without an owner, questions go to the planners." />}
    </>
  )
}
