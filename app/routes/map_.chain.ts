// GET /map/chain: the chain of one record in words, for a map that is on the screen already.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { chainFor } from "~/features/alignment/map-page-data"
import { mapSource } from "~/features/alignment/map-source.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const { searchParams } = new URL(args.request.url)
  return Response.json({ chain: chainFor(await mapSource(database(), actor, searchParams), searchParams) })
}
