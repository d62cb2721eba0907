// Linking an initiative with what it helps, needs, changes or affects.
import type { ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { relationWords, strengths, strengthWords, type Relation } from "~/features/elements/link"
import { OperationFields } from "~/features/elements/operation-fields"
import { NumberField, RadioGroup, Select, TextField } from "~/ui/field"
import { ElementPicker } from "~/ui/picker"

export const linkWhats = ["goal", "needs", "needed-by", "changes", "unit"] as const
export type LinkWhat = (typeof linkWhats)[number]

/** What each form is called and which relation it makes. */
export const linkTitles: Record<LinkWhat, string> = {
  goal: "Link a goal", needs: "Add what it needs first", "needed-by": "Add what waits for it", changes: "Add what it changes", unit: "Add a unit it affects",
}
const relationOf: Record<Exclude<LinkWhat, "changes">, Relation> = { goal: "contributes to", needs: "requires", "needed-by": "requires", unit: "affects" }
const changeRelations = ["introduces", "improves", "replaces", "retires"] as const

/** Draws the form; a refusal is shown with everything that was chosen. */
export function InitiativeLinkForm({ what, record, choices }: { what: LinkWhat; record: ElementRef; choices: readonly ElementRef[] }) {
  const path = `/initiatives/${record.code}`
  const [own, other] = what === "needed-by" ? ["toId", "fromId"] : ["fromId", "toId"]
  return (
    <form method="post" action={`/links?back=${path}`} className="form">
      <OperationFields form={`link ${what}`} />
      <input type="hidden" name={own} value={record.id} />
      {what === "changes" ? (
        <RadioGroup label="What it does" name="relation" required defaultValue="improves" options={changeRelations.map((value) => ({ value, label: relationWords[value].forth }))} />
      ) : (
        <input type="hidden" name="relation" value={relationOf[what]} />
      )}
      <ElementPicker label={what === "goal" ? "Goal" : what === "unit" ? "Unit" : what === "changes" ? "Service, application or capability" : "Initiative"} name={other ?? ""} required empty="Choose" options={choices.map(asOption)} />
      {what === "goal" ? <RadioGroup label="How much it helps" name="strength" required defaultValue="3" options={strengths.map((value) => ({ value: String(value), label: strengthWords[value] }))} /> : null}
      {what === "needs" || what === "needed-by" ? (
        <div className="form-row">
          <Select label="How much it matters" name="mandatory" defaultValue="true" options={[{ value: "true", label: "Must have" }, { value: "false", label: "Advised" }]} />
          <NumberField label="Days between" name="lagDays" unit="days" hint="From the end of the first to the start of the second." />
        </div>
      ) : null}
      <TextField label={what === "goal" ? "Why it helps" : "Reason"} name="note" required={what === "goal"} maxLength={1000} />
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Link
        </button>
        <a className="btn quiet" href={path}>
          Leave as it is
        </a>
      </div>
    </form>
  )
}
