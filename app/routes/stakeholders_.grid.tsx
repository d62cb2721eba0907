// GET /stakeholders/grid: who decides and who is affected, overall or about one subject.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { GridPage } from "~/features/stakeholders/grid-page"
import { gridPoints } from "~/features/stakeholders/stakeholder-list.queries.server"
import { findSubject, subjectChoices } from "~/features/stakeholders/standing.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "see standing")
  const db = database()
  const about = new URL(args.request.url).searchParams.get("about") || null
  const subject = about === null ? null : found(await findSubject(db, about), "This subject")
  const [{ points, total }, subjects] = await Promise.all([gridPoints(db, subject?.id ?? null), subjectChoices(db)])
  return { points, total, subject, subjects }
}

export function meta() {
  return [{ title: "Who decides, who is affected | Throughline" }]
}

export default function StakeholderGridPage() {
  return <GridPage {...useLoaderData<typeof loader>()} />
}
