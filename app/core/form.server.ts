// Takes a posted form from the request to the command, and turns every expected failure into an answer beside the form.
import type { SubmissionResult } from "@conform-to/react"
import { parseWithZod } from "@conform-to/zod/v4"
import { data, redirect } from "@remix-run/node"
import { config, type output, type ZodType } from "zod"
import { ForbiddenError, NotFoundError, RuleError, StaleError, type Conflict } from "./errors"
import { postedFrom } from "./return.server"
import { isRecordsAway, recordsAwaySentence } from "./records-away.server"
import { InputRefused, safeFormData, safeUpload, type UploadedFile } from "./safe-form"
import { safeRedirect } from "./safe-redirect"

// What a schema has no sentence of its own for can only come from a form that is older than the planner, or from none of ours.
config({
  customError: ({ code }) => {
    if (code === "invalid_value") return "Choose one from the list."
    if (code === "unrecognized_keys") return "This form has a field the planner does not know. Reload the page and try again."
    if (code === "too_big") return "This is more than the planner takes in one go."
    return "This cannot be read. Reload the page and try again."
  },
})

/** What a form that was not saved gets back. */
export interface FormReply {
  /** for Conform's `lastResult`: what was typed, and the sentences beside it */
  result: SubmissionResult<string[]>
  /** both changed the same field: who changed it, when, both versions, and the version to post with the choice */
  stale?: { by: string; at: string; version: number; conflicts: readonly Conflict[]; untouched?: readonly string[]; names?: StaleError["names"] }
  /** the page the form was on, when that is not the page that answers */
  back?: string
}

type Reply = ReturnType<typeof data<FormReply>>
type Answer<Result> = { saved: Result } | { refused: FormReply; status: number; headers?: Record<string, string> }

/**
 * Reads and checks the form, calls `onValid` with its value and returns what that returns (a redirect or data). Answers 400 for
 * an invalid form, 422 for a rule, 403, 404, 409 for a conflict and 503 while the records are away, always with everything the
 * person typed except passwords. Anything else is thrown on as a defect.
 *
 * A browser without scripts shows whatever it gets: every route with an action has a component, its own page or RefusedForm,
 * and an answer that is no redirect becomes one to the page the form was on.
 */
export async function submit<Schema extends ZodType, Result>(
  request: Request,
  schema: Schema,
  onValid: (value: output<Schema>) => Promise<Result>,
): Promise<Result | Reply | Response> {
  return replied(request, await attempt(request, schema, onValid))
}

/** The same for the form that brings a file: `onValid` gets it too, and a form without one is refused beside its field. */
export async function submitUpload<Schema extends ZodType, Result>(
  request: Request,
  schema: Schema,
  onValid: (value: output<Schema>, file: UploadedFile) => Promise<Result>,
): Promise<Result | Reply | Response> {
  let brought: UploadedFile | null = null
  const read = async (): Promise<FormData> => {
    const { fields, file } = await safeUpload(request)
    brought = file
    return fields
  }
  const run = async (value: output<Schema>): Promise<Result> => {
    if (brought === null) throw new RuleError("Choose a file first.", { field: "file" })
    return onValid(value, brought)
  }
  return replied(request, await attempt(request, schema, run, read))
}

function replied<Result>(request: Request, answer: Answer<Result>): Result | Reply | Response {
  const page = pageOfPlainPost(request)
  if ("saved" in answer) return page === null || answer.saved instanceof Response ? answer.saved : redirect(page)
  const { refused, status, headers } = answer
  const back = postedFrom(request, "/")
  return data<FormReply>({ ...refused, back }, { status, ...(headers ? { headers } : {}) })
}

/** The same for a route without a page, such as a cell edited in place: every answer is JSON and carries its status. */
export async function submitAside<Schema extends ZodType, Result>(
  request: Request,
  schema: Schema,
  onValid: (value: output<Schema>) => Promise<Result>,
): Promise<Response> {
  const answer = await attempt(request, schema, onValid)
  if ("refused" in answer) return Response.json(answer.refused, { status: answer.status, headers: answer.headers })
  return answer.saved instanceof Response ? answer.saved : Response.json(answer.saved)
}

async function attempt<Schema extends ZodType, Result>(
  request: Request,
  schema: Schema,
  onValid: (value: output<Schema>) => Promise<Result>,
  read: () => Promise<FormData> = () => safeFormData(request),
): Promise<Answer<Result>> {
  let form: FormData
  try {
    form = await read()
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error
    return { refused: { result: { status: "error", error: { "": [error.message] } } }, status: error.status }
  }
  // without coercion an absent field and an empty one stay apart: absent is untouched, blank is cleared
  const submission = parseWithZod(form, { schema, disableAutoCoercion: true })
  const hideFields = [...form.keys()].filter((name) => /password/i.test(name))
  if (submission.status !== "success") return { refused: { result: submission.reply({ hideFields }) }, status: 400 }
  try {
    return { saved: await onValid(submission.value) }
  } catch (error) {
    const { status, field, message, stale, headers } = expected(error) ?? rethrown(error)
    const errors = field === undefined ? { formErrors: [message] } : { fieldErrors: { [field]: [message] } }
    const result = submission.reply({ ...errors, hideFields })
    return { refused: { result, ...(stale ? { stale } : {}) }, status, ...(headers ? { headers } : {}) }
  }
}

function rethrown(error: unknown): never {
  throw error
}

/** The page a browser without scripts posted from to another route of this site; null for anything else. */
function pageOfPlainPost(request: Request): string | null {
  const referer = request.headers.get("referer") ?? ""
  if (!(request.headers.get("accept") ?? "").includes("text/html") || !URL.canParse(referer)) return null
  const from = new URL(referer)
  return from.pathname === new URL(request.url).pathname ? null : safeRedirect(from.pathname + from.search)
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
    const { by, at, version, conflicts, untouched, names } = error
    const stale = { by, at, version, conflicts, ...(untouched.length > 0 ? { untouched } : {}), ...(Object.keys(names).length > 0 ? { names } : {}) }
    return { status: 409, message: error.message, stale }
  }
  if (isRecordsAway(error)) {
    const message = `${recordsAwaySentence} What you typed is still here. Try again in a moment.`
    return { status: 503, message, headers: { "Retry-After": "5" } }
  }
  return null
}
