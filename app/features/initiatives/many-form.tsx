// The page of a step that is taken for several initiatives at once: which ones, what is asked, and one button.
import { useActionData, useSearchParams } from "@remix-run/react"
import type { ReactNode } from "react"
import type { ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { ErrorSummary } from "~/ui/form-parts"
import { PageHeader } from "~/ui/page-header"

interface Reply {
  result?: { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
}

/** Gives the messages of a refused form by field, and what had been typed. */
export function useRefusal(): { errors: (field: string) => string[] | undefined; typed: (field: string) => string | undefined; faults: { id: string; message: string }[] } {
  const reply = useActionData() as Reply | undefined
  const error = reply?.result?.error ?? {}
  const values = reply?.result?.initialValue ?? {}
  return {
    errors: (field) => error[field] ?? undefined,
    typed: (field) => (typeof values[field] === "string" ? values[field] : undefined),
    faults: Object.entries(error).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message }))),
  }
}

/** Draws the step's form; it posts to its own address, which keeps the chosen ones and where to go back to. */
export function ManyForm({ title, chosen, back, confirm, children }: { title: string; chosen: readonly ElementRef[]; back: string; confirm: string; children?: ReactNode }) {
  const [address] = useSearchParams()
  const { faults } = useRefusal()
  const action = new URLSearchParams(address)
  action.delete("operationId")
  action.set("back", back)
  return (
    <div className="page narrow">
      <PageHeader title={title} crumbs={[{ label: "Initiatives", href: back }, { label: title }]} />
      {chosen.length === 0 ? (
        <p>
          No initiative is chosen. <a href={back}>Back to the list</a>
        </p>
      ) : (
        <form method="post" action={`?${action.toString()}`} className="form">
          <OperationFields form={title} />
          <ErrorSummary faults={faults} />
          {children}
          <Card title={chosen.length === 1 ? "One initiative" : `${chosen.length} initiatives`} id="chosen">
            <ul className="stack-small">
              {chosen.map((work) => (
                <li key={work.id}>
                  <label className="choice">
                    <input type="checkbox" name="id" value={work.id} defaultChecked />
                    <span>
                      {work.name} <span className="code">{work.code}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </Card>
          <div className="form-actions">
            <button type="submit" className="btn primary">
              {confirm}
            </button>
            <a className="btn quiet" href={back}>
              Leave as it is
            </a>
            <span className="muted small">You can undo this for 30 days.</span>
          </div>
        </form>
      )}
    </div>
  )
}
