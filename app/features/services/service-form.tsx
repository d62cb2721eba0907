// The fields of a service's form.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import type { ServiceFields as Saved } from "./service"
import { TextArea, TextField } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import type { Typed } from "~/features/elements/edit-form"

/** Draws the fields; without `saved` they are those of a new record, with the owner (or the place) to choose. */
export function ServiceFields({ typed, saved, choices, chosen = "" }: { typed: Typed; saved?: Saved; choices: readonly ElementRef[]; chosen?: string }) {
  return (
    <>
      <TextField label="Name" {...typed.of("name", saved?.name)} required maxLength={200} />
      <TextArea label="Summary" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} hint="What do people get from it, in two sentences anybody understands?" />
      {saved ? null : <PersonPicker label="Owner" {...typed.of("ownerId", chosen)} options={choices.map(asOption)} empty="Nobody yet" hint="Without an owner, questions go to the planners." />}
    </>
  )
}
