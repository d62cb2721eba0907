// The page on which a decision is put before its deciders: what its gate says, and going on, or going on nonetheless with a reason.
import { GateCard } from "~/features/consultations/gate-card"
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { TextArea } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { PageHeader } from "~/ui/page-header"
import { Shape } from "~/ui/status"
import type { GateShown } from "./gate-shown"

export interface ReadyPageProps {
  decision: { code: string; name: string }
  gate: GateShown | null
  /** what is missing besides, in sentences */
  lacking: readonly string[]
  deciders: readonly string[]
  reply: EditReply | undefined
}

/** Draws the page; nothing is posted while something besides the gate is missing. */
export function ReadyPage({ decision, gate, lacking, deciders, reply }: ReadyPageProps) {
  const path = `/decisions/${decision.code}`
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field === "waiver" ? field : "", message })))
  const open = gate === null || gate.open
  const where = gate?.conversations[0]
  return (
    <div className="page narrow">
      <PageHeader
        title={lacking.length > 0 ? `${decision.name} is not complete yet` : open ? `Put ${decision.name} before its deciders` : `${decision.name} is not fully consulted yet`}
        code={decision.code}
        crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }, { label: "Put before the deciders" }]}
        lede={open ? "Its words are frozen then, and everybody named signs the same." : gate.lacking}
      />
      {gate ? <GateCard coverage={gate.coverage} fairness={gate.fairness} nobody={gate.nobody} /> : null}
      {open ? null : (
        <p>
          {where ? <a className="btn" href={`/consultations/${where.code}`}>Go on in {where.name}</a> : <a className="btn" href={`/consultations/new?about=${decision.code}`}>Start a conversation about it</a>}
        </p>
      )}
      {lacking.length > 0 ? (
        <Card id="lacking" title="First">
          <ul className="lines">{lacking.map((sentence) => <li key={sentence}><Shape state="off-track" /><span className="line-text">{sentence}</span></li>)}</ul>
          <p><a className="btn" href={path}>Back to the room</a></p>
        </Card>
      ) : (
        <Card id="ready" title={open ? `Signs: ${deciders.join(", ")}` : "Go on nonetheless"}>
          <form method="post" action={`${path}/ready`} className="form">
            <ErrorSummary faults={faults} />
            <OperationFields form={reply ? `ready again ${faults.length}` : "ready"} />
            {open ? null : (
              <TextArea
                label="Why can this not wait?" name="waiver" required rows={3} maxLength={500} errors={errors.waiver ?? undefined} defaultValue={String(reply?.result?.initialValue?.waiver ?? "")}
                hint="Your name and today's date stand beside it, with what was missing. Every report lists it."
              />
            )}
            <div className="form-actions">
              <button type="submit" className={open ? "btn primary" : "btn"}>{open ? "Put before the deciders" : "Go on with this reason"}</button>
              <a className="btn quiet" href={path}>Leave as it is</a>
            </div>
          </form>
        </Card>
      )}
    </div>
  )
}
