// /goals: the list of goals, gaps first.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import { amount, goalsTitle } from "~/features/alignment/sentence"
import { workingOf } from "~/features/alignment/working"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { goalList } from "~/features/goals/goal-list.server"
import { GoalList } from "~/features/goals/goal-list-page"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const alignment = await currentAlignment(db)
  const [list, views] = await Promise.all([goalList(db, alignment, { address, actor }), onceFor(alignment, `views of goals ${actor.personId}`, () => savedViewsOf(db, actor, "goals"))])
  const { figures, index, company, today } = alignment
  const { goalsWithoutMeasure, goalsWithoutOwner } = figures.gaps
  const lacking = (count: number, what: string) => (count === 0 ? [] : [`${amount(count, "goal")} ${count === 1 ? "has" : "have"} no ${what}.`])
  return {
    list,
    views,
    title: goalsTitle(figures),
    sentence: [...lacking(goalsWithoutMeasure.length, "measure"), ...lacking(goalsWithoutOwner.length, "owner")].join(" "),
    working: workingOf({ index, figures, currency: company.currency, asOf: dayMonthYear(today), yearLabel: null }, "alignment"),
  }
}

export const meta = () => [{ title: "Goals · Throughline" }]

export default function Goals() {
  const { list, views, title, sentence, working } = useLoaderData<typeof loader>()
  return <GoalList list={list} views={views} title={title} lede={<>{sentence} <HowWorkedOut figure={working} /></>} />
}
