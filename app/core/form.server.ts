// Takes a posted form from the request to the command, and turns every expected failure into an answer beside the form.
import type { SubmissionResult } from "@conform-to/react"
import { parseWithZod } from "@conform-to/zod/v4"
import { data } from "@remix-run/node"
import type { output, ZodType } from "zod"
import { ForbiddenError, NotFoundError, RuleError, StaleError, type Conflict } from "./errors"
import { isRecordsAway, recordsAwaySentence } from "./records-away.server"
import { InputRefused, safeFormData } from "./safe-form"

/** What a form that was not saved gets back. */
export interface FormReply {
  /** for Conform's `lastResult`: what was typed, and the sentences beside it */
  result: SubmissionResult<string[]>
  /** both changed the same field: who changed it, when, both versions, and the version to post with the choice */
  stale?: { by: string; at: string; version: number; conflicts: readonly Conflict[] }
}

type Reply = ReturnType<typeof data<FormReply>>

/**
 * Reads and checks the form, calls `onValid` with its value and returns what that returns (a redirect or data). Answers 400 for
 * an invalid form, 422 for a rule, 403, 404, 409 for a conflict and 503 while the records are away, always with everything the
 * person typed except passwords. Anything else is thrown on as a defect.
 */
export async function submit<Schema extends ZodType, Result>(
  request: Request,
  schema: Schema,
  onValid: (value: output<Schema>) => Promise<Result>,
): Promise<Result | Reply> {
  let form: FormData
  try {
    form = await safeFormData(request)
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error
    return data<FormReply>({ result: { status: "error", error: { "": [error.message] } } }, { status: error.status })
  }
  const submission = parseWithZod(form, { schema })
  const hideFields = [...form.keys()].filter((name) => /password/i.test(name))
  if (submission.status !== "success") return data<FormReply>({ result: submission.reply({ hideFields }) }, { status: 400 })
  try {
    return await onValid(submission.value)
  } catch (error) {
    const failure = expected(error)
    if (failure === null) throw error
    const errors = failure.field === undefined ? { formErrors: [failure.message] } : { fieldErrors: { [failure.field]: [failure.message] } }
    const result = submission.reply({ ...errors, hideFields })
    return data<FormReply>({ result, ...(failure.stale ? { stale: failure.stale } : {}) }, { status: failure.status, headers: failure.headers })
  }
}

interface Failure {
  status: 403 | 404 | 409 | 422 | 503
  message: string
  field?: string
  stale?: FormReply["stale"]
  headers?: Record<string, string>
}

function expected(error: unknown): Failure | null {
  if (error instanceof RuleError) return { status: 422, message: error.message, ...(error.field === undefined ? {} : { field: error.field }) }
  if (error instanceof ForbiddenError) return { status: 403, message: error.message }
  if (error instanceof NotFoundError) return { status: 404, message: error.message }
  if (error instanceof StaleError) {
    const { by, at, version, conflicts } = error
    return { status: 409, message: error.message, stale: { by, at, version, conflicts } }
  }
  if (isRecordsAway(error)) {
    const message = `${recordsAwaySentence} What you typed is still here. Try again in a moment.`
    return { status: 503, message, headers: { "Retry-After": "5" } }
  }
  return null
}
