// Who may write points down, answer them, and see that there is more than they can read.
import { can, type Actor, type Demand } from "~/core/policy"

/** What work on a conversation's points demands: whoever edits engagement, or the conversation's owner. */
export function runsIt(actor: Actor, ownerId: string | null): Demand {
  if (can(actor, "edit engagement")) return { permission: "edit engagement" }
  return ownerId !== null && ownerId === actor.personId ? { permission: "comment" } : { permission: "edit engagement" }
}

/** Whether the actor may run the conversation: the answer for the screen. */
export function mayRun(actor: Actor, ownerId: string | null): boolean {
  return can(actor, runsIt(actor, ownerId).permission)
}

/** What answering demands: also whoever is named to answer the point. */
export function answersIt(actor: Actor, point: { ownerId: string | null; consultationOwnerId: string | null }): Demand {
  if (point.ownerId !== null && point.ownerId === actor.personId) return { permission: "comment" }
  return runsIt(actor, point.consultationOwnerId)
}

/** What saying "that is right" demands: also whoever raised the point. */
export function confirmsIt(actor: Actor, point: { voiceId: string | null; consultationOwnerId: string | null }): Demand {
  if (point.voiceId !== null && point.voiceId === actor.personId) return { permission: "comment" }
  return runsIt(actor, point.consultationOwnerId)
}

/** What changing or taking back a point's words demands: also whoever wrote it down or raised it. */
export function changesIt(actor: Actor, point: { authorId: string | null; voiceId: string | null; consultationOwnerId: string | null }): Demand {
  if (actor.personId !== null && [point.authorId, point.voiceId].includes(actor.personId)) return { permission: "comment" }
  return runsIt(actor, point.consultationOwnerId)
}
