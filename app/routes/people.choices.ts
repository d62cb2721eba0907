// GET /people/choices: who can be named an owner, asked for when a cell of a list is opened for editing.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { pickElements } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const people = await pickElements(database(), "person", "", 2000)
  return Response.json(people.map(({ id, name }) => ({ value: id, label: name })))
}
