// One's own settings: who one is signed in as, the password, other sessions, the keys; and what the installation runs on.
import type { Role } from "~/core/policy"
import { Card } from "~/ui/card"
import { DialogLink } from "~/ui/dialog"
import { Props } from "~/ui/facts"
import { StatusMark } from "~/ui/status"
import { roleWords } from "./account"

export interface OwnSettingsProps {
  account: { name: string; signInEmail: string; roles: readonly Role[]; hasPassword: boolean }
  sample: boolean
  /** other places where this person is signed in */
  others: number
  /** for administrators */
  database: { words: string; warning: string | null } | null
}

/** Draws the cards. */
export function OwnSettings({ account, sample, others, database }: OwnSettingsProps) {
  return (
    <>
      <Card title="You" id="you">
        <Props
          items={[
            { label: "Name", value: account.name },
            { label: "You sign in with", value: account.signInEmail },
            { label: "Roles", value: account.roles.map((role) => roleWords[role].label).join(", ") },
          ]}
        />
      </Card>
      <Card title="Password" id="password">
        <div className="stack-small">
          {sample && !account.hasPassword ? (
            <p>You came in by the sample’s door. It closes for good as soon as one account has a password.</p>
          ) : (
            <p>At least 15 characters. Changing it signs you out everywhere else.</p>
          )}
          <p>
            <a className="btn" href="/settings/password">
              {account.hasPassword ? "Change the password" : "Choose a password"}
            </a>
          </p>
        </div>
      </Card>
      <Card title="Where you are signed in" id="sessions">
        <form method="post" action="/settings/sessions" className="stack-small">
          <p>{others === 0 ? "Only here." : `Here, and in ${others} other ${others === 1 ? "place" : "places"}.`}</p>
          <div>
            <button type="submit" className="btn" disabled={others === 0}>
              Sign out everywhere else
            </button>
          </div>
        </form>
      </Card>
      <Card title="Keys" id="keys-note">
        <p>
          C, E, X and ? act alone, without Ctrl, while no field has the focus.{" "}
          <DialogLink dialog="keys" href="/settings#keys-note" className="link-btn">
            See all keys, or switch these off
          </DialogLink>
        </p>
      </Card>
      {database ? (
        <Card title="This installation" id="installation">
          <div className="stack-small">
            <p>It keeps its records in: {database.words}.</p>
            {database.warning ? (
              <p>
                <StatusMark state="at-risk">{database.warning}</StatusMark>
              </p>
            ) : null}
            <p>
              <a className="btn" href="/settings/backup.zip" data-document download>
                Download a backup
              </a>
            </p>
          </div>
        </Card>
      ) : null}
    </>
  )
}
