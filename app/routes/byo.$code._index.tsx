// GET /byo/B-3: one side-door tool.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { goalsOfNeed } from "~/features/alignment/side-door"
import { careNeeded, mayAnswer, standingOf } from "~/features/byo/byo"
import { ByoPage } from "~/features/byo/byo-page"
import { findByo, reportedBefore } from "~/features/byo/byos.queries.server"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const found = await onceFor(alignment, `side-door tool ${args.params.code}`, () => findByo(db, args.params.code ?? ""))
  const [names, earlier, panels] = await Promise.all([
    onceFor(alignment, `names at ${found.id}`, () => namesOf(db, [found.unitId, found.ownerId, found.goalId, found.replacedById, found.reportedBy, found.ledToId])),
    onceFor(alignment, `reported before ${found.id}`, () => reportedBefore(db, found)),
    recordPanels(db, actor, found.id, { owned: false, request: args.request, version: alignment }),
  ])
  const named = (id: string | null) => names.get(id ?? "") ?? null
  const demand = mayAnswer(actor, found.ownerId)
  const { need, job, users, yearlyCost, sensitivity, missing, whyNot, foundHow, reportedOn, isAnonymous, answerDueOn, disposition, tolerateUntil, reason, won, version, archivedAt, answeredOn } = found
  return {
    report: {
      ...asRef(found), sortKey: "", version, need, job, users, yearlyCost, sensitivity, missing, care: careNeeded(found), whyNot, whyNotWords: found.whyNotWords, foundHow, reportedOn, isAnonymous, answerDueOn, disposition, tolerateUntil, reason, won, archivedAt, answeredOn,
      unit: named(found.unitId), owner: named(found.ownerId), goal: named(found.goalId), replacedBy: named(found.replacedById), standing: standingOf(found, alignment.today),
    },
    reporter: named(found.reportedBy), ledTo: named(found.ledToId), earlier, panels, currency: alignment.company.currency,
    goals: goalsOfNeed(alignment.model, found).map(({ id, code, name }) => ({ id, kind: "goal" as const, code, name })),
    mayAnswer: can(actor, demand.permission, demand.ownerIds), mayEngage: can(actor, "edit engagement"),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.report.name ?? "Side-door tool"} | Throughline` }]
}

export default function Page() {
  return <ByoPage {...useLoaderData<typeof loader>()} />
}
