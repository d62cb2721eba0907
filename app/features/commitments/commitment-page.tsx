// The page of a promise: how it stands, what can be done with it, every move, comments and history.
import "./commitment.css"
import type { ReactNode } from "react"
import { dayMonthYear } from "~/core/calendar"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { CommentsPanel, HistoryPanel } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import type { PanelData } from "~/features/elements/record-page"
import { Avatar } from "~/ui/avatar"
import { Card } from "~/ui/card"
import { Menu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import type { Standing } from "./commitment"
import { StandingMark } from "./standing-mark"

export interface CommitmentPageProps {
  promise: ElementRef & { summary: string; archivedAt: Date | string | null; state: "open" | "kept" | "withdrawn"; dueOn: string; keptOn: string | null; keptNote: string; withdrawnWhy: string }
  unit: ElementRef | null
  owner: ElementRef | null
  standing: Standing
  moves: readonly { id: string; fromOn: string; toOn: string; reason: string; on: string; by: ElementRef | null }[]
  panels: PanelData
  mayChange: boolean
  mayArchive: boolean
  /** what people said that led to it */
  origins?: ReactNode
}

/** Draws the page. */
export function CommitmentPage({ promise, unit, owner, standing, moves, panels, mayChange, mayArchive, origins }: CommitmentPageProps) {
  const path = pathOf("commitment", promise.code)
  const archived = promise.archivedAt !== null
  return (
    <div className="page">
      <PageHeader
        title={promise.name}
        code={promise.code}
        state={archived ? <StatusMark state="unknown">Archived</StatusMark> : <StandingMark standing={standing} moved />}
        lede={promise.summary || undefined}
        crumbs={[{ label: "Promises", href: "/commitments" }, ...(unit ? [{ label: unit.name, href: `${pathOf("unit", unit.code)}/relationship` }] : [])]}
        actions={<Actions path={path} open={promise.state === "open"} archived={archived} mayChange={mayChange} mayArchive={mayArchive} />}
      />
      <div className="promise-facts">
        {owner ? (
          <span className="who">
            <Avatar name={owner.name} /> <a href={pathOf("person", owner.code)}>{owner.name}</a>
          </span>
        ) : (
          <StatusMark state="gap">Nobody owns it</StatusMark>
        )}
        <span>{unit ? <>Promised to <a href={pathOf("unit", unit.code)}>{unit.name}</a></> : "Promised to nobody in particular"}</span>
        <span>Due {dayMonthYear(promise.dueOn)}</span>
      </div>
      <div className="split">
        <div className="stack">
          {promise.state === "kept" ? (
            <Card title="How it was kept" id="kept" aside={promise.keptOn ? dayMonthYear(promise.keptOn) : undefined}>
              <p>{promise.keptNote}</p>
            </Card>
          ) : null}
          {promise.state === "withdrawn" ? (
            <Card title="Why it was withdrawn" id="withdrawn">
              <p>{promise.withdrawnWhy}</p>
            </Card>
          ) : null}
          {origins}
          <Card title="Every move of its date" id="moves" aside={moves.length === 0 ? undefined : `${moves.length} ${moves.length === 1 ? "move" : "moves"}`}>
            {moves.length === 0 ? <p className="muted">It was never moved.</p> : null}
            <ol className="lines">
              {moves.map((move) => (
                <li key={move.id}>
                  <span className="grow">
                    <b>
                      {dayMonthYear(move.fromOn)} → {dayMonthYear(move.toOn)}
                    </b>
                    <small>{move.reason}</small>
                  </span>
                  <span className="small muted">
                    {move.by?.name ?? "The operator"}, {dayMonthYear(move.on)}
                  </span>
                </li>
              ))}
            </ol>
          </Card>
          <CommentsPanel archived={archived} element={promise} comments={panels.comments} actorId={panels.actorId} actorName={panels.actorName} admin={panels.admin} />
        </div>
        <div className="stack">
          <HistoryPanel element={promise} history={panels.history} />
        </div>
      </div>
    </div>
  )
}

function Actions({ path, open, archived, mayChange, mayArchive }: { path: string; open: boolean; archived: boolean; mayChange: boolean; mayArchive: boolean }) {
  return (
    <>
      <a className="btn quiet" href={`${path}/ics`} data-document>
        To my calendar
      </a>
      {mayArchive ? (
        <Menu label="More ▾" className="btn quiet">
          {archived ? null : (
            <a className="btn quiet small" href={`${path}/edit`}>
              Edit
            </a>
          )}
          {open && !archived ? (
            <a className="btn quiet small" href={`${path}/withdraw`}>
              Withdraw
            </a>
          ) : null}
          <form method="post" action={`${path}/${archived ? "restore" : "archive"}`}>
            <OperationFields form="archive" />
            <button type="submit" className="btn quiet small">
              {archived ? "Bring it back" : "Archive"}
            </button>
          </form>
        </Menu>
      ) : null}
      {mayChange && open && !archived ? (
        <>
          <a className="btn" href={`${path}/move`}>
            Move the date
          </a>
          <a className="btn primary" href={`${path}/kept`}>
            Mark as kept
          </a>
        </>
      ) : null}
    </>
  )
}
