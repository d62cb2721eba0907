// The fields of the answer to a side-door tool: what becomes of it, why, until when or by what, and whether they came back.
import type { Typed } from "~/features/elements/edit-form"
import type { ElementRef } from "~/features/elements/element"
import { DateField, RadioGroup, Select, TextArea } from "~/ui/field"
import { dispositions, dispositionWords, wonOrLost, wonWords, type Answer } from "./byo"

const notes: Record<(typeof dispositions)[number], string> = {
  "under review": "no answer yet", adopt: "it becomes a tool of the company", tolerate: "needs a day", replace: "needs an application", retire: "it is no longer needed, or may not go on",
}

/** Draws the fields. */
export function AnswerFields({ typed, saved, applications }: { typed: Typed; saved: Answer; applications: readonly ElementRef[] }) {
  return (
    <>
      <RadioGroup label="What becomes of it?" {...typed.of("disposition", saved.disposition)} required options={dispositions.map((value) => ({ value, label: dispositionWords[value], note: notes[value] }))} />
      <TextArea label="Why, in a sentence for the team that uses it" {...typed.of("reason", saved.reason)} rows={3} maxLength={2000} hint="They had a need. Say what they get." />
      <DateField label="If agreed for now: until when?" {...typed.of("tolerateUntil", saved.tolerateUntil)} />
      <Select label="If replaced: by which application?" {...typed.of("replacedById", saved.replacedById)} empty="None" options={applications.map(({ id, name, code }) => ({ value: id, label: name, note: code }))} />
      <Select label="Do they use IT again?" {...typed.of("won", saved.won)} empty="Not known yet" options={wonOrLost.map((value) => ({ value, label: wonWords[value] }))} />
    </>
  )
}
