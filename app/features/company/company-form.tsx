// The form of the company's facts.
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { NumberField, Select, TextArea, TextField } from "~/ui/field"
import { monthNames, type CompanyFields } from "./company"

/** Draws the facts; `wordsOnly` for those who may change the purpose alone. Fields fixed by amounts say so. */
export function CompanyForm({ company, version, reply, wordsOnly, fixed, timeZones }: {
  company: CompanyFields
  version: number
  reply: EditReply | undefined
  wordsOnly: boolean
  fixed: boolean
  timeZones: readonly string[]
}) {
  const months = monthNames.map((label, index) => ({ value: String(index + 1), label }))
  const whenFixed = fixed ? "Fixed, because amounts exist." : "Fixed once amounts exist."
  return (
    <EditForm form={`company ${version}`} version={version} reply={reply} save="Save" cancelHref="/settings/company">
      {({ of }) => (
        <>
          {wordsOnly ? null : <TextField label="Name" required maxLength={200} {...of("name", company.name)} />}
          <TextArea label="Purpose" hint="One sentence: why the company exists. It stands on top of the strategy." rows={2} maxLength={500} {...of("purpose", company.purpose)} />
          {wordsOnly ? null : (
            <>
              <div className="form-row">
                <TextField label="Currency" hint={whenFixed} required readOnly={fixed} maxLength={3} autoComplete="off" {...of("currency", company.currency)} />
                {fixed ? (
                  <TextField label="First month of the financial year" hint={whenFixed} required name="firstMonthShown" defaultValue={monthNames[company.yearFirstMonth - 1] ?? ""} disabled />
                ) : (
                  <Select label="First month of the financial year" hint={whenFixed} required options={months} {...of("yearFirstMonth", company.yearFirstMonth)} />
                )}
                <TextField label="Time zone" hint="Tells when a day begins." required maxLength={100} list="time-zones" {...of("timeZone", company.timeZone)} />
              </div>
              <datalist id="time-zones">
                {timeZones.map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
              <div className="form-row">
                <NumberField label="On track from" unit="% of the pace" hint="How much of the way should be gone by today." required {...of("bandOnTrack", percent(company.bandOnTrack))} />
                <NumberField label="At risk from" unit="% of the pace" hint="Below this it is off track." required {...of("bandAtRisk", percent(company.bandAtRisk))} />
              </div>
            </>
          )}
        </>
      )}
    </EditForm>
  )
}

function percent(share: string): number {
  return Math.round(Number(share) * 100)
}
