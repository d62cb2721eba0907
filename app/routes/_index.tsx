// GET /: My work, where everybody's day begins.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { myWork } from "~/features/alignment/my-work.queries.server"
import { MyWorkPage } from "~/features/alignment/my-work-page"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  return { ...(await myWork(database(), actor)), actorId: actor.personId, planner: can(actor, "edit chain") }
}

export const meta = () => [{ title: "My work - Throughline" }]

export default function MyWork() {
  return <MyWorkPage {...useLoaderData<typeof loader>()} />
}
