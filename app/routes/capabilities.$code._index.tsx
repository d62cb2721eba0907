// GET /capabilities/C-4: one capability.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { CapabilityPage } from "~/features/capabilities/capability-page"
import { capabilityTree, findCapability } from "~/features/capabilities/capabilities.queries.server"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const capability = await onceFor(alignment, `capability ${args.params.code}`, () => findCapability(db, args.params.code ?? ""))
  const [links, panels, tree] = await Promise.all([
    onceFor(alignment, `links of ${capability.id}`, () => linksOf(db, capability.id)),
    recordPanels(db, actor, capability.id, { owned: false, request: args.request, version: alignment }),
    onceFor(alignment, "tree of capabilities", () => capabilityTree(db)),
  ])
  const pick = (kind: "goal" | "service") => choicesFor(db, args.request, { kind, some: panels.mayName && alignment.index.byKind.has(kind) })
  const [goals, services] = await Promise.all([pick("goal"), pick("service")])
  return {
    capability: { ...asRef(capability), summary: capability.summary, archivedAt: capability.archivedAt }, links, panels, choices: { goals, services },
    parent: tree.find(({ id }) => id === capability.parentId) ?? null, parts: tree.filter(({ parentId }) => parentId === capability.id),
    why: await answeredWhy(db, alignment, capability.id),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.capability.name ?? "Capability"} | Throughline` }]
}

export default function Page() {
  return <CapabilityPage {...useLoaderData<typeof loader>()} />
}
