// The page of exports: everything, in the format that somebody needs.
import { Card } from "~/ui/card"
import { exportFormats, exportFormatWords } from "./export-format"

/** Draws one card a format, each with what it is for and the link that fetches it. */
export function ExportChoices({ withAddresses }: { withAddresses: boolean }) {
  return (
    <div className="stack">
      {exportFormats.map((format) => {
        const { label, about } = exportFormatWords[format]
        return (
          <Card key={format} title={label} id={format}>
            <div className="stack-small">
              <p>{about}</p>
              <p>
                <a className={format === "xlsx" ? "btn primary" : "btn"} href={`/settings/export/${format}`} download>
                  Download everything as {format === "xml" ? ".xml" : `.${format}`}
                </a>
              </p>
            </div>
          </Card>
        )
      })}
      <p className="small muted">
        Archived records and readings of measures stay in the planner; a backup has them. {withAddresses ? "" : "People’s e-mail addresses are left out; an administrator’s export has them."}
      </p>
    </div>
  )
}
