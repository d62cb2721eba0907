// GET /byo: the register of what teams got on their own, with the need behind each.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { dispositions, dispositionWords, isUndisposed, registerTitle, sensitivities, sensitivityWords, whyNots, whyNotWords, wonOrLost, wonWords } from "~/features/byo/byo"
import { byoColumnWords, byoList, byoStateWords } from "~/features/byo/byo-list"
import { byoSides, byoStandings, listByos, reasonsGiven } from "~/features/byo/byo-list.queries.server"
import { ByoTable } from "~/features/byo/byo-table"
import { reasonsOverTime } from "~/features/byo/reasons"
import { ReasonsCard } from "~/features/byo/reasons-card"
import { listAsk } from "~/features/elements/list"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { filterBy, RecordList } from "~/features/elements/record-list"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = listAsk(address, byoList)
  const alignment = await currentAlignment(db)
  const { today } = alignment
  const [list, standings, sides, given, views] = await Promise.all([
    onceFor(alignment, `page of side-door IT ${JSON.stringify(ask)}`, () => listByos(db, ask, today)),
    onceFor(alignment, "standings of side-door IT", () => byoStandings(db, today)),
    onceFor(alignment, "sides of side-door IT", () => byoSides(db)),
    onceFor(alignment, "reasons of side-door IT", () => reasonsGiven(db)),
    onceFor(alignment, `views of side-door IT ${actor.personId}`, () => savedViewsOf(db, actor, "byo")),
  ])
  return {
    ask, list, views, mayAnswer: can(actor, "edit engagement"), title: registerTitle(standings.map(({ standing }) => standing)), reasons: reasonsOverTime(given, today),
    late: standings.filter(({ standing }) => standing.state === "late").length, open: standings.filter(({ standing }) => isUndisposed(standing)).length, currency: alignment.company.currency,
    owners: fewChoices("owner", sides.owners.map(asChoice), address), units: fewChoices("unit", sides.units.map(asChoice), address),
  }
}

export const meta = () => [{ title: "Side-door IT | Throughline" }]

export default function ByoRegisterPage() {
  const { ask, list, views, mayAnswer, title, reasons, late, open, currency, owners, units } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const filters = [
    { name: "state", label: "Answer", options: [...byoStateWords] },
    { name: "outcome", label: "Outcome", options: dispositions.map((value) => ({ value, label: dispositionWords[value] })) },
    filterBy("unit", "Team", units, [{ value: "none", label: "Not named" }]),
    { name: "why", label: "Why", options: whyNots.map((value) => ({ value, label: whyNotWords[value] })) },
    { name: "data", label: "Data", options: [...sensitivities.map((value) => ({ value: String(value), label: sensitivityWords[value] ?? "" })), { value: "0", label: "Not known" }] },
    filterBy("owner", "Who answers", owners, [{ value: "none", label: "Nobody yet" }]),
    { name: "won", label: "Came back", options: wonOrLost.map((value) => ({ value, label: wonWords[value] })) },
  ]
  return (
    <RecordList
      title={title} lede="Where teams help themselves, and why. Each is a need that IT can learn from; nobody is blamed for reporting one."
      screen="byo" views={views} tabs={[{ label: "Waiting", query: "state=open&state=again", count: open }, { label: "Waits too long", query: "state=late", count: late }]} many="side-door tools"
      create="Tell us about a tool" spec={byoList} ask={ask} address={address} filters={filters}
      sortWords={{ due: "answer due", name: "tool", unit: "team", users: "users", cost: "yearly cost", care: "care needed", reported: "day reported" }} groupWords={{ unit: "team", why: "why IT was not used", outcome: "outcome" }} columnWords={byoColumnWords}
      page={list.page} pageCount={list.pageCount} total={list.total}
      empty={{ title: "Nothing reported.", words: "That usually means that nobody was asked. Ask the departments, or tell us about the first tool yourself: it takes a minute." }}
    >
      <ByoTable rows={list.rows} ask={ask} address={address} total={list.total} currency={currency} mayAnswer={mayAnswer} />
      <ReasonsCard reasons={reasons} />
    </RecordList>
  )
}
