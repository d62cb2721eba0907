// /initiatives/I-34: the page of an initiative.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { financialYearLabel } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment, type Alignment } from "~/features/alignment/alignment.queries.server"
import { strategicContribution, totalWeight } from "~/features/alignment/figures"
import { weightOf } from "~/features/alignment/serving"
import type { LinkedWhy } from "~/features/alignment/why-links"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { NeedsBehindCard } from "~/features/byo/byo-cards"
import { needsBehind } from "~/features/byo/byos.queries.server"
import { originsOf } from "~/features/consultations/feedback-origins.queries.server"
import { OriginsCard } from "~/features/consultations/origins-card"
import { pathOf } from "~/features/elements/element"
import { AskedCard } from "~/features/gates/asked-card"
import { gateShown } from "~/features/gates/gate-shown.server"
import { InitiativePage } from "~/features/initiatives/initiative-page"
import type { InitiativeAlignment } from "~/features/initiatives/initiative-page-data"
import { initiativePage } from "~/features/initiatives/initiative-page.server"
import { findInitiative } from "~/features/initiatives/initiatives.queries.server"
import { DrawnOnce } from "~/ui/drawn-once"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const initiative = await onceFor(alignment, `initiative ${args.params.code}`, () => findInitiative(db, args.params.code ?? ""))
  const [{ data, panels }, origins, needs] = await Promise.all([
    initiativePage(db, actor, initiative, { today: alignment.today, request: args.request, version: alignment }),
    onceFor(alignment, `origins of ${initiative.id}`, () => originsOf(db, initiative.id)),
    onceFor(alignment, `needs behind ${initiative.id}`, () => needsBehind(db, initiative.id)),
  ])
  const around = await onceFor(alignment, `alignment of ${initiative.id}`, async () => alignmentOf(alignment, initiative.id, await answeredWhy(db, alignment, initiative.id), Object.keys(initiative.budget), data.goals[0]?.goal.id ?? null))
  // one version of the records and one day, like the rest of the page
  const gate = await onceFor(alignment, `gate of ${initiative.id}`, () => gateShown(db, initiative.id, { now: new Date(), timeZone: alignment.company.timeZone }))
  return { data, panels, origins, needs, alignment: around, gate, mayAsk: can(actor, "edit engagement") && initiative.archivedAt === null }
}

const throughWords = { direct: "", objective: "through its objective", pillar: "through its pillar" }

function alignmentOf(alignment: Alignment, id: string, why: LinkedWhy | null, years: readonly string[], mainGoalId: string | null): InitiativeAlignment {
  const { index, model, company } = alignment
  const crumbs: { label: string; href: string }[] = []
  for (let at = mainGoalId; at !== null && crumbs.length < 3; at = index.nodes.get(at)?.parentId ?? null) {
    const goal = index.nodes.get(at)
    if (goal) crumbs.unshift({ label: goal.name, href: pathOf("goal", goal.code) })
  }
  return {
    crumbs,
    why,
    contribution: index.nodes.has(id) ? strategicContribution(model, id) : null,
    contributionRows: alignment.servesOf(id).flatMap(({ goalId, strength, via }) => {
      const goal = index.nodes.get(goalId)
      return goal ? [{ name: goal.name, href: pathOf("goal", goal.code), weight: weightOf(goal), strength, through: throughWords[via] }] : []
    }),
    weightSum: totalWeight(model),
    gap: alignment.gapsOf(id).find(({ gap }) => gap === "workWithoutGoal") ?? null,
    currency: company.currency,
    years: Object.fromEntries(years.map((year) => [year, financialYearLabel(Number(year), company.yearFirstMonth)])),
  }
}

export function meta({ data }: { data?: { data: { initiative: { name: string } } } }) {
  return [{ title: `${data?.data.initiative.name ?? "Initiative"} · Throughline` }]
}

export default function Initiative() {
  const { gate, mayAsk, origins, needs, ...page } = useLoaderData<typeof loader>()
  const asked = gate ? <AskedCard gate={gate} initiative={page.data.initiative} mayAsk={mayAsk} /> : null
  return <InitiativePage {...page} asked={asked && <DrawnOnce of={page.alignment} by={`asked ${mayAsk}`} draw={() => asked} />} gateOpen={gate?.open ?? false} origins={<><OriginsCard origins={origins} /><NeedsBehindCard needs={needs} /></>} />
}
