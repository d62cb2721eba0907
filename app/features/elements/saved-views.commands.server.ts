// Keeping and forgetting views of a list or the map.
import { command } from "~/core/command.server"
import { ForbiddenError, NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { created, removed } from "./element.writes.server"

/** Keeps the address of a screen under a name; a view of the same name is refused. */
export function saveView(actor: Actor, posted: { screen: string; name: string; query: string; shared: boolean; operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["save view", input],
    load: async () => null,
    demands: () => ({ permission: "keep view" }),
    run: async (tx, { now }) => {
      if (!actor.personId) throw new RuleError("A view belongs to somebody: sign in as a person.")
      const row = { ...input, id: newId(now.getTime()), personId: actor.personId, version: 1, createdAt: now }
      await tx.insertInto("savedView").values(row).execute()
      return { changes: [created({ kind: "saved view", id: row.id, about: [] }, { ...input })], outcome: { id: row.id } }
    },
  })
}

/** Forgets a view; its owner may, and an administrator when it is shared. */
export function removeView(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["remove view", asked.id],
    load: async (tx) => {
      const view = await tx.selectFrom("savedView").selectAll().where("id", "=", asked.id).forUpdate().executeTakeFirst()
      if (!view) throw new NotFoundError("This view")
      return view
    },
    demands: () => ({ permission: "keep view" }),
    run: async (tx, { loaded: view }) => {
      if (view.personId !== actor.personId && !(view.shared && actor.roles.includes("admin")))
        throw new ForbiddenError("Only who kept a view, or an administrator for a shared one, may remove it.")
      await tx.deleteFrom("savedView").where("id", "=", view.id).execute()
      const { screen, name, query, shared } = view
      return { changes: [removed({ kind: "saved view", id: view.id, version: view.version, about: [] }, { screen, name, query, shared })], outcome: { id: view.id } }
    },
  })
}
