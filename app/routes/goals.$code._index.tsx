// /goals/G-12: the page of one goal, pillar or objective.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { financialYearLabel, financialYearOf } from "~/core/calendar"
import { database, type ReadDb } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment, linkVersions } from "~/features/alignment/alignment.queries.server"
import { budgetYears } from "~/features/alignment/budget"
import { GoalPage } from "~/features/alignment/goal-page"
import { goalView, linkedTo } from "~/features/alignment/goal-view"
import { answeredWhy } from "~/features/alignment/why.queries.server"
import { kindWords } from "~/features/elements/element"
import { asRef, choicesFor } from "~/features/elements/elements.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"
import { findGoal, whoSetHealth } from "~/features/goals/goals.queries.server"
import { charted } from "~/features/goals/measure-chart"
import { allMeasuresOf } from "~/features/goals/measures.queries.server"
import { measureView } from "~/features/goals/measure-view"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const { searchParams } = new URL(args.request.url)
  const alignment = await currentAlignment(db)
  const { found, measures, archivedMeasures, said } = await onceFor(alignment, `goal ${args.params.code}`, () => recordsOf(db, args.params.code ?? ""))
  const { today, company, index, model } = alignment
  const firstMonth = company.yearFirstMonth
  const asked = searchParams.get("year")
  const year = asked === "all" ? null : asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : financialYearOf(today, firstMonth)
  const all = searchParams.get("work") === "all"
  const view = onceFor(alignment, `view of ${found.id} ${year} ${all}`, () => goalView(alignment, found.id, { year, all }))
  const [panels, versions] = await Promise.all([
    recordPanels(db, actor, found.id, { request: args.request, version: alignment }),
    onceFor(alignment, `links of ${found.id} ${all}`, () => linkVersions(db, view.works.flatMap((work) => (work.through === null ? work.linkId : [])))),
  ])
  const choices = await choicesFor(db, args.request, { kind: "initiative", some: panels.mayEdit && index.byKind.has("initiative") })
  const taken = choices && linkedTo(model, found.id)
  const standing = alignment.standingOf(found.id)
  const { ownerIds: _, version: _version, number: _number, ...fields } = { ...found, ...asRef(found) }
  return {
    goal: fields, measures: measures.map((measure) => charted(measureView(measure, today))), archivedMeasures,
    view, panels, said, versions,
    why: await answeredWhy(db, alignment, found.id),
    choices: choices && choices.filter(({ id }) => !taken?.has(id)),
    proposed: standing ? { health: standing.proposed, reason: standing.reason } : null,
    today, currency: company.currency,
    year: {
      label: year === null ? "all years" : financialYearLabel(year, firstMonth),
      choices: onceFor(alignment, "years of budgets", () => budgetYears(index.byKind.get("initiative") ?? [])).map((each) => ({ value: String(each), label: financialYearLabel(each, firstMonth) })),
    },
  }
}

/** What is the same for everybody, read once for each version of the records. */
async function recordsOf(db: ReadDb, code: string) {
  const found = await findGoal(db, code)
  const [{ measures, archived: archivedMeasures }, said] = await Promise.all([allMeasuresOf(db, found.id), found.healthSet === null ? null : whoSetHealth(db, found.id)])
  return { found, measures, archivedMeasures, said }
}

export const meta = ({ data }: { data?: { goal: { name: string; code: string } } }) => [{ title: `${data ? `${data.goal.name} (${data.goal.code})` : kindWords.goal.one} · Throughline` }]

export default function Goal() {
  return <GoalPage {...useLoaderData<typeof loader>()} />
}
