// /initiatives: the list of initiatives, gaps first.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { dayMonthYear } from "~/core/calendar"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { fullMoney } from "~/core/money"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { initiativesTitle, moneySentence, percent } from "~/features/alignment/sentence"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { InitiativeList } from "~/features/initiatives/initiative-list-page"
import { initiativeList } from "~/features/initiatives/initiative-list.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const alignment = await currentAlignment(db)
  const [list, views] = await Promise.all([initiativeList(db, alignment, { address, actor }), onceFor(alignment, `views of initiatives ${actor.personId}`, () => savedViewsOf(db, actor.personId, "initiatives"))])
  const figures = alignment.figuresFor(list.year)
  const { currency } = alignment.company
  const without = figures.withoutBudget.length
  return {
    list,
    views,
    title: initiativesTitle(figures),
    sentences: [
      moneySentence(figures, { currency, yearLabel: list.year === null ? null : list.yearLabel }),
      ...(without > 0 ? [`${without} active ${without === 1 ? "initiative has" : "initiatives have"} no budget.`] : []),
    ],
    workedOut: [
      { label: "Budget of active work that serves a goal", value: fullMoney(figures.spend.covered, currency) },
      { label: `Budget of all active work, ${list.yearLabel}`, value: fullMoney(figures.spend.total, currency) },
      { label: "Share (formula F1, spend alignment)", value: percent(figures.spendCoverage) },
      { label: "Active work left out, without a budget", value: String(without) },
    ],
    asOf: dayMonthYear(alignment.today),
  }
}

export function meta() {
  return [{ title: "Initiatives · Throughline" }]
}

export default function Initiatives() {
  return <InitiativeList {...useLoaderData<typeof loader>()} />
}
