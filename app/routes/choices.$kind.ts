// GET /choices/goal: the records of a kind that a form on a page can name, asked for when the form is opened; `helps` leaves out what helps that goal already.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { linkedTo } from "~/features/alignment/goal-view"
import { elementKinds } from "~/features/elements/element"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit record")
  const kind = found(elementKinds.find((one) => one === args.params.kind))
  const db = database()
  const helps = new URL(args.request.url).searchParams.get("helps")
  const [records, taken] = await Promise.all([pickElements(db, kind, "", mostChoices), helps === null ? new Set<string>() : helpersOf(db, helps)])
  return Response.json(records.filter(({ id }) => !taken.has(id)).map(({ id, code, name }) => ({ value: id, label: name, note: code })))
}

async function helpersOf(db: ReturnType<typeof database>, code: string): Promise<Set<string>> {
  const { model, index } = await currentAlignment(db)
  const goal = index.byKind.get("goal")?.find((each) => each.code === code)
  return goal ? linkedTo(model, goal.id) : new Set()
}
