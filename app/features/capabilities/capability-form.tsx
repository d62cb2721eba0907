// The fields of a capability's form.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import type { CapabilityFields as Saved } from "./capability"
import { TextArea, TextField } from "~/ui/field"
import { ElementPicker } from "~/ui/picker"
import type { Typed } from "~/features/elements/edit-form"

/** Draws the fields; without `saved` they are those of a new record, with the owner (or the place) to choose. */
export function CapabilityFields({ typed, saved, choices, chosen = "" }: { typed: Typed; saved?: Saved; choices: readonly ElementRef[]; chosen?: string }) {
  return (
    <>
      <TextField label="Name" {...typed.of("name", saved?.name)} required maxLength={200} />
      <TextArea label="Summary" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} hint="What must the business be able to do?" />
      <ElementPicker label="Part of" {...typed.of("parentId", saved?.parentId ?? chosen)} options={choices.map(asOption)} empty="Nothing: it stands on top" />
    </>
  )
}
