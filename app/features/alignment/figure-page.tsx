/** Owns the page of one figure: what it says, its formula, its inputs and every record behind it. */
import type { ReactNode } from "react"
import type { Working } from "~/features/alignment/working"
import { WorkingInputs } from "~/features/alignment/how-worked-out"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"

/** Draws the page. */
export function FigurePage({ figure, below }: { figure: Working; below?: ReactNode }) {
  return (
    <div className="page narrow">
      <PageHeader title={`${figure.title}: ${figure.shown}`} crumbs={[{ label: "Alignment map", href: "/map" }, { label: figure.title }]} lede={`as of ${figure.asOf}`} />
      <Card title="How is this worked out?" id="formula">
        <div className="stack-small">
          <p>{figure.formula}</p>
          <div className="how-note-table">
            <WorkingInputs figure={figure} />
          </div>
        </div>
      </Card>
      {figure.groups.map((group) => (
        <Card key={group.title} title={group.title} aside={String(group.records.length)} level={2}>
          {group.records.length === 0 ? (
            <p className="muted">None.</p>
          ) : (
            <ul className="stack-small prose">
              {group.records.map((record) => (
                <li key={record.code}>
                  <a href={record.href}>{record.name}</a> <small className="muted">{record.code}{record.note === undefined ? "" : `, ${record.note}`}</small>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
      {below}
    </div>
  )
}
