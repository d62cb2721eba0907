// The form of a record: its fields with what was typed, the merge when two people changed one thing, and saving.
import { useLocation } from "@remix-run/react"
import type { ReactNode } from "react"
import { KeepDraft } from "~/ui/form-draft"
import { ErrorSummary } from "~/ui/form-parts"
import { MergeFields, type Stale } from "./merge-fields"
import { OperationFields } from "./operation-fields"

/** What the route's action answered when nothing was saved. */
export interface EditReply {
  result?: { initialValue?: Record<string, unknown> | null; error?: Record<string, string[] | null> | null }
  stale?: Stale
}

/** What one field shows: what was typed before it was refused, else what is saved. */
export interface Typed {
  /** ready for a text field, an area or a choice */
  of: (field: string, saved?: string | number | null) => { name: string; defaultValue: string; errors: readonly string[] }
}

export interface EditFormProps {
  /** unique name on the page; also keys the draft */
  form: string
  version?: number
  reply: EditReply | undefined
  save: string
  cancelHref: string
  /** where it is posted, when the page's address says more than its path */
  action?: string
  children: (typed: Typed) => ReactNode
}

/** Draws the form around its fields; a field in conflict is replaced by the choice between both versions. */
export function EditForm({ form, version, reply, save, cancelHref, action, children }: EditFormProps) {
  const { pathname } = useLocation()
  const typed = reply?.result?.initialValue ?? {}
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  const fields: Typed = {
    of: (field, saved) => ({ name: field, defaultValue: String(typed[field] ?? saved ?? ""), errors: errors[field] ?? [] }),
  }
  return (
    <form method="post" action={action ?? pathname} className="form">
      <ErrorSummary faults={faults} />
      <OperationFields form={reply ? `${form} again ${faults.length}${reply.stale?.version ?? ""}` : form} version={reply?.stale ? undefined : version} />
      {reply?.stale ? <MergeFields stale={reply.stale} /> : null}
      {reply?.stale ? <Unconflicted values={typed} stale={reply.stale} /> : children(fields)}
      <div className="form-actions">
        <button type="submit" className="btn primary">
          {save}
        </button>
        <a className="btn quiet" href={cancelHref}>
          Leave without saving
        </a>
        <KeepDraft draftKey={form} refusal={reply} />
      </div>
    </form>
  )
}

/** The fields nobody else touched travel along as they were typed. */
function Unconflicted({ values, stale }: { values: Record<string, unknown>; stale: Stale }) {
  const chosen = new Set([...stale.conflicts.map(({ field }) => field), ...(stale.untouched ?? []), "operationId", "version"])
  return (
    <>
      {Object.entries(values).map(([field, value]) =>
        chosen.has(field) || typeof value !== "string" ? null : <input key={field} type="hidden" name={field} value={value} />,
      )}
    </>
  )
}
