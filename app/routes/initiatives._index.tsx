// /initiatives: the list of initiatives, gaps first.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { dayMonthYear } from "~/core/calendar"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { packed, unpacked } from "~/core/packed"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { HowWorkedOut } from "~/features/alignment/how-worked-out"
import { initiativesTitle, moneySentence } from "~/features/alignment/sentence"
import { workingOf } from "~/features/alignment/working"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { InitiativeList } from "~/features/initiatives/initiative-list-page"
import { initiativeList } from "~/features/initiatives/initiative-list.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const alignment = await currentAlignment(db)
  const [list, views] = await Promise.all([initiativeList(db, alignment, { address, actor }), onceFor(alignment, `views of initiatives ${actor.personId}`, () => savedViewsOf(db, actor, "initiatives"))])
  const figures = alignment.figuresFor(list.year)
  const { company, index, today } = alignment
  const { currency } = company
  const without = figures.withoutBudget.length
  const source = { index, figures, currency, asOf: dayMonthYear(today), yearLabel: list.year === null ? null : list.yearLabel }
  return {
    // what is the same for everybody who may do the same is the bulk of it
    list: { ...list, groups: packed(list.groups), choices: packed(list.choices) },
    views,
    title: initiativesTitle(figures),
    sentence: [
      moneySentence(figures, { currency, yearLabel: source.yearLabel }),
      ...(without > 0 ? [`${without} active ${without === 1 ? "initiative has" : "initiatives have"} no budget.`] : []),
    ].join(" "),
    aligned: packed(workingOf(source, "alignment")),
    money: packed(workingOf(source, "money")),
  }
}

export function meta() {
  return [{ title: "Initiatives · Throughline" }]
}

export default function Initiatives() {
  const { list, views, title, sentence, aligned, money } = useLoaderData<typeof loader>()
  return (
    <InitiativeList
      list={{ ...list, groups: unpacked(list.groups), choices: unpacked(list.choices) }} views={views} title={title}
      lede={<>{sentence} <HowWorkedOut figure={unpacked(aligned)} /> <HowWorkedOut figure={unpacked(money)} label="And the money?" /></>}
    />
  )
}
