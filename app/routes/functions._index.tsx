// GET /functions: the board of jobs, one tool per job.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { boardAsk, boardShown, cardsThatFit } from "~/features/applications/board-ask"
import { BoardPage } from "~/features/applications/board-page"
import { boardSums } from "~/features/applications/function-board"
import { functionBoard } from "~/features/applications/function-board.queries.server"
import { asChoice, fewChoices } from "~/features/elements/list-choices"
import { ownersOfKind } from "~/features/elements/record-list.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const ask = boardAsk(address)
  const alignment = await currentAlignment(db)
  const [cards, owners] = await Promise.all([
    onceFor(alignment, "board of jobs", () => functionBoard(db)),
    onceFor(alignment, "owners of jobs", () => ownersOfKind(db, "function")),
  ])
  return {
    ask, shown: boardShown(cardsThatFit(cards, ask), ask), sums: boardSums(cards), owners: fewChoices("owner", owners.map(asChoice), address),
    currency: alignment.company.currency, asOf: dayMonthYear(alignment.today), mayPlan: can(actor, "edit chain"),
  }
}

export const meta = () => [{ title: "One tool per job | Throughline" }]

export default function Page() {
  const [address] = useSearchParams()
  return <BoardPage address={address} {...useLoaderData<typeof loader>()} />
}
