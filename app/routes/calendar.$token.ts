// GET /calendar/:token: the dates of the person whose secret address this is, for their calendar; no signing in.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { hashToken } from "~/core/session.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { calendarAnswer, calendarFile } from "~/features/commitments/calendar-file.server"
import { datesOf, personOfFeed } from "~/features/relationships/calendar-feed.queries.server"

export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = new Date()
  const headers = { "Cache-Control": "no-store" }
  const token = (params.token ?? "").replace(/\.ics$/, "")
  const personId = /^[\w-]{43}$/.test(token) ? await personOfFeed(database(), hashToken(token)) : null
  if (personId === null) return new Response("There is no calendar at this address. It may have been ended or made anew.", { status: 404, headers })
  const { today, company: { timeZone } } = await currentAlignment(database())
  const dates = await datesOf(database(), personId, { today, timeZone })
  return calendarAnswer(calendarFile("Throughline", dates.map(({ path, ...one }) => ({ ...one, url: `${context.origin}${path}` })), now), "throughline")
}
