// What is seen while a file is read or written: how far it is, asked for again by itself.
import { useRevalidator } from "@remix-run/react"
import { useEffect } from "react"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { grouped } from "./import-sentence"

const againAfterMs = 1000

export interface ImportProgressProps {
  id: string
  state: "reading" | "applying"
  rowsRead: number
  /** null until the end of the file was seen */
  rowsKnown: number | null
}

/** Draws the progress; without scripts the browser loads the page again. */
export function ImportProgress({ id, state, rowsRead, rowsKnown }: ImportProgressProps) {
  const { revalidate, state: asking } = useRevalidator()
  useEffect(() => {
    if (asking !== "idle") return
    const timer = setTimeout(revalidate, againAfterMs)
    return () => clearTimeout(timer)
  }, [revalidate, asking])
  const reading = state === "reading"
  return (
    <Card>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div className="stack-small" role="status">
        <p>
          {reading ? readWords(rowsRead, rowsKnown) : "The changes are being written, all of them or none."} You can leave this page; it goes on, and the list of imports has the result.
        </p>
        {reading && rowsKnown !== null && rowsKnown > 0 ? (
          <progress max={rowsKnown} value={Math.min(rowsRead, rowsKnown)} aria-label="Rows read" />
        ) : (
          <progress aria-label={reading ? "Reading the file" : "Writing the changes"} />
        )}
      </div>
      {reading ? (
        <form method="post" action={`/settings/imports/${id}/cancel`} className="rule">
          <OperationFields form="cancel import" />
          <button type="submit" className="btn quiet">
            Stop reading
          </button>
        </form>
      ) : null}
    </Card>
  )
}

function readWords(read: number, known: number | null): string {
  if (known !== null) return `${grouped(read)} of ${grouped(known)} rows are read.`
  return read > 0 ? `${grouped(read)} rows are read so far.` : "The file is being read."
}
