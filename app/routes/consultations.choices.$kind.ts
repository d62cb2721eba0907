// GET /consultations/choices/person and /subject: whom one can ask, and what one can ask about, once a form is opened.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { subjectKinds } from "~/features/consultations/consultation"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "comment")
  const kinds = found(args.params.kind === "person" ? (["person"] as const) : args.params.kind === "subject" ? subjectKinds : null)
  const db = database()
  const choices = await onceFor(await currentRecords(db), `choices of ${kinds.join(" ")}`, async () => {
    const lists = await Promise.all(kinds.map((kind) => pickElements(db, kind, "", mostChoices)))
    return JSON.stringify(lists.flat().map(({ id, code, name }) => ({ value: id, label: name, note: code })))
  })
  return new Response(choices, { headers: { "Content-Type": "application/json; charset=utf-8" } })
}
