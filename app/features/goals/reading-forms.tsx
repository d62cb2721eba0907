// Entering and correcting the readings of a measure where they are shown.
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { DateField, NumberField, Select, TextField } from "~/ui/field"
import { valueWords, type MeasureView, type ShownReading } from "./measure-view"

/** Draws the form for a new reading; a link to its `id` opens it. */
export function AddReading({ measure, today, id }: { measure: MeasureView; today: string; id?: string }) {
  return (
    <details className="disclose">
      <summary>Add reading</summary>
      <form method="post" action="/readings" className="form reading-form" id={id}>
        <OperationFields form={`reading ${measure.id}`} />
        <input type="hidden" name="measureId" value={measure.id} />
        <ValueField measure={measure} id={`value-${measure.id}`} />
        <DateField label="Read on" name="readOn" id={`on-${measure.id}`} required defaultValue={today} max={today} />
        <TextField label="Note" name="note" id={`note-${measure.id}`} maxLength={400} />
        <div>
          <button type="submit" className="btn primary small">
            Save reading
          </button>
        </div>
      </form>
    </details>
  )
}

/** Draws every reading as a table, newest first, each with its correction. */
export function Readings({ measure, mayEdit }: { measure: MeasureView; mayEdit: boolean }) {
  return (
    <details className="disclose">
      <summary>Show as table</summary>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className="num">
                Reading
              </th>
              <th scope="col">Note</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {measure.readings.map((reading) => (
              <tr key={reading.id}>
                <th scope="row">{dayMonthYear(reading.readOn)}</th>
                <td className="num">{valueWords(measure, reading.value)}</td>
                <td>
                  {reading.note}
                  {mayEdit ? <Correct measure={measure} reading={reading} /> : null}
                </td>
                <td>
                  {reading.recordedBy ?? "Not known"}
                  {reading.version > 1 ? <span className="muted">, corrected</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Correct({ measure, reading }: { measure: MeasureView; reading: ShownReading }) {
  return (
    <details className="disclose">
      <summary>Correct</summary>
      <form method="post" action={`/readings/${reading.id}`} className="form reading-form">
        <OperationFields form={`correct ${reading.id}`} version={reading.version} />
        <ValueField measure={measure} id={`value-${reading.id}`} value={reading.value} />
        <TextField label="Why it was wrong" name="note" id={`note-${reading.id}`} maxLength={400} defaultValue={reading.note} />
        <div>
          <button type="submit" className="btn small">
            Save the correction
          </button>
        </div>
      </form>
    </details>
  )
}

function ValueField({ measure, id, value }: { measure: MeasureView; id: string; value?: string }) {
  if (!measure.isYesNo) return <NumberField label="Reading" name="value" id={id} required unit={measure.unit} defaultValue={value} />
  return <Select label="Is it so?" name="value" id={id} required defaultValue={value === undefined ? "1" : Number(value) >= 1 ? "1" : "0"} options={[{ value: "1", label: "Yes" }, { value: "0", label: "Not yet" }]} />
}
