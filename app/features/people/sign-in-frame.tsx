// The frame of the pages before signing in: what the product is for on one side, what to do on the other.
import type { ReactNode } from "react"
import { Mark } from "~/ui/wordmark"
import "./sign-in.css"

const line = [
  { layer: "direction", says: "What the business wants", name: "Grow online sales" },
  { layer: "goal", says: "A goal, with a number", name: "Cut order time by 20 %" },
  { layer: "work", says: "The work that serves it", name: "New web shop" },
  { layer: "service", says: "What people use", name: "Ordering" },
  { layer: "application", says: "What runs it", name: "ShopX" },
]

/** Draws the page; `title` is its only level-one heading. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="entry">
      <section className="entry-story" aria-label="What Throughline is for">
        <div className="brand">
          <Mark size={28} />
          Throughline
        </div>
        <div className="entry-words">
          <p className="entry-claim">One line from what the business wants to what IT does.</p>
          <p className="entry-lede">See what is served, what is not, and whether the money follows.</p>
          <ol className="entry-line">
            {line.map((step, index) => (
              <li key={step.layer} style={{ "--layer": `var(--${step.layer})`, "--step": index } as Record<string, string | number>}>
                <span className="knot" aria-hidden="true" />
                <span className="muted small">{step.says}</span>
                <b>{step.name}</b>
              </li>
            ))}
          </ol>
        </div>
        <p className="tiny muted entry-foot">Runs on your own server. Nothing leaves it, and no one else is asked for fonts, maps or statistics.</p>
      </section>
      <main id="main" tabIndex={-1}>
        <div className="entry-inner">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
