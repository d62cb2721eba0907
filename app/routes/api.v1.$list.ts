// GET /api/v1/goals?limit=1000&after=12: one page of a list.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { refuseProgram, requireActor } from "~/core/http.server"
import { listNamed, listNames } from "~/features/exchange/api-items"
import { keyedLists, listPage } from "~/features/exchange/api-lists.queries.server"
import { listAnswers, listAsk } from "~/features/exchange/api.schema"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const list = listNamed(args.params.list)
  if (list === null) return refuseProgram(args, 404, `There is no such list. There are ${listNames.join(", ")}, and beside them graph, figures and openapi.json.`)
  const { pathname, searchParams } = new URL(args.request.url)
  const asked = listAsk(!keyedLists.includes(list)).safeParse(Object.fromEntries(searchParams))
  if (!asked.success) return refuseProgram(args, 400, asked.error.issues[0]?.message ?? "This address was not understood.")
  const { limit } = asked.data
  const { items, after } = await listPage(database(), list, asked.data)
  const next = after === null ? null : `${args.context.origin}${pathname}?limit=${limit}&after=${after}`
  return Response.json(listAnswers[list].parse({ items, next }))
}
