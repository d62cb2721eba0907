// GET /units/U-2/said: what a unit said and what became of it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { theCompany } from "~/features/company/company.queries.server"
import { loopClosure } from "~/features/consultations/feedback-loop"
import { loopPoints } from "~/features/consultations/feedback.queries.server"
import { saidBy } from "~/features/consultations/said-and-did.server"
import { UnitSaidPage } from "~/features/consultations/unit-said-page"
import { asRef } from "~/features/elements/elements.queries.server"
import { findUnit } from "~/features/units/units.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const [unit, { timeZone }] = await Promise.all([findUnit(db, args.params.code ?? ""), theCompany(db)])
  const [said, loop] = await Promise.all([saidBy(actor, { unitId: unit.id }, { name: unit.name, timeZone }), loopPoints(db, { unitId: unit.id })])
  return { ...said, unit: asRef(unit), closure: loopClosure(loop) }
}

export function meta({ data }: { data?: { unit: { name: string } } }) {
  return [{ title: `${data?.unit.name ?? "Unit"}: you said, we did · Throughline` }]
}

export default function Said() {
  return <UnitSaidPage {...useLoaderData<typeof loader>()} />
}
