// "You said, we did" of one person or one unit: their points as the reader may read them, and a text that can be sent.
import { calendarDate } from "~/core/calendar"
import { can } from "~/core/policy"
import { shown, type Reader } from "./feedback-after.server"
import { pointsOf } from "./feedback.queries.server"
import { saidAndDid } from "./minutes"

/** Most points that are shown at once. */
const mostShown = 200

/** The newest points of a person or a unit; the text is for them and leaves out what was said in confidence. */
export async function saidBy(actor: Reader, ask: { personId: string } | { unitId: string }, about: { name: string; timeZone: string }) {
  const read = await pointsOf(actor.personId, ask)
  const points = read.points.slice(-mostShown).reverse().map((point) => shown(actor, null, point))
  return {
    today: calendarDate(new Date(), about.timeZone), more: read.points.length - points.length, points,
    // who runs conversations tells; the owner of one does so on its own page
    toTell: points.filter((point) => point.state === "answered" && (can(actor, "edit engagement") || point.owner?.id === actor.personId)).map(({ id }) => id),
    text: saidAndDid({ name: about.name, title: `What became of what ${about.name} told us`, points: points.map((point) => ({ ...point, owner: point.owner?.name ?? null })) }),
  }
}
