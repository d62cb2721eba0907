// The form of an initiative's plan, for a new one and for changing one; the stage is no part of it.
import type { ElementRef } from "~/features/elements/element"
import { EditForm, type EditReply, type Typed } from "~/features/elements/edit-form"
import { asOption } from "~/features/elements/element-panels"
import { DateField, MoneyField, RadioGroup, Select, TextArea, TextField } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import { confidences, confidenceWords, type InitiativePlan } from "./initiative"

export interface InitiativeFormProps {
  /** null: a new one */
  initiative: (InitiativePlan & { code: string; version: number }) | null
  people: readonly ElementRef[]
  /** financial years to plan for, with their labels */
  years: readonly { year: string; label: string }[]
  currency: string
  reply: EditReply | undefined
}

/** Draws the form. */
export function InitiativeForm({ initiative, people, years, currency, reply }: InitiativeFormProps) {
  return (
    <EditForm
      form={initiative ? `initiative ${initiative.code} ${initiative.version}` : "new initiative"}
      version={initiative?.version}
      reply={reply}
      save={initiative ? "Save" : "Add this initiative"}
      cancelHref={initiative ? `/initiatives/${initiative.code}` : "/initiatives"}
    >
      {(typed) => (
        <>
          <TextField label="Name" required maxLength={200} {...typed.of("name", initiative?.name)} />
          <TextArea label="Summary" hint="What changes for whom, in two plain sentences." maxLength={2000} {...typed.of("summary", initiative?.summary)} />
          <div className="form-row">
            {initiative ? null : <Select label="Stage" hint="Approving and starting come later, with their own button." {...typed.of("status", "idea")} options={[{ value: "idea", label: "Idea" }, { value: "proposed", label: "Proposed" }]} />}
            <RadioGroup label="How sure" {...typed.of("confidence", initiative?.confidence ?? "might")} options={confidences.map((value) => ({ value, label: confidenceWords[value] }))} />
          </div>
          <div className="form-row">
            <DateField label="Starts" {...typed.of("startsOn", initiative?.startsOn)} />
            <DateField label="Ends" {...typed.of("endsOn", initiative?.endsOn)} />
          </div>
          <PersonPicker label="Sponsor" hint="Who stands for it in the business." {...typed.of("sponsorId", initiative?.sponsorId)} empty="Not named" options={people.map(asOption)} />
          <Budget initiative={initiative} years={years} currency={currency} typed={typed} />
        </>
      )}
    </EditForm>
  )
}

function Budget({ initiative, years, currency, typed }: Pick<InitiativeFormProps, "initiative" | "years" | "currency"> & { typed: Typed }) {
  return (
    <fieldset className="field">
      <legend>Planned budget by financial year</legend>
      <span className="hint">Leave a year empty when nothing is planned yet; 0 means it costs nothing.</span>
      <div className="form-row">
        {years.map(({ year, label }) => (
          <MoneyField key={year} label={label} currency={currency} {...typed.of(`budget-${year}`, initiative?.budget[year]?.replace(/\.00$/, ""))} />
        ))}
      </div>
    </fieldset>
  )
}
