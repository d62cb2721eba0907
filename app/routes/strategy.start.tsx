// /strategy/start: the first five questions; each posts to the page of its own record and comes back.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { addDays } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { firstOpenQuestion, StrategyStart, type StartState } from "~/features/alignment/strategy-start"
import { theCompany } from "~/features/company/company.queries.server"
import { goalPlaces } from "~/features/goals/goal-places"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const db = database()
  const [alignment, company] = await Promise.all([currentAlignment(db), theCompany(db)])
  const places = goalPlaces(alignment)
  const named = ({ id, code, name }: { id: string; code: string; name: string }) => ({ id, code, name })
  // the newest answers are the ones to go on with; ids grow with time
  const newest = (level: string) => places.filter((place) => place.level === level).sort((a, b) => (a.id < b.id ? 1 : -1))[0]
  const [pillar, goal] = [newest("pillar"), newest("goal")]
  const state: StartState = {
    purpose: company.purpose, exclusions: company.exclusions, version: company.version,
    pillar: pillar ? named(pillar) : null, goal: goal ? named(goal) : null, measured: (goal?.measures ?? 0) > 0,
    today: alignment.today, inAYear: addDays(alignment.today, 365),
  }
  const asked = Number(new URL(args.request.url).searchParams.get("step"))
  return { state, step: Number.isInteger(asked) && asked >= 1 && asked <= 6 ? asked : firstOpenQuestion(state) }
}

export const meta = () => [{ title: "Five questions · Throughline" }]

export default function Start() {
  return <StrategyStart {...useLoaderData<typeof loader>()} />
}
