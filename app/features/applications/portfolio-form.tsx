// The fields of the short questionnaires about an application, and of what it costs in a year.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import type { Typed } from "~/features/elements/edit-form"
import { DateField, MoneyField, RadioGroup } from "~/ui/field"
import { PersonPicker } from "~/ui/picker"
import { costKinds, costKindWords, type CostKind, type CostYear } from "./cost-line"
import { answerKeys, fitAnswerWords, fitQuestions, type FitSide } from "./fit"

export interface FitFieldsProps {
  typed: Typed
  side: FitSide
  today: string
  actorId: string
  /** null: one answers for oneself, today */
  people: readonly ElementRef[] | null
}

/** Draws the four questions; who may edit the application also says who answered, and when. */
export function FitFields({ typed, side, today, actorId, people }: FitFieldsProps) {
  return (
    <>
      <input type="hidden" name="side" value={side} />
      {answerKeys.map((key) => (
        <RadioGroup key={key} label={fitQuestions[side][key]} {...typed.of(key)} required options={[4, 3, 2, 1].map((value) => ({ value: String(value), label: fitAnswerWords[value] ?? "" }))} />
      ))}
      {people === null ? (
        <>
          <input type="hidden" name="respondentId" value={actorId} />
          <input type="hidden" name="answeredOn" value={today} />
        </>
      ) : (
        <div className="form-row">
          <PersonPicker label="Who answered" {...typed.of("respondentId", actorId)} required options={people.map(asOption)} />
          <DateField label="On" {...typed.of("answeredOn", today)} required max={today} />
        </div>
      )}
    </>
  )
}

const seenNames: Record<CostKind, string> = { licence: "seenLicence", support: "seenSupport", maintenance: "seenMaintenance", administration: "seenAdministration" }

/** Draws the four amounts of a year; a blank one is not known. */
export function CostFields({ typed, year, saved, currency }: { typed: Typed; year: number; saved: CostYear | null; currency: string }) {
  return (
    <>
      <input type="hidden" name="year" value={year} />
      {costKinds.map((kind) => (
        <div key={kind}>
          <input type="hidden" name={seenNames[kind]} value={saved?.lines[kind]?.version ?? 0} />
          <MoneyField label={costKindWords[kind]} currency={currency} {...typed.of(kind, saved?.lines[kind]?.amount.replace(/\.00$/, ""))} />
        </div>
      ))}
    </>
  )
}
