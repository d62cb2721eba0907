// GET /applications/A-3: one application.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { ApplicationPage } from "~/features/applications/application-page"
import { findApplication } from "~/features/applications/applications.queries.server"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const application = await onceFor(alignment, `application ${args.params.code}`, () => findApplication(db, args.params.code ?? ""))
  const [links, panels] = await Promise.all([
    onceFor(alignment, `links of ${application.id}`, () => linksOf(db, application.id)),
    recordPanels(db, actor, application.id, { request: args.request, version: alignment }),
  ])
  const pick = (kind: "service" | "function" | "unit") => choicesFor(db, args.request, { kind, some: panels.mayEdit && (kind === "function" || alignment.index.byKind.has(kind)) })
  const [services, jobs, units] = await Promise.all([pick("service"), pick("function"), pick("unit")])
  const { lifecycle, vendor, summary, archivedAt } = application
  return {
    application: { ...asRef(application), summary, archivedAt, lifecycle, vendor }, links, panels, choices: { services, jobs, units },
    currency: alignment.company.currency, gap: alignment.gapsOf(application.id)[0] ?? null, why: await answeredWhy(db, alignment, application.id),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.application.name ?? "Application"} | Throughline` }]
}

export default function Page() {
  return <ApplicationPage {...useLoaderData<typeof loader>()} />
}
