// GET /map.png: the whole map as a picture, with the filters of the address.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { mapFile } from "~/features/alignment/map-file"
import { mapSource } from "~/features/alignment/map-source.queries.server"
import { pngOf } from "~/features/alignment/map-png.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const png = await pngOf(mapFile(await mapSource(database(), actor, searchParams), searchParams))
  return new Response(png, {
    headers: { "Content-Type": "image/png", "Content-Disposition": 'attachment; filename="alignment-map.png"', "Cache-Control": "private, no-store" },
  })
}
