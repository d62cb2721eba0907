// Giving and taking parts in a record, and naming the owner of one or many.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { created, removed } from "./element.writes.server"
import { lockElement, ownerIdsOf } from "./elements.queries.server"
import { demandFor, requireAnswerable, responsibilitySnapshot, type ResponsibilityRole } from "./responsibility"
import { lockOwners, lockResponsibility } from "./responsibilities.queries.server"

/** Gives a person a part in a record. Refused: a second owner, the same part twice, somebody who is no person. */
export function giveResponsibility(actor: Actor, posted: { elementId: string; personId: string; role: ResponsibilityRole; operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["give responsibility", input],
    load: async (tx) => ({ element: await lockElement(tx, input.elementId), person: await lockElement(tx, input.personId, "person"), ownerIds: await ownerIdsOf(tx, input.elementId) }),
    demands: ({ ownerIds }) => demandFor(input.role, ownerIds),
    run: async (tx, { loaded: { element, person }, now }) => {
      if (person.archivedAt) throw new RuleError(`${person.name} is archived.`, { field: "personId" })
      const row = { id: newId(now.getTime()), ...input, elementKind: requireAnswerable(element.kind), createdAt: now }
      await tx.insertInto("responsibility").values(row).execute()
      return { changes: [created({ kind: "responsibility", id: row.id, about: [element.id, person.id] }, responsibilitySnapshot(row))], outcome: { id: row.id } }
    },
  })
}

/** Takes a part away; a record without an owner shows as a gap. */
export function takeResponsibility(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["take responsibility", asked.id],
    load: async (tx) => {
      const row = await lockResponsibility(tx, asked.id)
      return { row, ownerIds: await ownerIdsOf(tx, row.elementId) }
    },
    demands: ({ row, ownerIds }) => demandFor(row.role, ownerIds),
    run: async (tx, { loaded: { row } }) => {
      await tx.deleteFrom("responsibility").where("id", "=", row.id).execute()
      return { changes: [removed({ kind: "responsibility", id: row.id, about: [row.elementId, row.personId] }, responsibilitySnapshot(row))], outcome: { id: row.id } }
    },
  })
}

/** Names one person (or nobody) the owner of some records; who was owner before no longer is. */
export function setOwner(actor: Actor, posted: { elementIds: readonly string[]; personId: string | null; operationId?: string }) {
  const elementIds = [...new Set(posted.elementIds)].sort()
  return command({
    actor, operationId: posted.operationId, input: ["set owner", elementIds, posted.personId],
    load: async (tx) => {
      const elements = []
      for (const id of elementIds) elements.push(await lockElement(tx, id))
      const person = posted.personId === null ? null : await lockElement(tx, posted.personId, "person")
      return { elements, person, owners: await lockOwners(tx, elementIds) }
    },
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: { elements, person, owners }, now }) => {
      if (person?.archivedAt) throw new RuleError(`${person.name} is archived.`, { field: "personId" })
      const changes: RecordChange[] = []
      for (const element of elements) {
        const before = owners.find((owner) => owner.elementId === element.id)
        if (before?.personId === person?.id) continue
        if (before) {
          await tx.deleteFrom("responsibility").where("id", "=", before.id).execute()
          changes.push(removed({ kind: "responsibility", id: before.id, about: [element.id, before.personId] }, responsibilitySnapshot(before)))
        }
        if (!person) continue
        const row = { id: newId(now.getTime()), elementId: element.id, elementKind: requireAnswerable(element.kind), personId: person.id, role: "accountable" as const, createdAt: now }
        await tx.insertInto("responsibility").values(row).execute()
        changes.push(created({ kind: "responsibility", id: row.id, about: [element.id, person.id] }, responsibilitySnapshot(row)))
      }
      return { changes, outcome: { count: new Set(changes.map((change) => change.about[0])).size } }
    },
  })
}
