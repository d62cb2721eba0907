/** Owns the page for something that went wrong: what happened, what to do, and the reference that the log carries too. */

interface Words {
  title: string
  sentence: string
}

const WORDS: Readonly<Record<number, Words>> = {
  403: { title: "You may not see this page", sentence: "Ask an administrator for access, or go back to your own work." },
  404: { title: "This page is not here", sentence: "It may have been archived, or the address has a slip in it." },
  410: { title: "This link works no more", sentence: "It was used already, or is too old. Ask for a new one." },
  503: { title: "We cannot reach our records", sentence: "Nothing was lost. Try again in a moment." },
}
const UNEXPECTED: Words = { title: "Something went wrong on our side", sentence: "What was saved before is safe. Try again; if it happens again, send us the reference below." }

interface ErrorPageProps {
  status: number
  /** from the server, preferred to the usual words */
  title?: string
  sentence?: string
  reference?: string
  /** what the person may do instead */
  way?: { href: string; label: string }
}

/** Draws the page for a status. */
export function ErrorPage({ status, title, sentence, reference, way }: ErrorPageProps) {
  const words = WORDS[status] ?? UNEXPECTED
  return (
    <main className="plain-page">
      <h1>{title ?? words.title}</h1>
      <p className="muted">{sentence || words.sentence}</p>
      <div className="row">
        {way ? (
          <a className="btn primary" href={way.href} data-document>
            {way.label}
          </a>
        ) : null}
        <a className={way ? "btn" : "btn primary"} href="/" data-document>
          Go to my work
        </a>
        <a className="btn quiet" href="/map" data-document>
          Open the map
        </a>
      </div>
      {reference ? <p className="tiny muted">Reference {reference}</p> : null}
    </main>
  )
}
