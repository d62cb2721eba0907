// GET /commitments/:code/ics: the promise as an entry for one's own calendar.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { calendarAnswer, calendarFile } from "~/features/commitments/calendar-file.server"
import { findCommitment } from "~/features/commitments/commitments.queries.server"
import { codeOf } from "~/features/elements/element"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const promise = await findCommitment(database(), args.params.code ?? "")
  const code = codeOf("commitment", promise.number)
  const url = `${args.context.origin}/commitments/${code}`
  const entry = { id: promise.id, day: promise.dueOn, title: `Promise due: ${promise.name}`, words: promise.summary, url, version: promise.version }
  return calendarAnswer(calendarFile("Promise", [entry], new Date()), code)
}
