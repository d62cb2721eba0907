// GET /units/:code/said: what people of a unit said and what became of it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database, readAs } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { pointsOf } from "~/features/consultations/feedback.queries.server"
import { loopClosure } from "~/features/consultations/feedback-loop"
import { saidAndDid } from "~/features/consultations/minutes"
import { asRef, findElement } from "~/features/elements/elements.queries.server"
import { UnitSaidPage, type UnitPoint } from "~/features/relationships/unit-said-page"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const unit = asRef(await findElement(db, args.params.code ?? "", "unit"))
  const [{ today }, { points }] = await Promise.all([currentAlignment(db), readAs(actor.personId, (reader) => pointsOf(reader, { unitId: unit.id }))])
  const shown = points.map(({ id, code, body, confidentiality, voice, unit: from, roleLevel, disposition, reason, deferredUntil, ledTo, state, raisedOn, answeredOn, toldOn, confirmedOn, consultation }): UnitPoint => ({
    id, code, body, confidentiality, voice, unit: from, roleLevel, disposition, reason, deferredUntil, ledTo, state, raisedOn, answeredOn, toldOn, confirmedOn, consultation,
  }))
  const text = saidAndDid({ name: `the points of ${unit.name}`, points: points.map((point) => ({ ...point, owner: point.owner?.name ?? null })) })
  return { unit, today, points: shown, closure: loopClosure(points), text }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.unit.name ?? "A unit"}: you said, we did | Throughline` }]
}

export default function Page() {
  return <UnitSaidPage {...useLoaderData<typeof loader>()} />
}
