// /goals/G-12: the page of one goal, pillar or objective.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { financialYearLabel, financialYearOf } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { budgetYears } from "~/features/alignment/budget"
import { GoalPage } from "~/features/alignment/goal-page"
import { goalView } from "~/features/alignment/goal-view"
import { linkedWhy } from "~/features/alignment/why-links"
import { kindWords } from "~/features/elements/element"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"
import { findGoal, whoSetHealth } from "~/features/goals/goals.queries.server"
import { charted } from "~/features/goals/measure-chart"
import { allMeasuresOf } from "~/features/goals/measures.queries.server"
import { measureView } from "~/features/goals/measure-view"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const [found, alignment] = await Promise.all([findGoal(db, args.params.code ?? ""), currentAlignment(db)])
  const { today, company, index } = alignment
  const firstMonth = company.yearFirstMonth
  const asked = new URL(args.request.url).searchParams.get("year")
  const year = asked === "all" ? null : asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : financialYearOf(today, firstMonth)
  const [{ measures, archived: archivedMeasures }, panels, links, said] = await Promise.all([
    allMeasuresOf(db, found.id), recordPanels(db, actor, found.id, args), linksOf(db, found.id), found.healthSet === null ? null : whoSetHealth(db, found.id),
  ])
  const standing = alignment.standingOf(found.id)
  const { ownerIds: _, version: _version, number: _number, ...fields } = { ...found, ...asRef(found) }
  return {
    goal: fields, measures: measures.map((measure) => charted(measureView(measure, today))), archivedMeasures,
    view: goalView(alignment, found.id, year), panels, said,
    why: linkedWhy(alignment.model, found.id),
    versions: Object.fromEntries(links.map((link) => [link.id, link.version])),
    choices: await choicesFor(db, args.request, { kind: "initiative", some: panels.mayEdit && index.byKind.has("initiative") }),
    proposed: standing ? { health: standing.proposed, reason: standing.reason } : null,
    today, currency: company.currency,
    year: {
      label: year === null ? "all years" : financialYearLabel(year, firstMonth),
      choices: budgetYears(index.byKind.get("initiative") ?? []).map((each) => ({ value: String(each), label: financialYearLabel(each, firstMonth) })),
    },
  }
}

export const meta = ({ data }: { data?: { goal: { name: string; code: string } } }) => [{ title: `${data ? `${data.goal.name} (${data.goal.code})` : kindWords.goal.one} · Throughline` }]

export default function Goal() {
  return <GoalPage {...useLoaderData<typeof loader>()} />
}
