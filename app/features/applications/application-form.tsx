// The fields of an application's form.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { lifecycles, lifecycleWords, type ApplicationFields as Saved } from "./application"
import { Select, TextArea, TextField } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import type { Typed } from "~/features/elements/edit-form"

/** Draws the fields; without `saved` they are those of a new record, with the owner (or the place) to choose. */
export function ApplicationFields({ typed, saved, choices, chosen = "" }: { typed: Typed; saved?: Saved; choices: readonly ElementRef[]; chosen?: string }) {
  return (
    <>
      <TextField label="Name" {...typed.of("name", saved?.name)} required maxLength={200} />
      <TextArea label="Summary" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} hint="What is it used for, in two sentences anybody understands?" />
      <Select label="Stage" {...typed.of("lifecycle", saved?.lifecycle ?? "active")} required options={lifecycles.map((value) => ({ value, label: lifecycleWords[value] }))} />
      <TextField label="Vendor" {...typed.of("vendor", saved?.vendor)} maxLength={200} />
      {saved ? null : <PersonPicker label="Owner" {...typed.of("ownerId", chosen)} options={choices.map(asOption)} empty="Nobody yet" hint="Without an owner, questions go to the planners." />}
    </>
  )
}
