// GET /figures/:name: how a figure is worked out, with every record behind it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { FigurePage } from "~/features/alignment/figure-page"
import { yearLabelOf } from "~/features/alignment/map-picture"
import { readMapRequest } from "~/features/alignment/map-request"
import { figureName, workingInFull } from "~/features/alignment/working"
import { waiversListed } from "~/features/gates/gate-shown.server"
import { WaiversCard } from "~/features/gates/waivers-card"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.figure.title ?? "Figure"} · Throughline` }]

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const name = found(figureName(args.params.name), "This figure")
  const alignment = await currentAlignment(database())
  const { year } = readMapRequest(new URL(args.request.url).searchParams)
  const waivers = await onceFor(alignment, "waivers", () => waiversListed(database(), alignment.company.timeZone))
  const figure = workingInFull({
    index: alignment.index, figures: alignment.figuresFor(year), currency: alignment.company.currency,
    asOf: dayMonthYear(alignment.today), yearLabel: yearLabelOf(alignment, year),
  }, name)
  return { figure, waivers }
}

export default function FigureRoute() {
  const { figure, waivers } = useLoaderData<typeof loader>()
  return <FigurePage figure={figure} below={<WaiversCard waivers={waivers} />} />
}
