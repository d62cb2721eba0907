// Opens a form about a decision: for who may change it, and while it is open.
import type { ReadDb } from "~/core/database.server"
import { FormRefused } from "~/core/errors"
import { can, refusalOf, type Actor } from "~/core/policy"
import { asRef } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { decisionSnapshot, isOpen, isSigned, mayFollow, stateWords, type DecisionFields } from "./decision"
import { findDecision } from "./decisions.queries.server"

/** The decision a form is about, or a page that says why it cannot be changed: not theirs, archived, frozen, signed or ended. */
export async function openDecision(db: ReadDb, actor: Actor, code: string): Promise<DecisionFields & ReturnType<typeof asRef> & { version: number }> {
  const decision = await findDecision(db, code)
  openForm(actor, decision, { permission: "edit record", ownerIds: decision.ownerIds })
  const ref = asRef(decision)
  if (isOpen(decision.state)) return { ...(decisionSnapshot(decision) as unknown as DecisionFields), ...ref, version: decision.version }
  const sentence = isSigned(decision.state) ? "A signed decision is superseded, never edited. Start a new one in its place." : decision.state === "ready" ? "It waits for signatures, and everybody signs the same words. Take it back to work first." : "It has ended, and stays as it was."
  throw new FormRefused({ title: `${decision.name} stays as it is`, sentence, way: { href: `/decisions/${ref.code}`, label: "Go to the decision" } }, 422)
}

/** The decision that somebody wants to reject or withdraw, or a page that says why they cannot. */
export async function openEnding(db: ReadDb, actor: Actor, code: string, to: "rejected" | "withdrawn"): Promise<ReturnType<typeof asRef>> {
  const decision = await findDecision(db, code)
  const ref = asRef(decision)
  const way = { href: `/decisions/${ref.code}`, label: "Go to the decision" }
  const refuse = (sentence: string, status: 403 | 422) => new FormRefused({ title: `You may not end ${decision.name}`, sentence, way }, status)
  if (to === "withdrawn" && !can(actor, "edit record", decision.ownerIds)) throw refuse(refusalOf("edit record"), 403)
  if (to === "rejected" && !can(actor, "name deciders")) {
    const named = await db.selectFrom("decisionDecider").select("personId").where("decisionId", "=", decision.id).execute()
    if (!named.some(({ personId }) => personId === actor.personId)) throw refuse("Only the people named as deciders, or a planner, reject it.", 403)
  }
  if (!mayFollow(decision.state, to)) throw refuse(`It is not at that point: ${stateWords[decision.state].toLowerCase()}.`, 422)
  return ref
}
