// The page on which an initiative is approved: what its gate says, and approving it, or approving it nonetheless with a reason.
import { GateCard } from "~/features/consultations/gate-card"
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import type { Stage } from "~/features/initiatives/initiative"
import { stageWords } from "~/features/initiatives/initiative"
import { Card } from "~/ui/card"
import { TextArea } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { PageHeader } from "~/ui/page-header"
import type { GateShown } from "./gate-shown"

export interface ApprovePageProps {
  initiative: { code: string; name: string; version: number; status: Stage }
  to: Stage
  gate: GateShown
  mayApprove: boolean
  reply: EditReply | undefined
}

/** Draws the page; who may not approve reads what is missing and who may. */
export function ApprovePage({ initiative, to, gate, mayApprove, reply }: ApprovePageProps) {
  const path = `/initiatives/${initiative.code}`
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field === "waiver" ? field : "", message })))
  const where = gate.conversations[0]
  return (
    <div className="page narrow">
      <PageHeader
        title={gate.open ? `Approve ${initiative.name}` : `${initiative.name} is not fully consulted yet`}
        code={initiative.code}
        crumbs={[{ label: "Initiatives", href: "/initiatives" }, { label: initiative.name, href: path }, { label: "Approve" }]}
        lede={gate.open ? "Everybody affected had a fair chance to speak." : gate.lacking}
      />
      <GateCard coverage={gate.coverage} fairness={gate.fairness} nobody={gate.nobody} />
      {gate.open ? null : (
        <p>
          {where ? <a className="btn" href={`/consultations/${where.code}`}>Go on in {where.name}</a> : <a className="btn" href={`/consultations/new?about=${initiative.code}`}>Start a conversation about it</a>}
        </p>
      )}
      {mayApprove ? (
        <Card id="approve" title={gate.open ? `Set the stage: ${stageWords[to]}` : "Approve it nonetheless"}>
          <form method="post" action={`${path}/stage?to=${encodeURIComponent(to)}`} className="form">
            <ErrorSummary faults={faults} />
            <OperationFields form={reply ? `approve again ${faults.length}` : `approve ${to}`} version={initiative.version} />
            <input type="hidden" name="to" value={to} />
            {gate.open ? null : (
              <TextArea
                label="Why can this not wait?" name="waiver" required rows={3} maxLength={500} errors={errors.waiver ?? undefined} defaultValue={String(reply?.result?.initialValue?.waiver ?? "")}
                hint="Your name and today's date stand beside it, with what was missing. Every report lists it."
              />
            )}
            <div className="form-actions">
              <button type="submit" className={gate.open ? "btn primary" : "btn"}>
                {gate.open ? "Approve" : "Approve with this reason"}
              </button>
              <a className="btn quiet" href={path}>
                Leave as it is
              </a>
            </div>
          </form>
        </Card>
      ) : (
        <p className="muted">A planner approves. Ask for it with <a href={`${path}#ask`}>“Ask about this”</a>.</p>
      )}
    </div>
  )
}

/** Draws the page for work that needs no approval any more. */
export function ApprovedAlready({ initiative: { code, name, status } }: { initiative: { code: string; name: string; status: Stage } }) {
  const path = `/initiatives/${code}`
  return (
    <div className="page narrow">
      <PageHeader title={`${name} is approved work already`} code={code} crumbs={[{ label: "Initiatives", href: "/initiatives" }, { label: name, href: path }, { label: "Approve" }]} lede={`Its stage is ${stageWords[status].toLowerCase()}.`} />
      <p>
        <a className="btn" href={path}>Back to it</a>
      </p>
    </div>
  )
}
