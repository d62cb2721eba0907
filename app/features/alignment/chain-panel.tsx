/** Owns the panel below the map: why a record is there, its chain as a nested list, and what closes its gap. */
import { dayMonthYear } from "~/core/calendar"
import type { Chain, ChainLink } from "~/features/alignment/map-chain"
import { amount } from "~/features/alignment/sentence"
import { Shape } from "~/ui/status"

export interface ChainPanelProps {
  chain: Chain
  /** The page's address without the trace. */
  closeHref: string
  mayLink: boolean
  mayAccept: boolean
}

/** Draws the answer in words with its records as links. */
export function ChainPanel({ chain, closeHref, mayLink, mayAccept }: ChainPanelProps) {
  const gaps = chain.gaps.filter((gap) => gap.acceptedUntil === null)
  return (
    <section className="card chain-card" id="chain" aria-labelledby="chain-title">
      <header className="card-head">
        <h2 id="chain-title">{chain.question}</h2>
        <span className="aside actions">
          <CopyLink />
          <a className="btn small" href={`/ask?about=${chain.code}`}>
            {chain.ownerName === null ? "Ask about this" : "Ask the owner"}
          </a>
          <a className="btn small" href={chain.href}>
            Open {chain.code}
          </a>
          <a className="btn small quiet" href={closeHref} aria-label="Close the chain">
            ×
          </a>
        </span>
      </header>
      <p className="chain-words">
        {chain.sentences.map((sentence, at) => (
          <span key={at}>
            {sentence.map((part, place) => (part.href === null ? part.text : <a key={place} href={part.href}>{part.text}</a>))}{" "}
          </span>
        ))}
      </p>
      {gaps.map((gap) => (
        <FixThis key={gap.gap} chain={chain} gap={gap} mayLink={mayLink} mayAccept={mayAccept} />
      ))}
      {chain.gaps
        .filter((gap) => gap.acceptedUntil !== null)
        .map((gap) => (
          <p key={gap.gap} className="small muted">
            {gap.label}: accepted as is until {dayMonthYear(gap.acceptedUntil ?? "")}.
          </p>
        ))}
      <details className="rule" open={chain.tree.length > 0 && countOf(chain.tree) <= 12}>
        <summary className="small">
          <b>The chain in words</b> <span className="muted">{amount(countOf(chain.tree), "record")}</span>
        </summary>
        <ChainTree links={chain.tree} />
        {chain.more > 0 ? <p className="small muted">And {chain.more} more, seen on the map.</p> : null}
      </details>
    </section>
  )
}

const linkWays: Readonly<Record<string, string>> = { goal: "Link work to it", initiative: "Link it to a goal", service: "Link it to a goal", application: "Link it to a service" }

function FixThis({ chain, gap, mayLink, mayAccept }: { chain: Chain; gap: Chain["gaps"][number]; mayLink: boolean; mayAccept: boolean }) {
  const ownWay = gap.gap === "goalsWithoutMeasure" ? { href: `${chain.href}#measures`, label: "Add a measure" } : gap.gap === "goalsWithoutOwner" ? { href: `${chain.href}#people`, label: "Name an owner" } : null
  const link = ownWay ?? { href: `/link?from=${chain.code}`, label: linkWays[chain.kind] ?? "Link it" }
  return (
    <div className="fix-this">
      <span className="status">
        <Shape state="gap" />
        <b>Fix this: {gap.label.toLowerCase()}</b>
      </span>
      <span className="row wrap">
        {mayLink ? (
          <a className="btn small primary" href={link.href}>
            {link.label}
          </a>
        ) : null}
        <a className="btn small" href={`/ask?about=${chain.code}`}>
          Ask the owner
        </a>
        {mayAccept ? (
          <a className="btn small" href={`/gaps/accept?about=${chain.code}&gap=${gap.gap}`}>
            Accept as is
          </a>
        ) : null}
      </span>
    </div>
  )
}

function ChainTree({ links }: { links: readonly ChainLink[] }) {
  return (
    <ul className="chain-list">
      {links.map((link) => (
        <li key={link.code}>
          <span className="layer-dot" data-column={link.column} aria-hidden="true" />
          <a href={link.href} aria-current={link.here ? "true" : undefined}>
            {link.name}
          </a>{" "}
          <span className="muted">
            {link.code}
            {link.words === "" ? "" : ` · ${link.words}`}
          </span>
          {link.below.length > 0 ? <ChainTree links={link.below} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Copies the page's address; where a browser refuses, the address bar has it. */
export function CopyLink({ className = "btn small" }: { className?: string }) {
  return (
    <button
      type="button"
      className={className}
      onClick={(event) => {
        const button = event.currentTarget
        void navigator.clipboard.writeText(location.href).then(() => {
          button.textContent = "Copied"
          setTimeout(() => (button.textContent = "Copy link"), 2000)
        }, () => (button.textContent = "Copy it from the address bar"))
      }}
    >
      Copy link
    </button>
  )
}

function countOf(links: readonly ChainLink[]): number {
  return links.reduce((sum, link) => sum + 1 + countOf(link.below), 0)
}
