// One account: its roles, whether it may sign in, and a link for choosing a password.
import { roles as allRoles, type Role } from "~/core/policy"
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { FieldError, Select, TextField, type Option } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { roleWords } from "./account"
import type { AccountRow } from "./account-list"
import "./one-time.css"

/** Draws a link that is shown this once. */
export function OneTimeLink({ link, name }: { link: string; name: string }) {
  return (
    <Card title={`A link for ${name}`} id="link" tone="focus">
      <div className="stack-small">
        <p>Give it to them in person or by a way only they can read. It works once, for a day, and is not shown again.</p>
        <code className="one-time">{link}</code>
      </div>
    </Card>
  )
}

/** Draws the roles as boxes, each with what it lets one do. */
export function RoleChoices({ chosen, errors = [] }: { chosen: readonly Role[]; errors?: readonly string[] }) {
  return (
    <fieldset className="field" id="roles" tabIndex={-1}>
      <legend>Roles</legend>
      <span className="hint">Several may be chosen; a person may do what any of them allows.</span>
      <span className="role-choices">
        {allRoles.map((role) => (
          <label className="choice" key={role}>
            <input type="checkbox" name="roles" value={role} defaultChecked={chosen.includes(role)} />
            <span>
              {roleWords[role].label}
              <small>{roleWords[role].may}</small>
            </span>
          </label>
        ))}
      </span>
      <FieldError id="roles-error" errors={errors} />
    </fieldset>
  )
}

/** Draws what can be done with the account. */
export function AccountActions({ account }: { account: AccountRow }) {
  const path = `/settings/people/${account.code}`
  return (
    <>
      <Card title="Roles" id="account-roles">
        <form method="post" action={`${path}/roles`} className="form">
          <OperationFields form="roles" />
          <RoleChoices chosen={account.roles} />
          <div className="form-actions">
            <button type="submit" className="btn primary">
              Save roles
            </button>
          </div>
        </form>
      </Card>
      <Card title="Signing in" id="signing-in">
        <div className="stack">
          {account.disabled ? null : (
            <form method="post" className="stack-small">
              <OperationFields form="link" />
              <p className="small muted">For a first password, or when it was forgotten. An older link stops working.</p>
              <div className="form-actions">
                <button type="submit" className="btn">
                  Make a link for choosing a password
                </button>
              </div>
            </form>
          )}
          <form method="post" action={`${path}/${account.disabled ? "enable" : "disable"}`} className="stack-small">
            <OperationFields form="disable" />
            <p className="small muted">
              {account.disabled ? "Nobody can sign in with this account." : "Disabling ends every session of this person at once. Their records stay."}
            </p>
            <div className="form-actions">
              <button type="submit" className={account.disabled ? "btn" : "btn danger"}>
                {account.disabled ? "Enable the account" : "Disable the account"}
              </button>
            </div>
          </form>
        </div>
      </Card>
    </>
  )
}

/** Draws the form of a new account: for a person on record or a new one. */
export function NewAccountForm({ people, reply }: { people: readonly Option[]; reply: EditReply | undefined }) {
  const typed = reply?.result?.initialValue ?? {}
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  const of = (name: string) => ({ name, defaultValue: String(typed[name] ?? ""), errors: errors[name] ?? [] })
  const chosen = allRoles.filter((role) => [typed.roles ?? "viewer"].flat().includes(role))
  return (
    <form method="post" className="form">
      <ErrorSummary faults={faults} />
      <OperationFields form={`account ${faults.length}`} />
      <div className="form-row">
        <Select label="Person on record" empty="Somebody new" options={people} {...of("personId")} />
        <TextField label="Name of somebody new" maxLength={200} autoComplete="off" {...of("name")} />
      </div>
      <TextField label="E-mail address" hint="They sign in with it." type="email" required maxLength={254} autoComplete="off" {...of("email")} />
      <RoleChoices chosen={chosen} errors={errors.roles ?? []} />
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Add the account
        </button>
        <a className="btn quiet" href="/settings/people">
          Leave without saving
        </a>
      </div>
    </form>
  )
}
