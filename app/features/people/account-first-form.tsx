// The form of the first administrator: the company in four facts, and who they are.
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { Select, TextField, type Option } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"

export interface FirstFormProps {
  reply: EditReply | undefined
  months: readonly Option[]
  timeZones: readonly string[]
}

/** Draws the form; everything typed stays when it is refused, except the password. */
export function FirstCompanyForm({ reply, months, timeZones }: FirstFormProps) {
  const typed = reply?.result?.initialValue ?? {}
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  const of = (name: string, usual = "") => ({ name, defaultValue: String(typed[name] ?? usual), errors: errors[name] ?? [], required: true })
  return (
    <form method="post" className="form wide" data-document>
      <ErrorSummary faults={faults} />
      <OperationFields form={`first company ${faults.length}`} />
      <h2>Your company</h2>
      <TextField label="Name of the company" maxLength={200} autoComplete="organization" {...of("companyName")} />
      <div className="form-row">
        <TextField label="Currency" hint="Three letters. Fixed once amounts exist." maxLength={3} autoComplete="off" {...of("currency", "EUR")} />
        <Select label="First month of the financial year" hint="Fixed once amounts exist." options={months} {...of("yearFirstMonth", "1")} />
        <TextField label="Time zone" hint="Tells when a day begins." maxLength={100} list="time-zones" {...of("timeZone", "Europe/Berlin")} />
      </div>
      <Suggestions id="time-zones" values={timeZones} />
      <h2>Yourself</h2>
      <div className="form-row">
        <TextField label="Your name" maxLength={200} autoComplete="name" {...of("name")} />
        <TextField label="E-mail address" hint="You sign in with it." type="email" maxLength={254} autoComplete="username" {...of("email")} />
      </div>
      <NewPassword errors={errors.password ?? []} />
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Make the company and sign in
        </button>
      </div>
    </form>
  )
}

/** Draws the field for a new password with what is asked of it. */
export function NewPassword({ errors }: { errors: readonly string[] }) {
  return (
    <TextField
      label="New password" name="password" type="password" autoComplete="new-password" required errors={errors}
      hint="At least 15 characters. A few unrelated words are easy to remember and hard to guess."
    />
  )
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}
