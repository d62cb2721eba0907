// GET /commitments/W-3: one promise.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { mayChange, standingOf } from "~/features/commitments/commitment"
import { CommitmentPage } from "~/features/commitments/commitment-page"
import { findCommitment, movesOf } from "~/features/commitments/commitments.queries.server"
import { originsOf } from "~/features/consultations/feedback-origins.queries.server"
import { OriginsCard } from "~/features/consultations/origins-card"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { today, company: { timeZone } } = alignment
  const promise = await onceFor(alignment, `promise ${args.params.code}`, () => findCommitment(db, args.params.code ?? ""))
  const [moves, names, origins, panels] = await Promise.all([
    onceFor(alignment, `moves of ${promise.id}`, () => movesOf(db, promise.id)),
    onceFor(alignment, `names at ${promise.id}`, () => namesOf(db, [promise.unitId, promise.ownerId])),
    onceFor(alignment, `origins of ${promise.id}`, () => originsOf(db, promise.id)),
    recordPanels(db, actor, promise.id, { owned: false, request: args.request, version: alignment }),
  ])
  const demand = mayChange(actor, promise.ownerId)
  return {
    promise: {
      ...asRef(promise), summary: promise.summary, archivedAt: promise.archivedAt, state: promise.state, dueOn: promise.dueOn,
      keptOn: promise.keptAt === null ? null : calendarDate(promise.keptAt, timeZone), keptNote: promise.keptNote, withdrawnWhy: promise.withdrawnWhy,
    },
    unit: names.get(promise.unitId ?? "") ?? null, owner: names.get(promise.ownerId ?? "") ?? null,
    standing: standingOf({ ...promise, moves: moves.length }, today, timeZone),
    moves: moves.map(({ at, ...move }) => ({ ...move, on: calendarDate(at, timeZone) })), panels, origins,
    mayChange: can(actor, demand.permission, demand.ownerIds), mayArchive: can(actor, "edit engagement"),
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.promise.name ?? "Promise"} | Throughline` }]
}

export default function Page() {
  const { origins, ...page } = useLoaderData<typeof loader>()
  return <CommitmentPage {...page} origins={<OriginsCard origins={origins} />} />
}
