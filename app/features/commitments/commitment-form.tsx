// The fields of a promise's forms: making or changing it, moving it, saying how it was kept, and withdrawing it.
import type { Typed } from "~/features/elements/edit-form"
import { asOption } from "~/features/elements/element-panels"
import type { ElementRef } from "~/features/elements/element"
import { DateField, TextArea, TextField } from "~/ui/field"
import { ElementPicker, PersonPicker } from "~/ui/picker"
import type { CommitmentFields as Saved } from "./commitment"

export interface CommitmentFieldsProps {
  typed: Typed
  saved?: Saved
  chosen?: { unitId?: string; ownerId?: string }
  choices: { units: readonly ElementRef[]; people: readonly ElementRef[] }
}

/** Draws what is promised, to whom and by whom; the due date only for a new one, since later it is moved. */
export function CommitmentFields({ typed, saved, chosen = {}, choices }: CommitmentFieldsProps) {
  return (
    <>
      <TextField label="What is promised" {...typed.of("name", saved?.name)} required maxLength={200} hint="As you would say it to them: “Phones for the late shift”." />
      <ElementPicker label="Promised to" {...typed.of("unitId", saved?.unitId ?? chosen.unitId)} options={choices.units.map(asOption)} empty="Nobody in particular" />
      <PersonPicker label="Owner" {...typed.of("ownerId", saved?.ownerId ?? chosen.ownerId)} options={choices.people.map(asOption)} empty="Nobody yet" hint="Who keeps it. They see it on My work when it is due." />
      {saved ? null : <DateField label="Due" {...typed.of("dueOn")} required hint="It is late from the day after." />}
      <TextArea label="In more words" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} />
    </>
  )
}

/** Draws the new date and why. */
export function MoveFields({ typed, dueOn }: { typed: Typed; dueOn: string }) {
  return (
    <>
      <DateField label="New date" {...typed.of("toOn", dueOn)} required />
      <TextArea label="Why is it moved?" {...typed.of("reason")} rows={3} required maxLength={1000} hint="Whoever was promised it will read this. Every move is kept." />
    </>
  )
}

/** Draws what was done. */
export function KeepFields({ typed }: { typed: Typed }) {
  return <TextArea label="What was done?" {...typed.of("note")} rows={3} required maxLength={1000} hint="One sentence they will recognise." />
}

/** Draws why it is withdrawn. */
export function WithdrawFields({ typed }: { typed: Typed }) {
  return <TextArea label="Why is it withdrawn?" {...typed.of("reason")} rows={3} required maxLength={1000} hint="Whoever was promised it will read this. It stays in the ledger." />
}
