// GET /units/U-2: one unit.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { UseTable } from "~/features/applications/use-table"
import { UnitByoCard } from "~/features/byo/byo-cards"
import { byosOf } from "~/features/byo/byo-list.queries.server"
import { loopClosure, loopSentence } from "~/features/consultations/feedback-loop"
import { loopPoints } from "~/features/consultations/feedback.queries.server"
import { UnitSaidCard } from "~/features/consultations/unit-said-card"
import { asRef, choicesFor, recordsOf } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"
import { peopleIn } from "~/features/people/person-list.queries.server"
import { withWhole } from "~/features/units/unit"
import { UnitPage } from "~/features/units/unit-page"
import { findUnit, unitTree } from "~/features/units/units.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const unit = await onceFor(alignment, `unit ${args.params.code}`, () => findUnit(db, args.params.code ?? ""))
  const [links, panels, tree, people, loop, reports] = await Promise.all([
    onceFor(alignment, `links of ${unit.id}`, () => linksOf(db, unit.id)),
    recordPanels(db, actor, unit.id, { owned: false, request: args.request, version: alignment }),
    onceFor(alignment, "tree of units", () => unitTree(db)),
    onceFor(alignment, `people in ${unit.id}`, () => peopleIn(db, unit.id)),
    onceFor(alignment, `loop of ${unit.id}`, () => loopPoints(db, { unitId: unit.id })),
    onceFor(alignment, `side-door tools of ${unit.id}`, () => byosOf(db, unit.id, alignment.today)),
  ])
  const whole = onceFor(tree, "whole", () => withWhole(tree))
  const pick = (kind: "application" | "service" | "initiative") => choicesFor(db, args.request, { kind, some: panels.mayName && unit.archivedAt === null && alignment.index.byKind.has(kind) })
  const [applications, services, work, ownWork] = await Promise.all([
    pick("application"), pick("service"), pick("initiative"), !panels.mayName && can(actor, "edit record", [actor.personId]) ? recordsOf(db, actor.personId, "initiative") : [],
  ])
  return {
    unit: { ...asRef(unit), summary: unit.summary, archivedAt: unit.archivedAt, version: unit.version, headcount: unit.headcount },
    total: whole.find(({ id }) => id === unit.id)?.whole ?? null, parent: tree.find(({ id }) => id === unit.parentId) ?? null,
    parts: whole.filter(({ parentId }) => parentId === unit.id), people, reports, links, panels, choices: { applications, services, work }, ownWork,
    said: onceFor(loop, "said", () => loopSentence(loopClosure(loop))), currency: alignment.company.currency, why: await answeredWhy(db, alignment, unit.id),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.unit.name ?? "Unit"} | Throughline` }]
}

export default function Page() {
  const { said, reports, ...data } = useLoaderData<typeof loader>()
  const uses = data.links.filter((link) => link.relation === "uses" && link.other.kind === "application")
  return <UnitPage {...data} said={<><UnitSaidCard code={data.unit.code} sentence={said} /><UnitByoCard unit={data.unit} reports={reports} /></>} uses={<UseTable record={data.unit} rows={uses} currency={data.currency} mayEdit={data.panels.mayName && data.unit.archivedAt === null} choices={data.choices.applications} />} />
}
