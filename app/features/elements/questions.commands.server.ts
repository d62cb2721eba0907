// Asking about records, answering and withdrawing.
import { sql } from "kysely"
import { command } from "~/core/command.server"
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { ForbiddenError, NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { can, type Actor } from "~/core/policy"
import { addDays } from "~/core/calendar"
import { changed, created } from "./element.writes.server"
import { lockElement } from "./elements.queries.server"
import { questionDays, questionSnapshot, requireOpen } from "./question"

/** Asks the owner of each record (the planners where there is none), or a named person, due in eight days unless said. */
export function askQuestion(actor: Actor, posted: { elementIds: readonly string[]; body: string; askedOf?: string | null; dueOn?: string | null; operationId?: string }) {
  const elementIds = [...new Set(posted.elementIds)].sort()
  return command({
    actor, operationId: posted.operationId, input: ["ask", elementIds, posted.body, posted.askedOf ?? null, posted.dueOn ?? null],
    load: async (tx) => {
      const elements = []
      for (const id of elementIds) elements.push(await lockElement(tx, id))
      const person = posted.askedOf ? await lockElement(tx, posted.askedOf, "person") : null
      return { elements, person, owners: await ownersOf(tx, elementIds) }
    },
    demands: () => ({ permission: "ask" }),
    run: async (tx, { loaded: { elements, person, owners }, now, today }) => {
      if (!actor.personId) throw new RuleError("A question needs somebody who asks: sign in as a person.")
      const dueOn = posted.dueOn ?? addDays(today, questionDays)
      if (dueOn < today) throw new RuleError("The answer cannot be due in the past.", { field: "dueOn" })
      const changes: RecordChange[] = []
      for (const element of elements) {
        const { rows } = await sql<{ number: string }>`select nextval('number_question') as number`.execute(tx)
        const row = {
          id: newId(now.getTime()), number: Number(rows[0]?.number), elementId: element.id, askedBy: actor.personId,
          askedOf: person?.id ?? owners.get(element.id) ?? null, body: posted.body, dueOn, state: "open" as const,
          answer: "", answeredBy: null, version: 1, createdAt: now, closedAt: null,
        }
        await tx.insertInto("question").values(row).execute()
        changes.push(created({ kind: "question", id: row.id, about: [element.id] }, questionSnapshot(row)))
      }
      return { changes, outcome: { count: changes.length, id: changes[0]?.id ?? null } }
    },
  })
}

/** Answers an open question: whom it was asked of, or a planner. */
export function answerQuestion(actor: Actor, posted: { id: string; answer: string; operationId?: string }) {
  return close(actor, posted.id, posted.operationId, { state: "answered", answer: posted.answer })
}

/** Withdraws an open question: who asked it, or a planner. */
export function withdrawQuestion(actor: Actor, asked: { id: string; operationId?: string }) {
  return close(actor, asked.id, asked.operationId, { state: "withdrawn", answer: "" })
}

function close(actor: Actor, id: string, operationId: string | undefined, end: { state: "answered" | "withdrawn"; answer: string }) {
  return command({
    actor, operationId, input: [end.state, id, end.answer], evenArchived: true,
    load: async (tx) => {
      const row = await tx.selectFrom("question").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
      if (!row) throw new NotFoundError("This question")
      return row
    },
    demands: () => ({ permission: "ask" }),
    run: async (tx, { loaded: row, now }) => {
      requireOpen(row)
      const concerned = end.state === "answered" ? row.askedOf : row.askedBy
      if (concerned !== actor.personId && !can(actor, "edit chain"))
        throw new ForbiddenError(end.state === "answered" ? "Only whom it was asked of, or a planner, may answer." : "Only who asked, or a planner, may withdraw a question.")
      const answeredBy = end.state === "answered" ? actor.personId : null
      if (end.state === "answered" && !answeredBy) throw new RuleError("An answer needs somebody who gives it: sign in as a person.")
      const after = { ...row, ...end }
      await tx.updateTable("question").set({ ...end, answeredBy, closedAt: now, version: row.version + 1 }).where("id", "=", id).execute()
      return { changes: [changed({ kind: "question", id, version: row.version, about: [row.elementId] }, questionSnapshot(row), questionSnapshot(after))], outcome: { id } }
    },
  })
}

async function ownersOf(tx: Tx, elementIds: readonly string[]): Promise<Map<string, string>> {
  if (elementIds.length === 0) return new Map()
  const rows = await tx.selectFrom("responsibility").select(["elementId", "personId"]).where("elementId", "in", elementIds).where("role", "=", "accountable").execute()
  return new Map(rows.map((row) => [row.elementId, row.personId]))
}
