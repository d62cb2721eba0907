// The first page of an empty installation: explore the sample company, or start with one's own.
import { OperationFields } from "~/features/elements/operation-fields"
import { EntryFrame } from "./sign-in-frame"
import "./one-time.css"

/**
 * Draws both ways; the sample's is closed, with the reason, where others can reach the app, and not there where records were
 * brought in already.
 */
export function Welcome({ mayExplore, brought }: { mayExplore: boolean; brought: number }) {
  return (
    <EntryFrame title={brought === 0 ? "This is a new, empty Throughline. How do you want to begin?" : `${brought.toLocaleString("en")} ${brought === 1 ? "record is" : "records are"} here. Name the company they belong to.`}>
      <div className="ways">
        {brought === 0 ? <SampleWay mayExplore={mayExplore} /> : null}
        <form method="post" action="/welcome/own" className={brought === 0 ? "way" : "way first"} data-document>
          <h2>Start with your own</h2>
          <p>{brought === 0 ? "Name your company, write the first goal, and link the work, services and applications that serve it." : "Name your company and yourself as its first administrator. What was brought in stands on the map then."}</p>
          <button type="submit" className={brought === 0 ? "btn" : "btn primary"}>
            Start with your own
          </button>
          <small>{brought === 0 ? "About 20 minutes to a first map" : "A minute to your map"}</small>
        </form>
      </div>
      <p className="small muted">
        “Start with your own” prints a link on the terminal this app was started from. It works once, for a day, and makes you the
        first administrator.
      </p>
    </EntryFrame>
  )
}

function SampleWay({ mayExplore }: { mayExplore: boolean }) {
  return (
    <form method="post" action="/welcome/sample" className="way first" data-document>
      <h2>Explore the sample company</h2>
      <p>Harbour &amp; Hearth, a made-up shop with its goals, its work, its services and its applications. Change what you like; one step removes it.</p>
      <OperationFields form="sample" />
      <button type="submit" className="btn primary" disabled={!mayExplore}>
        Explore the sample company
      </button>
      <small>{mayExplore ? "Adding it takes up to a minute" : sampleClosed}</small>
    </form>
  )
}

export const sampleClosed = "Only where nobody else can reach the app: its people have no passwords."

/** Draws where to look for the link; the page itself never shows it. */
export function LookAtTheTerminal({ refused }: { refused?: string }) {
  return (
    <EntryFrame title={refused ? "No new link was made." : "Look at the terminal this app was started from."}>
      {refused ? <p role="alert">{refused}</p> : <p>A link was printed there. Open it in this browser. It works once, for a day, and makes you the first administrator.</p>}
      <p>
        Can you not see that terminal? On the same machine, in the app’s folder, this command prints a link too:
      </p>
      <code className="one-time">npx throughline user add</code>
      <div className="row wrap">
        <form method="post" action="/welcome/own" data-document>
          <button type="submit" className="btn">
            Print a new link
          </button>
        </form>
        <a className="btn quiet" href="/welcome">
          Back
        </a>
      </div>
    </EntryFrame>
  )
}
