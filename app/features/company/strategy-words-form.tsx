// The fields for why the company exists and for what it will not do.
import type { Typed } from "~/features/elements/edit-form"
import { TextArea, TextField } from "~/ui/field"
import { exclusionPlaces, type Exclusion } from "./company"

/** Draws the purpose. */
export function PurposeField({ typed, purpose }: { typed: Typed; purpose: string }) {
  return <TextArea label="Why does the company exist?" rows={2} maxLength={400} hint="One sentence that everybody would say: We help people make a home they love." {...typed.of("purpose", purpose)} />
}

/** Draws the lines for what will not be done; an emptied line is taken away. */
export function ExclusionFields({ typed, exclusions, places = exclusionPlaces }: { typed: Typed; exclusions: readonly Exclusion[]; places?: readonly number[] }) {
  return (
    <fieldset className="form" id="exclusions">
      <legend>What we will not do, and why</legend>
      {places.map((place) => (
        <div className="form-row" key={place}>
          <TextField label={`Not ${place}`} maxLength={200} {...typed.of(`not${place}`, exclusions[place - 1]?.text)} />
          <TextField label="Because" maxLength={200} {...typed.of(`because${place}`, exclusions[place - 1]?.reason)} />
        </div>
      ))}
    </fieldset>
  )
}
