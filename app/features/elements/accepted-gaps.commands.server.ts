// Accepting a gap on purpose, with a reason, a name and an end date within twelve months, and ending that again.
import { command } from "~/core/command.server"
import { addDays } from "~/core/calendar"
import { NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { created, removed } from "./element.writes.server"
import { lockElement } from "./elements.queries.server"
import { acceptedGapSnapshot, gapKinds, type GapName } from "./accepted-gap"

/** Accepts a gap of a record until a date; it stays in every figure, and lists show it apart. */
export function acceptGap(actor: Actor, posted: { elementId: string; gap: GapName; reason: string; untilOn: string; operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["accept gap", input],
    load: async (tx) => ({
      element: await lockElement(tx, input.elementId),
      earlier: await tx.selectFrom("acceptedGap").selectAll().where("elementId", "=", input.elementId).where("gap", "=", input.gap).forUpdate().executeTakeFirst(),
    }),
    demands: () => ({ permission: "accept gap" }),
    run: async (tx, { loaded: { element, earlier }, now, today }) => {
      if (element.kind !== gapKinds[input.gap]) throw new RuleError("This record cannot have that gap. Nothing was accepted.")
      if (input.untilOn <= today) throw new RuleError("Choose a day in the future: on it the gap returns.", { field: "untilOn" })
      if (input.untilOn > addDays(today, 366)) throw new RuleError("A gap can be accepted for twelve months at most.", { field: "untilOn" })
      if (earlier && earlier.untilOn > today) throw new RuleError("This gap is already accepted.", { field: "reason" })
      // an acceptance that has run out makes room for the new one; the history keeps it
      const changes = earlier ? [removed({ kind: "accepted gap", id: earlier.id, about: [element.id] }, acceptedGapSnapshot(earlier))] : []
      if (earlier) await tx.deleteFrom("acceptedGap").where("id", "=", earlier.id).execute()
      const row = { id: newId(now.getTime()), ...input, acceptedBy: actor.personId, version: 1, createdAt: now }
      await tx.insertInto("acceptedGap").values(row).execute()
      return { changes: [...changes, created({ kind: "accepted gap", id: row.id, about: [element.id] }, acceptedGapSnapshot(row))], outcome: { id: row.id } }
    },
  })
}

/** Ends an acceptance early: the gap shows again. */
export function endAcceptedGap(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["end accepted gap", asked.id],
    load: async (tx) => {
      const row = await tx.selectFrom("acceptedGap").selectAll().where("id", "=", asked.id).forUpdate().executeTakeFirst()
      if (!row) throw new NotFoundError("This accepted gap")
      return row
    },
    demands: () => ({ permission: "accept gap" }),
    run: async (tx, { loaded: row }) => {
      await tx.deleteFrom("acceptedGap").where("id", "=", row.id).execute()
      return { changes: [removed({ kind: "accepted gap", id: row.id, version: row.version, about: [row.elementId] }, acceptedGapSnapshot(row))], outcome: { id: row.id } }
    },
  })
}
