/** Owns the bar on top: search, what can be made new, and the person's own menu. */
import { Avatar } from "~/ui/avatar"
import { LinkMenu, Menu, type MenuLink } from "~/ui/menu"
import { PaletteDoor } from "~/ui/palette-door"
import type { Theme } from "~/ui/theme"
import { Wordmark } from "~/ui/wordmark"

export interface Account {
  name: string
  /** Roles in words, ready to read. */
  roles: string
}

export interface TopBarProps {
  account: Account
  theme: Theme
  /** Only what this person may create; an empty list leaves the button out. */
  newItems: readonly MenuLink[]
  /** Answers `?q=` with groups of results, see `PaletteGroup`. */
  searchUrl: string
  /** The page that searches without scripts. */
  searchPage: string
  /** Where the person's next page is, to come back after a change of theme. */
  path: string
}

/** Draws the top bar. */
export function TopBar({ account, theme, newItems, searchUrl, searchPage, path }: TopBarProps) {
  return (
    <header className="top">
      <Wordmark />
      <PaletteDoor searchUrl={searchUrl} searchPage={searchPage} />
      <div className="row push top-side">
        {newItems.length > 0 ? <LinkMenu label="+ New" className="btn primary small" links={newItems} name="new" /> : null}
        <AccountMenu account={account} theme={theme} path={path} />
      </div>
    </header>
  )
}

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As device" },
]

function AccountMenu({ account, theme, path }: { account: Account; theme: Theme; path: string }) {
  const opener = (
    <>
      <Avatar name={account.name} />
      <span className="visually-hidden">{account.name}, your menu</span>
    </>
  )
  return (
    <Menu label={opener} className="avatar-open">
      <div className="account-head">
        <b>{account.name}</b>
        <span className="muted">{account.roles}</span>
      </div>
      <form method="post" action="/theme" className="theme-switch">
        <input type="hidden" name="next" value={path} />
        <span className="tiny muted" id="theme-label">
          Colours
        </span>
        <span className="segmented" role="group" aria-labelledby="theme-label">
          {THEMES.map(({ value, label }) => (
            <button key={value} type="submit" name="theme" value={value} aria-pressed={theme === value}>
              {label}
            </button>
          ))}
        </span>
      </form>
      <hr />
      <ul>
        <li>
          <a href="/settings">Settings</a>
        </li>
        <li>
          <a href="/settings" data-dialog="keys" role="button" aria-haspopup="dialog">
            Keys <small>?</small>
          </a>
        </li>
        <li>
          <form method="post" action="/sign-out" data-document>
            <button type="submit">Sign out</button>
          </form>
        </li>
      </ul>
    </Menu>
  )
}
