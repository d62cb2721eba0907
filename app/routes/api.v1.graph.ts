// GET /api/v1/graph: the map's graph with short ids.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { graphAnswer } from "~/features/exchange/api-items"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  return Response.json(graphAnswer((await currentAlignment(database())).graph))
}
