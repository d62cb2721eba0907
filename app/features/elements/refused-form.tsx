// The page of a form that was sent from somewhere else and not saved: what is wrong, what was typed, and sending it again.
import { useActionData, useLocation } from "@remix-run/react"
import { Select, TextArea, TextField } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { PageHeader } from "~/ui/page-header"
import { fieldLabel } from "./history-words"
import { strengths, strengthWords } from "./link"
import { MergeFields, type Stale } from "./merge-fields"

interface Reply {
  result?: { initialValue?: Record<string, unknown> | null; error?: Record<string, string[] | null> | null }
  stale?: Stale
  back?: string
}

/** A field whose value is one of few, by the field's name. */
export type RefusedChoices = Readonly<Record<string, { label?: string; options: readonly { value: string; label: string }[] }>>

/** Draws the refusal with everything that was posted; nothing has to be typed twice. What is chosen from `choices` is chosen here too. */
export function RefusedForm({ choices = {} }: { choices?: RefusedChoices }) {
  const reply = useActionData() as Reply | undefined
  const { pathname } = useLocation()
  if (!reply?.result)
    return (
      <div className="page">
        <PageHeader title="There is nothing on this page." />
        <p>
          <a href="/">Go to your work</a>
        </p>
      </div>
    )
  const faults = Object.entries(reply.result.error ?? {}).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ field, message })))
  const typed = reply.result.initialValue ?? {}
  // what was left blank and should not have been is not among what was typed
  const blank = [...new Set(faults.map(({ field }) => field))].filter((field) => field !== "" && !(field in typed))
  const values: [string, unknown][] = [...Object.entries(typed), ...blank.map((field): [string, unknown] => [field, ""])]
  const inConflict = new Set([...(reply.stale?.conflicts ?? []).map(({ field }) => field), ...(reply.stale?.untouched ?? [])])
  const wrong = new Set(faults.map(({ field }) => field))
  return (
    <div className="page narrow">
      <PageHeader title={reply.stale ? "Two people changed the same thing." : "This was not saved yet."} />
      <form method="post" action={`${pathname}?back=${encodeURIComponent(reply.back ?? "/")}`} className="form">
        <ErrorSummary faults={faults.map(({ field, message }) => ({ id: visible(field, wrong) ? field : "", message }))} />
        {values.map(([field, value]) =>
          inConflict.has(field) || (reply.stale && field === "version") ? null : visible(field, wrong) ? (
            <TypedField key={field} field={field} value={asText(value)} choice={choices[field]} errors={reply.result?.error?.[field] ?? undefined} />
          ) : (
            [value].flat().map((one, index) => <input key={`${field}${index}`} type="hidden" name={field} value={field === "operationId" && reply.stale ? nextId(asText(one)) : asText(one)} />)
          ),
        )}
        {reply.stale ? <MergeFields stale={reply.stale} /> : null}
        <div className="form-actions">
          <button type="submit" className="btn primary">
            Save
          </button>
          <a className="btn quiet" href={reply.back ?? "/"}>
            Leave without saving
          </a>
        </div>
      </form>
    </div>
  )
}

const technical = /(^id$|Id$|^version$|^screen$|^query$|^relation$|^role$|^gap$)/

/** Words can be mended here; ids and choices travel along unless they are what is wrong. */
function visible(field: string, wrong: ReadonlySet<string>): boolean {
  return field !== "" && (!technical.test(field) || (wrong.has(field) && !field.endsWith("Id")))
}

const longFields = new Set(["body", "note", "reason", "answer", "summary", "why"])

function TypedField({ field, value, choice, errors }: { field: string; value: string; choice: RefusedChoices[string] | undefined; errors?: readonly string[] }) {
  const own = { label: choice?.label ?? fieldLabel(field), name: field, errors, required: errors !== undefined }
  if (choice) return <Select {...own} defaultValue={value} empty={choice.options.some((one) => one.value === value) ? undefined : "Choose"} options={choice.options.map(({ value: one, label }) => ({ value: one, label }))} />
  if (field === "strength") return <Select {...own} label="How much it helps" defaultValue={value} empty="Choose" options={strengths.map((each) => ({ value: String(each), label: strengthWords[each] }))} />
  return value.length > 60 || longFields.has(field) ? <TextArea {...own} defaultValue={value} /> : <TextField {...own} defaultValue={value} />
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : value === null || value === undefined ? "" : String(value)
}

/** The choice after a conflict is another operation than the refused one: the id's last digit moves on. */
function nextId(id: string): string {
  return id.slice(0, -1) + ((Number.parseInt(id.slice(-1), 16) + 1) % 16).toString(16)
}
