// Writing and taking back comments on a record.
import { command } from "~/core/command.server"
import { ForbiddenError, NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { created, removed } from "./element.writes.server"
import { lockElement } from "./elements.queries.server"

/** Adds a comment by the signed-in person. */
export function addComment(actor: Actor, posted: { elementId: string; body: string; operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["add comment", input],
    load: (tx) => lockElement(tx, input.elementId),
    demands: () => ({ permission: "comment" }),
    run: async (tx, { loaded: element, now }) => {
      if (!actor.personId) throw new RuleError("A comment needs somebody who wrote it: sign in as a person.")
      const row = { id: newId(now.getTime()), elementId: element.id, authorId: actor.personId, body: input.body, version: 1, createdAt: now, removedAt: null }
      await tx.insertInto("comment").values(row).execute()
      return { changes: [created({ kind: "comment", id: row.id, about: [element.id] }, { elementId: element.id, body: row.body })], outcome: { id: row.id } }
    },
  })
}

/** Takes a comment back; its author or an administrator may. The history keeps it. */
export function removeComment(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["remove comment", asked.id], evenArchived: true,
    load: async (tx) => {
      const row = await tx.selectFrom("comment").selectAll().where("id", "=", asked.id).where("removedAt", "is", null).forUpdate().executeTakeFirst()
      if (!row) throw new NotFoundError("This comment")
      return row
    },
    demands: () => ({ permission: "comment" }),
    run: async (tx, { loaded: row, now }) => {
      if (row.authorId !== actor.personId && !actor.roles.includes("admin"))
        throw new ForbiddenError("Only who wrote a comment, or an administrator, may take it back.")
      await tx.updateTable("comment").set({ removedAt: now, version: row.version + 1 }).where("id", "=", row.id).execute()
      return { changes: [removed({ kind: "comment", id: row.id, version: row.version, about: [row.elementId] }, { elementId: row.elementId, body: row.body })], outcome: { id: row.id } }
    },
  })
}
