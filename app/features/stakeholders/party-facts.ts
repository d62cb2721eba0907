// What the planner knows of somebody beside the record itself: what affects them, their conversations and the points they raised.
import type { ConsultationState, Disposition, FeedbackKind } from "#db/words"
import type { ElementRef } from "~/features/elements/element"

export interface PartyConversation {
  consultation: ElementRef
  state: ConsultationState
  mustHear: boolean
  /** calendar dates */
  invitedOn: string | null
  heardOn: string | null
  dueOn: string | null
}

export interface PartyPoint {
  consultation: ElementRef
  kind: FeedbackKind
  body: string
  raisedOn: string
  disposition: Disposition | null
  reason: string
  told: boolean
}

/** What stands in a conversation with somebody, in a few words. */
export function conversationInWords({ heardOn, invitedOn, state, mustHear }: PartyConversation): string {
  if (heardOn !== null) return "Heard"
  const must = mustHear ? ", must be heard" : ""
  if (state === "closed" || state === "cancelled") return `Not heard${must}`
  return invitedOn === null ? `Not invited yet${must}` : `Invited${must}`
}

/** The name somebody has once they are forgotten. */
export function formerName(number: number, isGroup: boolean): string {
  return `${isGroup ? "Former group" : "Former employee"} ${number}`
}
