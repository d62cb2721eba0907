// What may be written down about an application in the portfolio: what it costs in a year, and how well it fits.
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { fullMoney, type Money } from "~/core/money"
import type { Actor, Demand } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { lockApplications } from "./applications.queries.server"
import { checkAmount, costKinds, costKindWords, costLineSnapshot, type CostKind } from "./cost-line"
import { checkFitAnswer, fitAnswerSnapshot, type FitAnswerFields } from "./fit"
import { lockFitAnswer } from "./portfolio.queries.server"

/**
 * Writes down the costs of a year; null takes a line away, an absent kind is left. `seen` are the versions of the lines that were
 * read, so that what somebody else wrote meanwhile is not overwritten but named.
 */
export function setCosts(actor: Actor, posted: { applicationId: string; year: number; amounts: Partial<Record<CostKind, Money | null>>; seen: Partial<Record<CostKind, number>>; operationId?: string }) {
  const { operationId, applicationId, year, amounts, seen } = posted
  return command({
    actor, operationId, input: ["set costs", applicationId, year, amounts, seen],
    load: async (tx) => {
      const [application] = await lockApplications(tx, [applicationId])
      return { application, lines: await tx.selectFrom("costLine").selectAll().where("applicationId", "=", applicationId).where("financialYear", "=", year).forUpdate().execute() }
    },
    demands: ({ application }): Demand => ({ permission: "edit record", ownerIds: application?.ownerIds ?? [] }),
    run: async (tx, { loaded: { lines }, now }) => {
      const changes: RecordChange[] = []
      for (const costKind of costKinds) {
        const wanted = amounts[costKind]
        const line = lines.find((one) => one.costKind === costKind)
        const amount = wanted === undefined || wanted === null ? null : checkAmount(costKind, wanted)
        if (wanted === undefined || amount === (line?.amount ?? null)) continue
        if ((line?.version ?? 0) !== (seen[costKind] ?? 0))
          throw new RuleError(`Somebody changed this meanwhile: ${costKindWords[costKind]} ${year} is now ${line ? fullMoney(line.amount, "").trim() : "empty"}. Reload the page and say it again.`, { field: costKind })
        const about = [applicationId]
        if (line && amount === null) {
          await tx.deleteFrom("costLine").where("id", "=", line.id).execute()
          changes.push(removed({ kind: "cost line", id: line.id, version: line.version, about }, costLineSnapshot(line)))
        } else if (line && amount !== null) {
          await tx.updateTable("costLine").set({ amount, version: line.version + 1 }).where("id", "=", line.id).execute()
          changes.push(changed({ kind: "cost line", id: line.id, version: line.version, about }, costLineSnapshot(line), costLineSnapshot({ ...line, amount })))
        } else if (amount !== null) {
          const row = { id: newId(now.getTime()), applicationId, financialYear: year, costKind, amount, version: 1, createdAt: now }
          await tx.insertInto("costLine").values(row).execute()
          changes.push(created({ kind: "cost line", id: row.id, about }, costLineSnapshot(row)))
        }
      }
      return { changes, outcome: { id: applicationId } }
    },
  })
}

/** Keeps an answered questionnaire. Everybody may answer for themselves, today; for somebody else, or another day, whoever may edit the application. */
export function giveFitAnswer(actor: Actor, posted: FitAnswerFields & { operationId?: string }) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["give fit answer", input],
    load: async (tx) => ({ application: (await lockApplications(tx, [input.applicationId]))[0], respondent: await lockElement(tx, input.respondentId, "person") }),
    demands: ({ application }): Demand =>
      input.respondentId === actor.personId ? { permission: "comment" } : { permission: "edit record", ownerIds: application?.ownerIds ?? [] },
    run: async (tx, { loaded: { respondent }, now, today }) => {
      if (respondent.archivedAt) throw new RuleError("That person's record is archived. Choose somebody else.", { field: "respondentId" })
      const row = { ...checkFitAnswer(input, today), id: newId(now.getTime()), version: 1, createdAt: now }
      await tx.insertInto("fitAnswer").values(row).execute()
      return { changes: [created({ kind: "fit answer", id: row.id, about: [row.applicationId, row.respondentId] }, fitAnswerSnapshot(row))], outcome: { id: row.id } }
    },
  })
}

/** Takes an answered questionnaire away: one's own, or any of an application that one may edit. */
export function removeFitAnswer(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["remove fit answer", asked.id],
    load: async (tx) => {
      const answer = await lockFitAnswer(tx, asked.id)
      return { answer, application: (await lockApplications(tx, [answer.applicationId]))[0] }
    },
    demands: ({ answer, application }): Demand =>
      answer.respondentId === actor.personId ? { permission: "comment" } : { permission: "edit record", ownerIds: application?.ownerIds ?? [] },
    run: async (tx, { loaded: { answer, application } }) => {
      await tx.deleteFrom("fitAnswer").where("id", "=", answer.id).execute()
      const change = removed({ kind: "fit answer", id: answer.id, version: answer.version, about: [answer.applicationId, answer.respondentId] }, fitAnswerSnapshot(answer))
      return { changes: [change], outcome: { id: answer.id, number: application?.number ?? 0 } }
    },
  })
}
