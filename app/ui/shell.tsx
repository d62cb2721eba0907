/** Owns the frame around every page of a signed-in person; paper and presenting leave it out. */
import type { ReactNode } from "react"
import { KeysDialog } from "~/ui/keys-dialog"
import { BottomBar, MorePlaces, Rail, type PlaceCounts } from "~/ui/rail"
import { TopBar, type TopBarProps } from "~/ui/top-bar"

export interface ShellProps extends TopBarProps {
  counts: PlaceCounts
  /** Present while the sample company is shown; the address leads to removing it, for those who may. */
  sample?: { removeHref?: string }
  /** Present while presenting: where to go back to. */
  leavePresentingHref?: string
  children: ReactNode
}

/** Draws skip link, sample banner, rail, top bar, the page, and on phones the bottom bar. */
export function Shell({ counts, sample, leavePresentingHref, children, ...top }: ShellProps) {
  const pathname = top.path.split(/[?#]/, 1)[0] ?? "/"
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      {sample ? (
        <aside className="sample-banner" aria-label="Sample company">
          <span>Sample company: made-up people and figures.</span>
          {sample.removeHref ? <a href={sample.removeHref}>Remove it</a> : null}
        </aside>
      ) : null}
      <Rail path={pathname} counts={counts} />
      <TopBar {...top} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <BottomBar path={pathname} counts={counts} />
      <MorePlaces path={pathname} counts={counts} />
      <KeysDialog />
      {leavePresentingHref ? (
        <a className="btn leave-presenting" href={leavePresentingHref}>
          Stop presenting
        </a>
      ) : null}
    </div>
  )
}
