// GET /units/:code/brief: what to know before meeting a unit on a day, on one page for paper, and the start of its review.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { calendarDate, isCalendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { packed, unpacked } from "~/core/packed"
import { can } from "~/core/policy"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { agendaText } from "~/features/consultations/meeting"
import { findElement } from "~/features/elements/elements.queries.server"
import { agendaOf, briefAsText, briefRoom, onOnePage, shortened } from "~/features/relationships/brief"
import { BriefPage } from "~/features/relationships/brief-page"
import { reviewDay, reviewMinutes } from "~/features/relationships/review"
import { lastReview, reviewUnderWay } from "~/features/relationships/reviews.queries.server"
import { unitMeeting } from "~/features/relationships/unit-meeting.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const records = await currentRecords(db)
  const { today, company: { timeZone } } = records
  const found = await onceFor(records, `record of ${args.params.code}`, () => findElement(db, args.params.code ?? "", "unit"))
  const on = new URL(args.request.url).searchParams.get("on") ?? ""
  const asked = isCalendarDate(on) ? on : null
  const day = reviewDay(asked, null, today)
  const [{ unit, brief, besides, gap, relationship, lastSpokeOn }, [running, held]] = await Promise.all([
    unitMeeting(db, found, { today: day, timeZone, readerId: actor.personId, records }),
    onceFor(records, `reviews of ${found.id}`, () => Promise.all([reviewUnderWay(db, found.id), lastReview(db, found.id)])),
  ])
  const agenda = agendaOf(brief, gap)
  const mayStart = can(actor, "edit engagement") && found.archivedAt === null
  const page = {
    unit, today, day, lastSpokeOn, nextReviewOn: relationship?.nextReviewOn ?? null, agenda: agenda.map(({ name, minutes }) => ({ name, minutes })), text: briefAsText(unit.name, brief, agenda),
    points: { ...shortened(brief.points.shown, briefRoom.points), hidden: brief.points.hidden },
    lastReview: held && { ...held, on: calendarDate(held.closedAt, timeZone) },
    start: mayStart ? {
      underWay: running && { ...running, on: calendarDate(running.startsAt, timeZone) }, day: reviewDay(asked, relationship?.nextReviewOn ?? null, today),
      minutes: reviewMinutes(agenda), agenda: agendaText(agenda),
    } : null,
  }
  return { name: unit.name, page: packed(page), shown: packed(onceFor(besides, "on one page", () => onOnePage(besides))) }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `Before you meet ${data?.name ?? "a unit"} | Throughline` }]
}

export default function Page() {
  const { shown, page } = useLoaderData<typeof loader>()
  return <BriefPage {...unpacked(page)} shown={unpacked(shown)} />
}
