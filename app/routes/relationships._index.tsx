// GET /relationships: how close IT and each unit are.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { commitmentStandings } from "~/features/commitments/commitment-list.queries.server"
import { relationshipsTitle } from "~/features/relationships/relationship"
import { RelationshipTable } from "~/features/relationships/relationship-table"
import { closeness } from "~/features/relationships/relationships.queries.server"
import { EmptyState } from "~/ui/empty-state"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { today, company: { timeZone } } = alignment
  const day = { today, timeZone }
  const [units, promises] = await Promise.all([
    onceFor(alignment, "closeness of every unit", () => closeness(db, { all: true })),
    onceFor(alignment, "promises", () => commitmentStandings(db, day)),
  ])
  const late = new Map<string, number>()
  for (const { unitId, standing } of promises) if (unitId !== null && standing.standing === "late") late.set(unitId, (late.get(unitId) ?? 0) + 1)
  return {
    rows: units.map(({ lastSpokeAt, setUp: _, ...one }) => ({
      ...one, late: late.get(one.unit.id) ?? 0, lastSpokeOn: lastSpokeAt && calendarDate(lastSpokeAt, timeZone), overdue: one.nextReviewOn !== null && one.nextReviewOn < today,
    })),
  }
}

export const meta = () => [{ title: "Relationships | Throughline" }]

export default function RelationshipsPage() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <PageHeader title={relationshipsTitle(rows)} lede="How close IT and each unit are, as each side sees it, from 1, ad hoc, to 5, strategic partner." />
      {rows.length === 0 ? <EmptyState title="No units yet." actions={<a className="btn" href="/units">Look at the units</a>} /> : <RelationshipTable rows={rows} />}
    </div>
  )
}
