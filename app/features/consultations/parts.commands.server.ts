// What may be done with the parts of a consultation: its subjects and options, and the affected cross-section of a subject.
import type { RoleLevel } from "~/features/units/unit"
import { command } from "~/core/command.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { isSubjectKind } from "./consultation"
import { lockConsultation } from "./consultations.queries.server"
import { addSubjectRow } from "./consultations.writes.server"
import { runsIt } from "./feedback-access"

type Sent = { operationId?: string }

/** Says what else it is about. */
export function addSubject(actor: Actor, posted: { consultationId: string; subjectId: string } & Sent) {
  const { consultationId, subjectId } = posted
  return command({
    actor, operationId: posted.operationId, input: ["add subject", consultationId, subjectId],
    load: (tx) => lockConsultation(tx, consultationId),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation, now }) => {
      const there = await tx.selectFrom("consultationSubject").select("subjectId").where("consultationId", "=", consultationId).where("subjectId", "=", subjectId).executeTakeFirst()
      if (there) return { changes: [], outcome: { id: subjectId } }
      const asked = await addSubjectRow(tx, consultation, subjectId, now)
      return { changes: [created({ kind: "consultation subject", id: subjectId, about: [consultationId, subjectId] }, { consultationId, subjectId }), ...asked], outcome: { id: subjectId } }
    },
  })
}

/** Takes a subject off, while nobody was asked about it yet. */
export function removeSubject(actor: Actor, posted: { consultationId: string; subjectId: string } & Sent) {
  const { consultationId, subjectId } = posted
  return command({
    actor, operationId: posted.operationId, input: ["remove subject", consultationId, subjectId],
    load: (tx) => lockConsultation(tx, consultationId),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation }) => {
      if (consultation.state !== "draft") throw new RuleError("People were asked about it. It stays.")
      await tx.deleteFrom("consultationSubject").where("consultationId", "=", consultationId).where("subjectId", "=", subjectId).execute()
      return { changes: [removed({ kind: "consultation subject", id: subjectId, about: [consultationId, subjectId] }, { consultationId, subjectId })], outcome: { id: subjectId } }
    },
  })
}

/** Adds an option, while nobody was asked yet. */
export function addOption(actor: Actor, posted: { consultationId: string; name: string; summary?: string } & Sent) {
  const { consultationId, name, summary = "" } = posted
  return command({
    actor, operationId: posted.operationId, input: ["add option", consultationId, name, summary],
    load: (tx) => lockConsultation(tx, consultationId),
    demands: ({ ownerId }) => runsIt(actor, ownerId),
    run: async (tx, { loaded: consultation, now }) => {
      if (consultation.state !== "draft") throw new RuleError("People were asked about the options there are. Start another conversation for more.", { field: "name" })
      const { last } = await tx.selectFrom("consultationOption").select((eb) => eb.fn.max("position").as("last")).where("consultationId", "=", consultationId).executeTakeFirstOrThrow()
      const id = newId(now.getTime())
      await tx.insertInto("consultationOption").values({ id, consultationId, position: (last ?? 0) + 1, name: name.trim(), summary, isNothing: false, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "consultation option", id, about: [consultationId] }, { consultationId, name: name.trim(), summary })], outcome: { id } }
    },
  })
}

/** Takes an option off, while nobody was asked yet; doing nothing stays. */
export function removeOption(actor: Actor, posted: { id: string } & Sent) {
  return command({
    actor, operationId: posted.operationId, input: ["remove option", posted.id],
    load: async (tx) => {
      const option = await tx.selectFrom("consultationOption").selectAll().where("id", "=", posted.id).executeTakeFirst()
      if (!option) throw new NotFoundError("This option")
      return { option, consultation: await lockConsultation(tx, option.consultationId) }
    },
    demands: ({ consultation }) => runsIt(actor, consultation.ownerId),
    run: async (tx, { loaded: { option, consultation } }) => {
      if (consultation.state !== "draft") throw new RuleError("People were asked about it. It stays.")
      if (option.isNothing) throw new RuleError("Doing nothing is always among the options.")
      await tx.deleteFrom("consultationOption").where("id", "=", option.id).execute()
      const { consultationId, name, summary } = option
      return { changes: [removed({ kind: "consultation option", id: option.id, about: [consultationId] }, { consultationId, name, summary })], outcome: { id: option.id } }
    },
  })
}

/** Says how many people of a role level in a unit the subject affects, in place of what the records give; 0 is nobody. A reason is required. */
export function correctAffected(actor: Actor, posted: { subjectId: string; unitId: string; roleLevel: RoleLevel; headcount: number; reason: string } & Sent) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["correct affected", input],
    load: async (tx) => ({ subject: await lockElement(tx, input.subjectId), unit: await lockElement(tx, input.unitId, "unit") }),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: { subject, unit }, now }) => {
      if (!isSubjectKind(subject.kind)) throw new NotFoundError("This record")
      if (unit.archivedAt) throw new RuleError("That unit is archived. Choose another one.", { field: "unitId" })
      const before = await tx.selectFrom("affectedCorrection").selectAll().where("subjectId", "=", input.subjectId).where("unitId", "=", input.unitId).where("roleLevel", "=", input.roleLevel).forUpdate().executeTakeFirst()
      const about = [input.subjectId]
      if (before) {
        await tx.updateTable("affectedCorrection").set({ headcount: input.headcount, reason: input.reason, madeBy: actor.personId, version: before.version + 1 }).where("id", "=", before.id).execute()
        const was = { ...input, headcount: before.headcount, reason: before.reason }
        return { changes: [changed({ kind: "affected correction", id: before.id, version: before.version, about }, was, input)], outcome: { id: before.id } }
      }
      const id = newId(now.getTime())
      await tx.insertInto("affectedCorrection").values({ id, ...input, madeBy: actor.personId, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "affected correction", id, about }, input)], outcome: { id } }
    },
  })
}

/** Says that the subject affects nobody, with the reason and under one's name; said again, the reason is replaced. */
export function sayNobodyAffected(actor: Actor, posted: { subjectId: string; reason: string } & Sent) {
  const { subjectId, reason } = posted
  return command({
    actor, operationId: posted.operationId, input: ["nobody affected", subjectId, reason],
    load: (tx) => lockElement(tx, subjectId),
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: subject, now }) => {
      if (!isSubjectKind(subject.kind)) throw new NotFoundError("This record")
      const before = await tx.selectFrom("nobodyAffected").selectAll().where("subjectId", "=", subjectId).forUpdate().executeTakeFirst()
      if (before) {
        await tx.updateTable("nobodyAffected").set({ reason, saidBy: actor.personId, version: before.version + 1 }).where("subjectId", "=", subjectId).execute()
        return { changes: [changed({ kind: "nobody affected", id: subjectId, version: before.version }, { reason: before.reason }, { reason })], outcome: { id: subjectId } }
      }
      await tx.insertInto("nobodyAffected").values({ subjectId, reason, saidBy: actor.personId, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "nobody affected", id: subjectId }, { reason })], outcome: { id: subjectId } }
    },
  })
}
