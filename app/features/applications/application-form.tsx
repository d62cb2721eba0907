// The fields of an application's form.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { lifecycles, lifecycleWords, stageDays, stageDayWords, type ApplicationFields as Saved } from "./application"
import { plannedPlacements, placementWords } from "./fit"
import { productOf } from "./product-name"
import { DateField, Select, TextArea, TextField } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import type { Typed } from "~/features/elements/edit-form"

/** Draws the fields, the later ones folded; without `saved` they are those of a new record, with the owner (or the place) to choose. */
export function ApplicationFields({ typed, saved, choices, chosen = "" }: { typed: Typed; saved?: Saved; choices: readonly ElementRef[]; chosen?: string }) {
  return (
    <>
      <TextField label="Name" {...typed.of("name", saved?.name)} required maxLength={200} />
      <TextArea label="Summary" {...typed.of("summary", saved?.summary)} rows={3} maxLength={2000} hint="What is it used for, in two sentences anybody understands?" />
      <Select label="Stage" {...typed.of("lifecycle", saved?.lifecycle ?? "active")} required options={lifecycles.map((value) => ({ value, label: lifecycleWords[value] }))} />
      <TextField label="Vendor" {...typed.of("vendor", saved?.vendor)} maxLength={200} />
      {saved ? <PortfolioFields typed={typed} saved={saved} /> : <PersonPicker label="Business owner" {...typed.of("ownerId", chosen)} options={choices.map(asOption)} empty="Nobody yet" hint="Without an owner, questions go to the planners." />}
    </>
  )
}

function PortfolioFields({ typed, saved }: { typed: Typed; saved: Saved }) {
  const told = productOf(saved.name)
  return (
    <>
      <Select label="What we plan with it" {...typed.of("plannedPlacement", saved.plannedPlacement)} empty="Nothing planned yet" options={plannedPlacements.map((value) => ({ value, label: placementWords[value] }))} />
      <div className="form-row">
        <DateField label="Contract ends" {...typed.of("contractEndsOn", saved.contractEndsOn)} hint="Blank: it has no end, or none is known." />
        <DateField label="Notice by" {...typed.of("noticeOn", saved.noticeOn)} hint="The last day on which notice still ends it." />
      </div>
      <div className="form-row">
        <TextField label="Product family" {...typed.of("family", saved.family)} maxLength={200} hint={`Blank: as the name tells, “${told.family}”.`} />
        <TextField label="Version" {...typed.of("productVersion", saved.productVersion)} maxLength={60} hint={told.version ? `Blank: as the name tells, “${told.version}”.` : "Such as 2016 or 15.x. The name tells none."} />
      </div>
      <fieldset className="field">
        <legend>Its stages, as far as their days are known</legend>
        <div className="form-row">
          {stageDays.map((field) => <DateField key={field} label={stageDayWords[field]} {...typed.of(field, saved[field])} />)}
        </div>
      </fieldset>
    </>
  )
}
