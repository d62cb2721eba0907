// GET /stakeholders/P-8: leads to the page of that person or group.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { codeOf } from "~/features/elements/element"
import { findElement } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const { number } = await findElement(database(), args.params.code ?? "", "person")
  return redirect(`/people/${codeOf("person", number)}`)
}
