// The table of accounts: who can sign in, with which roles.
import { Avatar } from "~/ui/avatar"
import type { Role } from "~/core/policy"
import { roleWords } from "./account"

export interface AccountRow {
  code: string
  name: string
  title: string
  signInEmail: string
  roles: readonly Role[]
  disabled: boolean
  archived: boolean
  hasPassword: boolean
}

/** Whether somebody can sign in, in words. */
export function accountState({ disabled, archived, hasPassword }: Pick<AccountRow, "disabled" | "archived" | "hasPassword">, sample = false): string {
  if (disabled) return "Disabled"
  if (archived) return "Archived, cannot sign in"
  if (hasPassword) return "Can sign in"
  return sample ? "By the sample’s door" : "No password yet"
}

/** Draws one row an account; the name leads to its page. */
export function AccountTable({ accounts, sample }: { accounts: readonly AccountRow[]; sample: boolean }) {
  return (
    <section className="card flush scroll-x">
      <table className="plain-table accounts">
        <caption className="visually-hidden">Accounts</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Signs in with</th>
            <th scope="col">Roles</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.code}>
              <th scope="row">
                <span className="who">
                  <Avatar name={account.name} />
                  <a href={`/settings/people/${account.code}`}>{account.name}</a>
                  <small className="muted">{account.title}</small>
                </span>
              </th>
              <td>{account.signInEmail}</td>
              <td>{account.roles.map((role) => roleWords[role].label).join(", ")}</td>
              <td>{accountState(account, sample)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
