// GET /map.svg: the whole map as a drawing, with the filters of the address.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { mapFile } from "~/features/alignment/map-file"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const svg = mapFile(await currentAlignment(database()), new URL(args.request.url).searchParams)
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Content-Disposition": 'attachment; filename="alignment-map.svg"', "Cache-Control": "private, no-store" },
  })
}
