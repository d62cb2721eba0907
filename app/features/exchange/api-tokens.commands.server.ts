// What may be done to tokens of programs: make one and end it.
import { command } from "~/core/command.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { tokenDays, tokenSnapshot } from "./api-token"
import { lockApiToken } from "./api-tokens.queries.server"

/**
 * A token good for so many days; only its hash comes here. The same form sent twice is refused, since the secret that goes
 * with the first one cannot be shown again.
 */
export function makeApiToken(actor: Actor, asked: { name: string; days: number; tokenHash: string; operationId?: string }) {
  const { name, days, tokenHash, operationId } = asked
  return command({
    actor, operationId, input: ["make token", name, days, tokenHash],
    load: () => Promise.resolve(null),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { now }) => {
      if (!tokenDays.some((known) => known === days)) throw new RuleError("Choose how long it is good for.", { field: "days" })
      const id = newId()
      const expiresAt = new Date(now.getTime() + days * 86_400_000)
      await tx.insertInto("apiToken").values({
        id, name, tokenHash, madeBy: actor.personId, madeByName: actor.name, createdAt: now, expiresAt, lastUsedAt: null, endedAt: null, version: 1,
      }).execute()
      const change = { kind: "API token", id, action: "created" as const, before: null, after: tokenSnapshot({ name, expiresAt, endedAt: null }), version: 1, about: [] }
      return { changes: [change], outcome: { id } }
    },
  })
}

/** Ends a token: the next request with it is refused. One that was ended before stays as it is. */
export function endApiToken(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["end token", asked.id],
    load: (tx) => lockApiToken(tx, asked.id),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: token, now }) => {
      const outcome = { id: token.id }
      if (token.endedAt !== null) return { changes: [], outcome }
      const version = token.version + 1
      await tx.updateTable("apiToken").set({ endedAt: now, version }).where("id", "=", token.id).execute()
      const change = { kind: "API token", id: token.id, action: "removed" as const, before: tokenSnapshot(token), after: null, version, about: [] }
      return { changes: [change], outcome }
    },
  })
}
