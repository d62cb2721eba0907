// The fields of a consultation's form, in the order in which one thinks of them.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import type { Typed } from "~/features/elements/edit-form"
import { DateField, RadioGroup, Select, TextArea, TextField } from "~/ui/field"
import { ElementPicker, PersonPicker } from "~/ui/picker"
import { consultationForms, consultationPurposes, formWords, levelWords, newConsultationFields, participationLevels, purposeWords, type ConsultationFields } from "./consultation"

interface Choices {
  people: readonly ElementRef[]
  units: readonly ElementRef[]
  subjects?: readonly ElementRef[]
  chosen?: string
}

/** Draws the fields; without `saved` they are those of a new conversation, with its first subject. */
export function ConsultationFieldset({ typed, saved, choices, me }: { typed: Typed; saved?: ConsultationFields; choices: Choices; me?: string }) {
  const usual = saved ?? newConsultationFields
  return (
    <>
      <TextField label="Name" {...typed.of("name", saved?.name)} required maxLength={200} hint="As people would call it: “How should ordering work?”" />
      {saved ? null : <ElementPicker label="About" {...typed.of("subjectId", choices.chosen)} options={(choices.subjects ?? []).map(asOption)} empty="Nothing yet" hint="A goal, an initiative, a decision, a service or an application. More can follow." />}
      <Select label="Why we ask" {...typed.of("purpose", usual.purpose)} required options={consultationPurposes.map((value) => ({ value, label: purposeWords[value] }))} />
      <Select label="How" {...typed.of("form", usual.form)} required options={consultationForms.map((value) => ({ value, label: formWords[value] }))} />
      <RadioGroup label="How far they take part" {...typed.of("participationLevel", usual.participationLevel)} required options={participationLevels.map((value) => ({ value, label: levelWords[value].label, note: levelWords[value].promise }))} />
      <TextArea label="What it is about, in plain words" {...typed.of("summary", usual.summary)} rows={3} maxLength={2000} hint="Two or three sentences that anybody understands." />
      <TextArea label="The question" {...typed.of("questionPlain", usual.questionPlain)} rows={2} maxLength={1000} hint="In plain words. Everybody sees this one unless they ask for another." />
      <TextArea label="The question in the usual business words" {...typed.of("questionStandard", usual.questionStandard)} rows={2} maxLength={1000} />
      <TextArea label="The question in technical words" {...typed.of("questionTechnical", usual.questionTechnical)} rows={2} maxLength={1000} />
      <TextArea label="What it costs" {...typed.of("costs", usual.costs)} rows={2} maxLength={1000} hint="“Not known yet” is an answer." />
      <TextArea label="What it changes" {...typed.of("effects", usual.effects)} rows={2} maxLength={1000} hint="For whom, and how they will notice." />
      <DateField label="Open until" {...typed.of("closesOn", usual.closesOn)} />
      <ElementPicker label="Unit whose relationship is reviewed" {...typed.of("unitId", usual.unitId)} options={choices.units.map(asOption)} empty="None" hint="Only for a conversation on how we work together." />
      <PersonPicker label="Owner" {...typed.of("ownerId", saved ? saved.ownerId : me)} options={choices.people.map(asOption)} empty="Nobody yet" hint="Runs it, and reads its confidential points." />
    </>
  )
}
