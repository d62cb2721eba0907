// The page of API tokens: those there are, the form of a new one, and a new one's secret, shown this once.
import { dayMonthYear } from "~/core/calendar"
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Select, TextField } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import "~/features/people/one-time.css"
import { tokenDays, tokenState, type ApiToken } from "./api-token"

/** Draws the secret of a token that was just made. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  return (
    <Card title={`The token for ${name}`} id="new-token" tone="focus">
      <div className="stack-small">
        <p>Copy it into the program now. It is not shown again; whoever has it can read everything here until it ends.</p>
        <code className="one-time">{secret}</code>
      </div>
    </Card>
  )
}

/** Draws the form of a new token. */
export function TokenForm({ reply }: { reply: EditReply | undefined }) {
  const typed = reply?.result?.initialValue ?? {}
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  return (
    <Card title="Make a token" id="make-token">
      <form method="post" className="form">
        <ErrorSummary faults={faults} />
        <OperationFields form={`token ${faults.length}`} />
        <div className="form-row">
          <TextField label="What will use it" hint="Such as “Power BI of Finance”." name="name" required maxLength={100} autoComplete="off" defaultValue={String(typed.name ?? "")} errors={errors.name ?? []} />
          <Select label="Good for" name="days" options={tokenDays.map((days) => ({ value: String(days), label: `${days} days` }))} defaultValue={String(typed.days ?? "90")} errors={errors.days ?? []} />
        </div>
        <div className="form-actions">
          <button type="submit" className="btn primary">
            Make the token
          </button>
        </div>
      </form>
    </Card>
  )
}

const stateWords = { good: "Good", expired: "Expired", ended: "Ended" }

/** Draws the tokens there are; those that are still good can be ended. */
export function TokenTable({ tokens, now }: { tokens: readonly ApiToken[]; now: string }) {
  if (tokens.length === 0) return <p className="muted">No program has a token yet.</p>
  return (
    <section className="card flush scroll-x">
      <table className="plain-table">
        <caption className="visually-hidden">API tokens</caption>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Made by</th>
            <th scope="col">Last used</th>
            <th scope="col">Expires</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td>
                {token.madeByName}, {day(token.createdAt)}
              </td>
              <td>{token.lastUsedAt === null ? "Never" : day(token.lastUsedAt)}</td>
              <td>{day(token.expiresAt)}</td>
              <td>{tokenState(token, now) === "good" ? <EndToken token={token} /> : stateWords[tokenState(token, now)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function EndToken({ token }: { token: ApiToken }) {
  return (
    <form method="post" action={`/settings/tokens/${token.id}/end`}>
      <OperationFields form={`end ${token.id}`} />
      <button type="submit" className="btn small" aria-label={`End the token for ${token.name}`}>
        End it
      </button>
    </form>
  )
}

function day(at: string): string {
  return dayMonthYear(at.slice(0, 10))
}
