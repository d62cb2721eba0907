// GET /relationships: how close IT and each unit are.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { relationshipsTitle } from "~/features/relationships/relationship"
import { relationshipRows } from "~/features/relationships/relationship-list.queries.server"
import { RelationshipTable } from "~/features/relationships/relationship-table"
import { EmptyState } from "~/ui/empty-state"
import { DownloadMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  return { rows: await relationshipRows(database()) }
}

export const meta = () => [{ title: "Relationships | Throughline" }]

export default function RelationshipsPage() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <PageHeader
        title={relationshipsTitle(rows)} lede="How close IT and each unit are, as each side sees it, from 1, ad hoc, to 5, strategic partner."
        actions={<DownloadMenu csvHref="/relationships.csv" xlsxHref="/relationships.xlsx" />}
      />
      {rows.length === 0 ? <EmptyState title="No units yet." actions={<a className="btn" href="/units">Look at the units</a>} /> : <RelationshipTable rows={rows} />}
    </div>
  )
}
