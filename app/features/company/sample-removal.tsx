// Removing the sample company: what is lost, a backup first, and a confirmation that has to be typed.
import type { EditReply } from "~/features/elements/edit-form"
import { Card } from "~/ui/card"
import { TextField } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"

/** Draws the offer of a backup and the form that removes everything. */
export function SampleRemoval({ name, reply }: { name: string; reply: EditReply | undefined }) {
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  return (
    <>
      <Card title="First, a backup" id="backup">
        <div className="stack-small">
          <p>One file with every record, as it is now. Keep it if anything in it is yours.</p>
          <p>
            <a className="btn" href="/settings/backup.zip" data-document download>
              Download a backup
            </a>
          </p>
        </div>
      </Card>
      <Card title={`Remove ${name}`} id="remove" tone="gap">
        <form method="post" className="form" data-document>
          <ErrorSummary faults={faults} title="Nothing was removed." />
          <p>
            Every record, person and account of this installation goes, with its history. <b>Whatever was added since goes too.</b> Everybody is
            signed out. This cannot be undone.
          </p>
          <TextField label={`Type the company’s name to confirm: ${name}`} name="companyName" required autoComplete="off" errors={errors.companyName ?? []} />
          <div className="form-actions">
            <button type="submit" className="btn danger">
              Remove the sample company
            </button>
            <a className="btn quiet" href="/settings">
              Keep it
            </a>
          </div>
        </form>
      </Card>
    </>
  )
}
