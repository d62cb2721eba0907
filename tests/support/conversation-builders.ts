// Conversations, their people and their points for database tests.

import { sql } from "kysely"
import { writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { capturePoint, type Captured } from "~/features/consultations/feedback.commands.server"
import { insertElement } from "~/features/elements/element.writes.server"
import type { Made, SignedInActor } from "./builders"

/** An open conversation that belongs to its owner. */
export async function aConversation(owner: SignedInActor, made: { name?: string; unitId?: string } = {}): Promise<Made> {
  const now = new Date()
  return writableDatabase().transaction().execute(async (tx) => {
    const { id, code } = await insertElement(tx, { kind: "consultation", name: made.name ?? "How should ordering work?", now })
    await tx.insertInto("consultation").values({
      id, kind: "consultation", form: "workshop", purpose: "decision", participationLevel: "consult", state: "open", ownerId: owner.personId, unitId: made.unitId ?? null,
      questionPlain: "What slows you down?", questionStandard: "", questionTechnical: "", costs: "", effects: "", openedAt: now, closedAt: null, closesOn: null,
      minutes: "", minutesSentAt: null, nextOn: null,
    }).execute()
    return { id, code, operationId: "" }
  })
}

/** Somebody who takes part in a conversation, heard or not yet; returns the participation's id. */
export async function aParticipant(consultationId: string, personId: string, heardAt: Date | null = null): Promise<string> {
  const id = newId()
  await writableDatabase().insertInto("participation").values({
    id, consultationId, personId, mustHear: false, why: "", invitedAt: null, remindedAt: null, heardAt, heardHow: heardAt && "presence",
    unitId: null, roleLevel: null, optionId: null, version: 1, createdAt: new Date(),
  }).execute()
  // as every command does: pages keep what they read for a version of the records
  await writableDatabase().updateTable("dataVersion").set({ n: sql`n + 1` }).execute()
  return id
}

/** A point somebody wrote down, a named concern unless said otherwise. */
export async function aPoint(author: Actor, consultationId: string, fields: Partial<Captured> = {}): Promise<Made> {
  return capturePoint(author, { id: newId(), consultationId, kind: "concern", confidentiality: "named", body: "The order screen stops around noon.", ...fields })
}

/** Gives a person a unit and a role level. */
export async function placed(personId: string, unitId: string, roleLevel: "frontline" | "manager"): Promise<void> {
  await writableDatabase().updateTable("person").set({ unitId, roleLevel }).where("id", "=", personId).execute()
}

/** Says how many people of a role level a unit has. */
export async function counted(unitId: string, roleLevel: "frontline" | "manager", headcount: number): Promise<void> {
  await writableDatabase().insertInto("unitHeadcount").values({ unitId, roleLevel, headcount }).onConflict((oc) => oc.columns(["unitId", "roleLevel"]).doUpdateSet({ headcount })).execute()
}

/** Asks the front line of a unit about an initiative (or a decision), fairly: opened three weeks ago with two options, costs and effects. Returns its short id. */
export async function askedFairly(owner: SignedInActor, subjectId: string, unitId: string, voices: readonly string[], about: { kind: "initiative" | "decision"; stage: string } = { kind: "initiative", stage: "idea" }): Promise<string> {
  const talk = await aConversation(owner)
  const db = writableDatabase()
  const opened = new Date(Date.now() - 21 * 86_400_000)
  await db.updateTable("element").set({ summary: "What changes, in plain words." }).where("id", "=", talk.id).execute()
  await db.updateTable("consultation").set({ costs: "12,000 euro.", effects: "Orders reach the warehouse at once.", openedAt: opened }).where("id", "=", talk.id).execute()
  await db.insertInto("consultationSubject").values({ consultationId: talk.id, subjectId, subjectKind: about.kind, stageWhenOpened: about.stage, createdAt: opened }).execute()
  await db.insertInto("consultationOption").values(["A new order screen", "Nothing"].map((name, position) => ({ id: newId(), consultationId: talk.id, position, name, summary: "", isNothing: position === 1, version: 1, createdAt: opened }))).execute()
  for (const personId of voices) {
    await aParticipant(talk.id, personId, opened)
    await db.updateTable("participation").set({ unitId, roleLevel: "frontline" }).where("consultationId", "=", talk.id).where("personId", "=", personId).execute()
  }
  return talk.code
}
