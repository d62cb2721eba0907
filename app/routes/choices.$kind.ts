// GET /choices/goal: the records of a kind that a form on a page can name, asked for when the form is opened.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { elementKinds } from "~/features/elements/element"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit record")
  const kind = found(elementKinds.find((one) => one === args.params.kind))
  const records = await pickElements(database(), kind, "", mostChoices)
  return Response.json(records.map(({ id, code, name }) => ({ value: id, label: name, note: code })))
}
