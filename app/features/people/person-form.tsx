// The fields of the form of a person or a group.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import type { PersonFields as Saved } from "./person"
import { NumberField, RadioGroup, Select, TextArea, TextField } from "~/ui/field"
import { ElementPicker } from "~/ui/picker"
import type { Typed } from "~/features/elements/edit-form"

const parties = [
  { value: "person", label: "A person" },
  { value: "group", label: "A group", note: "Counts as one voice for many, such as the night shift. It owns nothing and cannot sign in." },
]

/** Draws the fields; without `saved` they are those of a new record, with the owner (or the place) to choose. */
export function PersonFields({ typed, saved, choices, chosen = "" }: { typed: Typed; saved?: Saved; choices: readonly ElementRef[]; chosen?: string }) {
  const isGroup = saved !== undefined && saved.groupHeadcount !== null
  return (
    <>
      {saved ? null : <RadioGroup label="Who is it?" {...typed.of("party", "person")} options={parties} />}
      <TextField label="Name" {...typed.of("name", saved?.name)} required maxLength={200} />
      <TextField label="Title" {...typed.of("title", saved?.title)} maxLength={200} />
      <ElementPicker label="Unit" {...typed.of("unitId", saved?.unitId ?? chosen)} options={choices.map(asOption)} empty="No unit" />
      <Select label="Role level" {...typed.of("roleLevel", saved?.roleLevel)} options={roleLevels.map((value) => ({ value, label: roleLevelWords[value] }))} empty="Not said" />
      {saved && !isGroup ? null : <NumberField label="How many are in the group" {...typed.of("groupHeadcount", saved?.groupHeadcount)} hint={saved ? undefined : "For a group."} />}
      {isGroup ? null : <TextField label="E-mail" type="email" {...typed.of("email", saved?.email)} maxLength={254} hint="For a person, to know them by; an account is given in the settings." />}
      <TextArea label="Summary" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} hint="Anything others should know." />
    </>
  )
}
