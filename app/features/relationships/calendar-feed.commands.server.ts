// What may be done to one's own calendar address: make it (anew) and end it.
import { command } from "~/core/command.server"
import type { Actor } from "~/core/policy"
import { feedOf } from "./calendar-feed.queries.server"

type Self = Actor & { personId: string }

/**
 * Makes the person's calendar address; an older one ends. Only the hash comes here, the secret is shown once. The same form sent twice makes one
 * address: `made` is false for the second, whose secret opens nothing.
 */
export async function makeFeed(actor: Self, asked: { tokenHash: string; operationId?: string }) {
  const { personId } = actor
  let made = false
  const done = await command({
    actor, operationId: asked.operationId, input: ["make calendar address"],
    load: (tx) => feedOf(tx, personId),
    demands: () => ({ permission: "read" }),
    run: async (tx, { now }) => {
      const row = { personId, tokenHash: asked.tokenHash, createdAt: now }
      await tx.insertInto("calendarFeed").values(row).onConflict((oc) => oc.column("personId").doUpdateSet({ tokenHash: row.tokenHash, createdAt: now })).execute()
      made = true
      return { changes: [], outcome: { personId } }
    },
  })
  return { ...done, made }
}

/** Ends the person's calendar address: whoever asks with it is answered as if it had never been. */
export function endFeed(actor: Self, asked: { operationId?: string }) {
  const { personId } = actor
  return command({
    actor, operationId: asked.operationId, input: ["end calendar address"],
    load: (tx) => feedOf(tx, personId),
    demands: () => ({ permission: "read" }),
    run: async (tx) => {
      await tx.deleteFrom("calendarFeed").where("personId", "=", personId).execute()
      return { changes: [], outcome: { ended: true } }
    },
  })
}
