// Records for database tests, made through the product's own commands; each builder reads like a sentence.

import type { Insertable } from "kysely"
import type { Company } from "#db/schema"
import { writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import type { Actor, Role } from "~/core/policy"
import { insertElement } from "~/features/elements/element.writes.server"
import type { GoalFields } from "~/features/goals/goal"
import { setStage } from "~/features/gates/gates.commands.server"
import { createGoal } from "~/features/goals/goals.commands.server"
import type { Stage } from "~/features/initiatives/initiative"
import { createInitiative } from "~/features/initiatives/initiatives.commands.server"
import { createUnit } from "~/features/units/units.commands.server"
import type { UnitFields } from "~/features/units/unit"

export interface Made {
  id: string
  code: string
  /** what made it, for undo */
  operationId: string
}

export type SignedInActor = Actor & { kind: "person"; personId: string }

let count = 0
const next = () => (count += 1)

/** Who prepares a test's records: an administrator and planner who is nobody in particular. */
export const thePreparer: Actor = { kind: "operator", personId: null, name: "Test preparer", roles: ["planner", "admin"] }

/** The one company of the installation; amounts in euro, the year begins in January. */
export async function aCompany(fields: Partial<Insertable<Company>> = {}): Promise<void> {
  const company = {
    id: newId(), onlyOne: true, name: "Test company", purpose: "To be tested.", exclusions: "[]", currency: "EUR", yearFirstMonth: 1,
    timeZone: "Europe/Berlin", bandOnTrack: "0.70", bandAtRisk: "0.40", isSample: false, version: 1, setUpAt: new Date(),
  }
  await writableDatabase().insertInto("company").values({ ...company, ...fields }).execute()
}

/** A person with an account that holds the roles; returns them as the actor they are when signed in. */
export async function aPerson(made: { name?: string; roles?: readonly Role[] } = {}): Promise<SignedInActor> {
  const name = made.name ?? `Person ${next()}`
  const roles = made.roles ?? ["viewer"]
  const now = new Date()
  return writableDatabase().transaction().execute(async (tx) => {
    const { id } = await insertElement(tx, { kind: "person", name, now })
    await tx.insertInto("person").values({ id, kind: "person", unitId: null, roleLevel: null, title: "", email: null }).execute()
    await tx.insertInto("account").values({ personId: id, email: `${id}@example.test`, passwordHash: null, version: 1, disabledAt: null, createdAt: now }).execute()
    await tx.insertInto("accountRole").values(roles.map((role) => ({ personId: id, role }))).execute()
    return { kind: "person", personId: id, name, roles }
  })
}

/** A goal; a pillar unless `parentId` says otherwise. */
export function aGoal(fields: Partial<GoalFields> = {}, actor: Actor = thePreparer): Promise<Made> {
  return createGoal(actor, { name: `Goal ${next()}`, ...fields })
}

/** A unit directly below the company unless `parentId` says otherwise. */
export function aUnit(fields: Partial<Omit<UnitFields, "headcount">> = {}, actor: Actor = thePreparer): Promise<Made> {
  return createUnit(actor, { name: `Unit ${next()}`, ...fields })
}

/** An initiative, an idea unless `status` says proposed. */
export function anInitiative(fields: Partial<Parameters<typeof createInitiative>[1]> = {}, actor: Actor = thePreparer): Promise<Made> {
  return createInitiative(actor, { name: `Initiative ${next()}`, ...fields })
}

/** Approves initiatives, or moves them to another stage, by a planner's waiver: who was asked is not what the test is about. */
export function approved(actor: Actor, asked: { ids: readonly string[]; to?: Stage }) {
  return setStage(actor, { to: "approved", ...asked, waiver: "Nobody had to be asked for this test." })
}
