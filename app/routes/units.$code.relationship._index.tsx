// GET /units/:code/relationship: how close IT and a unit are, what was promised, and what would bring them closer.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { commitmentsTo } from "~/features/commitments/commitment-list.queries.server"
import { findElement } from "~/features/elements/elements.queries.server"
import { waysToClose } from "~/features/relationships/brief"
import { ratingChart } from "~/features/relationships/rating-chart"
import { RelationshipPage } from "~/features/relationships/relationship-page"
import { relationshipLede, relationshipTitle, viewLine } from "~/features/relationships/relationship"
import { peopleOf, unitMeeting } from "~/features/relationships/unit-meeting.queries.server"
import { ratingsOf } from "~/features/relationships/relationships.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const unit = await findElement(db, args.params.code ?? "", "unit")
  const { today, company: { timeZone } } = await currentAlignment(db)
  const day = { today, timeZone }
  const [meeting, promises, rated] = await Promise.all([unitMeeting(db, unit, { ...day, readerId: actor.personId }), commitmentsTo(db, unit.id, day), ratingsOf(db, unit.id)])
  const { relationship, views, business, it, gap, brief, lastSpokeOn } = meeting
  const people = await peopleOf(db, unit.id, relationship)
  const days = rated.map(({ at, ...one }) => ({ ...one, day: calendarDate(at, timeZone) }))
  const late = promises.filter(({ standing }) => standing.standing === "late").length
  return {
    unit: meeting.unit, title: relationshipTitle(unit.name, business.level, it.level), lede: relationshipLede(gap, late),
    facts: { ...people, lastSpokeOn, today }, relationship, close: { business, it }, ratings: { days, chart: ratingChart(days) }, promises, brief,
    ways: waysToClose(unit.name, { business: business.view, it: it.view }, late),
    views: views.map((view) => viewLine(view, unit.name, calendarDate(view.at, timeZone))), mayEdit: can(actor, "edit engagement") && unit.archivedAt === null,
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `Relationship with ${data?.unit.name ?? "a unit"} | Throughline` }]
}

export default function Page() {
  return <RelationshipPage {...useLoaderData<typeof loader>()} />
}
