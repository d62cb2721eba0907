// The form that sets a password: by a one-time link, or one's own in the settings.
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { TextField } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { NewPassword } from "./account-first-form"

/** Draws the form; `asksCurrent` where there is a password already. The address helps the browser's own store of passwords. */
export function PasswordForm({ reply, signInEmail, asksCurrent, save }: { reply: EditReply | undefined; signInEmail: string; asksCurrent: boolean; save: string }) {
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  return (
    <form method="post" className="form" data-document>
      <ErrorSummary faults={faults} title="The password was not set." />
      <OperationFields form={`password ${faults.length}`} />
      <input type="text" autoComplete="username" defaultValue={signInEmail} readOnly hidden />
      {asksCurrent ? (
        <TextField label="Current password" name="currentPassword" type="password" autoComplete="current-password" required errors={errors.currentPassword ?? []} />
      ) : null}
      <NewPassword errors={errors.password ?? []} />
      <div className="form-actions">
        <button type="submit" className="btn primary">
          {save}
        </button>
      </div>
    </form>
  )
}
