// Linking a record to another: first the way, then the other record and what the link carries.
import { Checkbox, MoneyField, NumberField, RadioGroup, Select, TextField } from "~/ui/field"
import { ElementPicker } from "~/ui/picker"
import { asOption } from "./element-panels"
import { kindWords, type ElementRef } from "./element"
import { relationWords, strengths, strengthWords, type LinkWay } from "./link"
import { OperationFields } from "./operation-fields"

/** The ways a record can be linked, each a link to its form. */
export function LinkWays({ about, ways }: { about: ElementRef; ways: readonly LinkWay[] }) {
  return (
    <ul className="lines">
      {ways.map((way) => (
        <li key={way.key}>
          <a href={`/link?about=${about.code}&way=${encodeURIComponent(way.key)}`}>
            {about.name} {way.reversed ? relationWords[way.relation].back : relationWords[way.relation].forth} …
          </a>
          <small className="push">{way.kinds.map((kind) => kindWords[kind].one.toLowerCase()).join(" or ")}</small>
        </li>
      ))}
    </ul>
  )
}

/** The form of one way; `chosen` is the other record's id when it is known already, else empty. */
export function LinkForm({ about, way, choices, chosen, back, currency }: { about: ElementRef; way: LinkWay; choices: readonly ElementRef[]; chosen: string; back: string; currency: string }) {
  const { relation, reversed } = way
  const helps = relation === "contributes to"
  return (
    <form method="post" action={`/links?back=${encodeURIComponent(back)}`} className="form">
      <OperationFields form="link" />
      <input type="hidden" name="relation" value={relation} />
      <input type="hidden" name={reversed ? "toId" : "fromId"} value={about.id} />
      <ElementPicker
        label={`${about.name} ${reversed ? relationWords[relation].back : relationWords[relation].forth}`}
        name={reversed ? "fromId" : "toId"} id="other" required options={choices.map(asOption)} defaultValue={chosen} empty="Choose a record"
      />
      {helps ? (
        <>
          <RadioGroup label="How much does it help?" name="strength" required defaultValue="3" options={strengths.map((strength) => ({ value: String(strength), label: strengthWords[strength] }))} />
          <TextField label="Because" name="note" required maxLength={1000} hint="The reason in one sentence. It shows wherever the link does." />
          <Checkbox label="This is its main goal" name="isPrimary" />
        </>
      ) : null}
      {relation === "requires" ? (
        <>
          <Select label="Must it be there?" name="mandatory" defaultValue="true" options={[{ value: "true", label: "Must be there first" }, { value: "false", label: "Better first" }]} />
          <NumberField label="Days between the two" name="lagDays" unit="days" />
        </>
      ) : null}
      {relation === "delivers" ? (
        <Select label="How much does the service hang on it?" name="criticality" empty="Not known yet" options={[{ value: "high", label: "It stops without it" }, { value: "medium", label: "It suffers" }, { value: "low", label: "It goes on" }]} />
      ) : null}
      {relation === "performs" ? <Select label="How well does it do the job?" name="fit" empty="Not known yet" options={["1", "2", "3", "4"].map((value) => ({ value, label: `${value} of 4` }))} /> : null}
      {relation === "uses" ? <NumberField label="Seats" name="seats" unit="people" /> : null}
      {relation === "uses" && way.kinds.includes("application") && about.kind !== "service" ? <MoneyField label="Yearly cost" name="yearlyCost" currency={currency} /> : null}
      {helps || relation === "requires" ? null : <TextField label="Note" name="note" maxLength={1000} />}
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Link
        </button>
        <a className="btn quiet" href={back}>
          Leave without saving
        </a>
      </div>
    </form>
  )
}
