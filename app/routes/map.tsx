// GET /map: the alignment map as map, table or matrix.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { linkVersions } from "~/features/alignment/alignment.queries.server"
import { MapPage } from "~/features/alignment/map-page"
import { mapPageData } from "~/features/alignment/map-page-data"
import { viewFor } from "~/features/alignment/map-request"
import { mapSource } from "~/features/alignment/map-source.queries.server"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.data.title ?? "Alignment map"} · Throughline` }]

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const view = viewFor(searchParams, args.request.headers.get("User-Agent") ?? "")
  const db = database()
  const data = mapPageData(await mapSource(db, actor, searchParams), searchParams, view)
  const mayLink = can(actor, "edit chain")
  const direct = data.matrix?.work.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.via === "direct" ? [cell.linkId] : []))) ?? []
  const [versions, views] = await Promise.all([mayLink ? linkVersions(db, direct) : {}, savedViewsOf(db, actor, "map")])
  return { data, mayLink, mayAccept: can(actor, "accept gap"), mayCreate: mayLink, versions, views }
}

/** Pinning a chain changes nothing that is drawn; only the panel asks for its words. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) => {
  if (formMethod !== undefined && formMethod !== "GET") return defaultShouldRevalidate
  if (currentUrl.pathname !== nextUrl.pathname || currentUrl.search === nextUrl.search) return defaultShouldRevalidate
  const [before, after] = [currentUrl, nextUrl].map(({ searchParams }) => {
    const rest = new URLSearchParams(searchParams)
    rest.delete("trace")
    return rest.toString()
  })
  return before === after ? false : defaultShouldRevalidate
}

export default function MapRoute() {
  return <MapPage {...useLoaderData<typeof loader>()} />
}
