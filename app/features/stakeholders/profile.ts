// How somebody wishes to be spoken to: the wording that fits them, and how they like to be reached.
import type { ListeningStyle } from "#db/words"
import type { Snapshot } from "~/core/change"

export type { ListeningStyle } from "#db/words"
export const listeningStyles = ["plain", "standard", "technical"] as const satisfies readonly ListeningStyle[]
export const listeningWords: Record<ListeningStyle, string> = { plain: "Plain words", standard: "Everyday business words", technical: "Technical words" }

export interface Profile {
  listeningStyle: ListeningStyle
  contactPreference: string
}

/** Where nobody said anything. */
export const usualProfile: Profile = { listeningStyle: "standard", contactPreference: "" }

/** The profile as its history keeps it. */
export function profileSnapshot({ listeningStyle, contactPreference }: Profile): Snapshot {
  return { listeningStyle, contactPreference }
}
