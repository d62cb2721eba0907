// The form with which a person signs in.
import type { EditReply } from "~/features/elements/edit-form"
import { TextField } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"

/** Draws address and password; what was typed stays, except the password. */
export function SignInForm({ reply, next }: { reply: EditReply | undefined; next: string }) {
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  return (
    <form method="post" action="/sign-in" className="form" data-document>
      <ErrorSummary faults={faults} title="You are not signed in." />
      {next === "" ? null : <input type="hidden" name="next" value={next} />}
      <TextField
        label="E-mail address" name="email" type="email" autoComplete="username" inputMode="email" required
        defaultValue={String(reply?.result?.initialValue?.email ?? "")} errors={errors.email ?? []}
      />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required errors={errors.password ?? []} />
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Sign in
        </button>
      </div>
      <p className="small muted">Forgotten it? An administrator can give you a link to choose a new one.</p>
    </form>
  )
}
