// GET /history?about=G-12: everything that happened to a record, page by page, with undo.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { pathOf } from "~/features/elements/element"
import { HistoryTrail } from "~/features/elements/element-panels"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import { historyOf } from "~/features/elements/panels.queries.server"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"

const pageSize = 50

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const db = database()
  const element = asRef(await findElement(db, searchParams.get("about") ?? ""))
  const page = Math.max(1, Math.trunc(Number(searchParams.get("page"))) || 1)
  const history = await historyOf(db, element.id, { limit: pageSize, offset: (page - 1) * pageSize })
  if (page > 1 && history.entries.length === 0) throw redirect(`/history?about=${element.code}`)
  return { element, page, history }
}

export const meta = () => [{ title: "History - Throughline" }]

export default function History() {
  const { element, page, history } = useLoaderData<typeof loader>()
  const path = pathOf(element.kind, element.code)
  const pageHref = (number: number) => `/history?about=${element.code}&page=${number}`
  return (
    <div className="page narrow">
      <PageHeader title={`What happened to ${element.name}`} code={element.code} crumbs={[{ label: element.name, href: path }, { label: "History" }]} lede="Newest first. A change can be undone for 30 days." />
      <Card>
        <HistoryTrail history={history} undo />
      </Card>
      <p className="row">
        {page > 1 ? <a href={pageHref(page - 1)}>Newer</a> : null}
        {history.more ? <a href={pageHref(page + 1)}>Older</a> : null}
      </p>
    </div>
  )
}
