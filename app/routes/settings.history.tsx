// /settings/history: everything that happened, newest first.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"
import { nameHistory } from "~/features/elements/panels.queries.server"
import { undoOffered } from "~/features/elements/undo"
import { historyAsk } from "~/features/history/history"
import { HistoryList } from "~/features/history/history-page"
import { historyActors, historyPage } from "~/features/history/history.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  const db = database()
  const { searchParams, search } = new URL(args.request.url)
  const ask = historyAsk(searchParams)
  const company = await theCompany(db)
  const [page, actors] = await Promise.all([historyPage(db, ask, company.timeZone), historyActors(db)])
  const { entries, names } = await nameHistory(db, page.entries)
  const now = Date.now()
  const part = (young: boolean) => ({ entries: entries.filter(({ at }) => undoOffered(Date.parse(at), now) === young), names, more: false })
  return {
    open: settingsParts({ administer: can(actor, "administer"), editChain: true, bringIn: can(actor, "import"), sample: company.isSample }),
    list: { ask, search, actors, more: page.more, recent: part(true), old: part(false) },
  }
}

export const meta = () => [{ title: "History - Throughline" }]

export default function History() {
  const { open, list } = useLoaderData<typeof loader>()
  return (
    <SettingsFrame current="history" open={open} lede="Everything that happened, newest first. A change can be undone for 30 days.">
      <HistoryList {...list} />
    </SettingsFrame>
  )
}
