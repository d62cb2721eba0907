// A token of a program: its name, how long it is good for, and how it stands.
import type { Snapshot } from "~/core/change"

export const tokenDays = [30, 90, 365] as const

/** A token as administrators see it; its secret is nowhere. */
export interface ApiToken {
  id: string
  name: string
  madeByName: string
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  endedAt: string | null
  version: number
}

/** Whether a program may still read with it. */
export function tokenState(token: Pick<ApiToken, "expiresAt" | "endedAt">, now: string): "good" | "expired" | "ended" {
  if (token.endedAt !== null) return "ended"
  return token.expiresAt <= now ? "expired" : "good"
}

/** What the history keeps of a token. */
export function tokenSnapshot(token: { name: string; expiresAt: Date; endedAt: Date | null }): Snapshot {
  return { name: token.name, expiresOn: token.expiresAt.toISOString().slice(0, 10), ended: token.endedAt !== null }
}
