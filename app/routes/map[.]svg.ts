// GET /map.svg: the whole map as a drawing, with the filters of the address.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { mapFile } from "~/features/alignment/map-file"
import { mapSource } from "~/features/alignment/map-source.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const svg = mapFile(await mapSource(database(), actor, searchParams), searchParams)
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Content-Disposition": 'attachment; filename="alignment-map.svg"', "Cache-Control": "private, no-store" },
  })
}
