// GET /api/v1/figures: every figure that the screens show.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { figuresNow } from "~/features/alignment/figures.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  return Response.json(await figuresNow(database()))
}
