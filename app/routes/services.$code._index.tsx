// GET /services/S-7: one service.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"
import { ServicePage } from "~/features/services/service-page"
import { findService } from "~/features/services/services.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const service = await onceFor(alignment, `service ${args.params.code}`, () => findService(db, args.params.code ?? ""))
  const [links, panels] = await Promise.all([
    onceFor(alignment, `links of ${service.id}`, () => linksOf(db, service.id)),
    recordPanels(db, actor, service.id, { request: args.request, version: alignment }),
  ])
  const pick = (kind: "goal" | "capability" | "application" | "unit") => choicesFor(db, args.request, { kind, some: panels.mayEdit && alignment.index.byKind.has(kind) })
  const [goals, capabilities, applications, units] = await Promise.all([pick("goal"), pick("capability"), pick("application"), pick("unit")])
  return {
    service: { ...asRef(service), summary: service.summary, archivedAt: service.archivedAt }, links, panels,
    choices: { goals, capabilities, applications, units },
    gap: alignment.gapsOf(service.id)[0] ?? null, why: await answeredWhy(db, alignment, service.id),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.service.name ?? "Service"} | Throughline` }]
}

export default function Page() {
  return <ServicePage {...useLoaderData<typeof loader>()} />
}
