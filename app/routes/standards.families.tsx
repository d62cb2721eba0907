// GET /standards/families: product families of which one version may be used otherwise than another.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { familiesApart } from "~/features/decisions/standard-list.queries.server"
import { FamiliesTable } from "~/features/decisions/standard-table"
import { pagesOf } from "~/features/elements/list"
import { EmptyState } from "~/ui/empty-state"
import { Pagination } from "~/ui/link-sets"
import { PageHeader } from "~/ui/page-header"

const pageSize = 25

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const all = await onceFor(alignment, "families apart", () => familiesApart(db, alignment.today))
  const { page, pageCount, offset } = pagesOf(all.length, { page: Math.max(1, Math.floor(Number(new URL(args.request.url).searchParams.get("page")) || 1)), pageSize })
  return { families: all.slice(offset, offset + pageSize), total: all.length, page, pageCount }
}

export const meta = () => [{ title: "Families whose versions stand differently | Throughline" }]

export default function FamiliesPage() {
  const { families, total, page, pageCount } = useLoaderData<typeof loader>()
  const title = total === 0 ? "In every product family the versions stand alike." : `${total} ${total === 1 ? "product family has" : "product families have"} versions that stand differently.`
  return (
    <div className="page">
      <PageHeader title={title} crumbs={[{ label: "Standards", href: "/standards" }]} lede="One version may be used and another may not: whoever has the wrong one does not know it." />
      {families.length === 0 ? <EmptyState title="Nothing to look at." actions={<a className="btn" href="/standards">All standards</a>} /> : <FamiliesTable families={families} />}
      <Pagination page={page} pageCount={pageCount} hrefFor={(at) => `?page=${at}`} />
    </div>
  )
}
