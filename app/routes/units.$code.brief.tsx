// GET /units/:code/brief: what to know before meeting a unit, on one page for paper.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { findElement } from "~/features/elements/elements.queries.server"
import { agendaOf, briefAsText } from "~/features/relationships/brief"
import { BriefPage } from "~/features/relationships/brief-page"
import { unitMeeting } from "~/features/relationships/unit-meeting.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const found = await findElement(db, args.params.code ?? "", "unit")
  const { today, company: { timeZone } } = await currentAlignment(db)
  const { unit, brief, gap, relationship, lastSpokeOn } = await unitMeeting(db, found, { today, timeZone })
  const agenda = agendaOf(brief, gap)
  return { unit, today, lastSpokeOn, nextReviewOn: relationship?.nextReviewOn ?? null, brief, agenda, text: briefAsText(unit.name, brief, agenda) }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `Before you meet ${data?.unit.name ?? "a unit"} | Throughline` }]
}

export default function Page() {
  return <BriefPage {...useLoaderData<typeof loader>()} />
}
