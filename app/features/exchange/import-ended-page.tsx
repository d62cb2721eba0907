// What is seen of an import that wrote nothing: why, and what to do next.
import { Card } from "~/ui/card"
import { ImportFrame } from "./import-frame"
import type { ImportView } from "./import-view"

/** Draws a failed or cancelled import. */
export function EndedImport({ view, by }: { view: ImportView; by: string }) {
  const failed = view.state === "failed"
  return (
    <ImportFrame id={view.id} fileName={view.fileName} state={view.state} hasColumns={false} step="file" title={failed ? `${view.fileName} could not be brought in.` : "This import was cancelled."} lede={by}>
      <Card tone={failed ? "gap" : undefined}>
        <div className="stack-small">
          {view.message ? <p>{view.message}</p> : null}
          <p className="muted">Nothing of it was written.{failed ? " Put the file right, or save it in another format, and bring it in again." : ""}</p>
          <p className="row wrap">
            <a className="btn primary" href="/settings/imports/new">
              {failed ? "Bring it in again" : "Bring in a file"}
            </a>
            <a className="btn quiet" href="/settings/imports">
              All imports
            </a>
          </p>
        </div>
      </Card>
    </ImportFrame>
  )
}
