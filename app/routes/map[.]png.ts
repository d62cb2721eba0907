// GET /map.png: the whole map as a picture, with the filters of the address.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { mapFile } from "~/features/alignment/map-file"
import { pngOf } from "~/features/alignment/map-png.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const png = await pngOf(mapFile(await currentAlignment(database()), new URL(args.request.url).searchParams))
  return new Response(png, {
    headers: { "Content-Type": "image/png", "Content-Disposition": 'attachment; filename="alignment-map.png"', "Cache-Control": "private, no-store" },
  })
}
