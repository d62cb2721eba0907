// /calendar: one's own calendar address; a post makes it (anew), and it is shown this once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { hashToken, newToken } from "~/core/session.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { justOperation } from "~/features/elements/panels.schema"
import { makeFeed } from "~/features/relationships/calendar-feed.commands.server"
import { CalendarFeedPage } from "~/features/relationships/calendar-feed-page"
import { feedOf } from "~/features/relationships/calendar-feed.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const [made, { company }] = await Promise.all([feedOf(database(), actor.personId), currentAlignment(database())])
  return { madeOn: made && calendarDate(made, company.timeZone) }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, justOperation, async ({ operationId }) => {
    const token = newToken()
    const { made } = await makeFeed(actor, { tokenHash: hashToken(token), operationId })
    if (!made) return { address: "just made" as const }
    log.security("calendar address made", { requestId: args.context.requestId, personId: actor.personId })
    return { address: `${args.context.origin}/calendar/${token}` }
  })
}

export const meta = () => [{ title: "Your calendar address | Throughline" }]

export default function Page() {
  const answer = useActionData<typeof action>()
  return <CalendarFeedPage {...useLoaderData<typeof loader>()} address={answer && "address" in answer ? answer.address : null} />
}
