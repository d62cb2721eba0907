// What may be done to requests for a tool: ask, agree until a day, refuse with a reason, and take back.
import type { RecordChange } from "~/core/change"
import { command, type CommandContext } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { can, type Actor, type Demand } from "~/core/policy"
import { changed, created } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { lockTree } from "~/features/elements/tree.writes.server"
import { beforeOf, netEntries, planUndo, type Undone } from "~/features/elements/undo"
import type { Undo } from "~/features/elements/undo.writes.server"
import { answerDays, checkAgreed, checkDuplicates, requestSnapshot, requireWaiting, workingDaysAfter, type RequestFields } from "./tool-request"
import { lockRequest, onlyJobOf, ownerOfJob, sameRequests, type ToolRequest } from "./tool-requests.queries.server"

export interface Asking {
  operationId?: string
  name: string
  applicationId?: string | null
  functionId?: string | null
  need: string
  /** the duplicate was shown, and is asked all the same */
  seen?: boolean
}

/** Asks for a product; the answer is due in five working days from the job's owner. A duplicate that was not seen is refused, and one's own always. */
export function askForTool(actor: Actor, posted: Asking) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["ask for a tool", input],
    load: async (tx) => {
      // one at a time: two of the same must not both find that nobody asked
      await lockTree(tx, "tool requests", async () => null)
      const application = posted.applicationId ? await lockElement(tx, posted.applicationId, "application") : null
      const job = posted.functionId ? await lockElement(tx, posted.functionId, "function") : null
      return { application, job }
    },
    demands: () => ({ permission: "ask" }),
    run: async (tx, { loaded: { application, job }, now, today }) => {
      if (actor.personId === null) throw new RuleError("A request needs somebody who asks: sign in as a person.")
      const applicationId = application?.id ?? null
      const company = await tx.selectFrom("company").select("timeZone").executeTakeFirst()
      checkDuplicates(await sameRequests(tx, { name: posted.name, applicationId, personId: actor.personId }, company?.timeZone ?? "UTC"), posted.seen === true)
      const functionId = job?.id ?? (applicationId === null ? null : await onlyJobOf(tx, applicationId))
      const person = await tx.selectFrom("person").select("unitId").where("id", "=", actor.personId).executeTakeFirst()
      const fields: RequestFields = {
        name: application?.name ?? posted.name.trim(), applicationId, functionId, unitId: person?.unitId ?? null, need: posted.need.trim(), state: "asked",
        dueOn: workingDaysAfter(today, answerDays), routedTo: await ownerOfJob(tx, { functionId, applicationId }), agreedUntil: null, reason: "",
      }
      const id = newId(now.getTime())
      await tx.insertInto("toolRequest").values({ id, ...fields, askedBy: actor.personId, exceptionId: null, answeredBy: null, answeredAt: null, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "tool request", id, about: aboutOf({ ...fields, askedBy: actor.personId }) }, requestSnapshot(fields))], outcome: { id } }
    },
  })
}

/** Agrees to a request until a day, at most twelve months ahead; the job's owner or a planner may. */
export function agreeToRequest(actor: Actor, posted: { id: string; untilOn: string; reason: string; operationId?: string }) {
  return answer(actor, posted, (today) => {
    checkAgreed(posted.untilOn, today)
    return { state: "agreed", agreedUntil: posted.untilOn, reason: posted.reason.trim() }
  })
}

/** Refuses a request with a reason; the job's owner or a planner may. */
export function refuseRequest(actor: Actor, posted: { id: string; reason: string; operationId?: string }) {
  return answer(actor, posted, () => {
    if (posted.reason.trim() === "") throw new RuleError("Say why: whoever asked will read this.", { field: "reason" })
    return { state: "refused", agreedUntil: null, reason: posted.reason.trim() }
  })
}

/** Takes a request back while it waits: who asked, or a planner. */
export function withdrawRequest(actor: Actor, asked: { id: string; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["withdraw request", asked.id], evenArchived: true,
    load: (tx) => lockRequest(tx, asked.id),
    demands: () => ({ permission: "ask" }),
    run: async (tx, { loaded: request }) => {
      requireWaiting(request)
      if (request.askedBy !== actor.personId && !can(actor, "edit chain")) throw new ForbiddenError("Only who asked, or a planner, may take a request back.")
      return { changes: await write(tx, request, { state: "withdrawn" }), outcome: { id: asked.id } }
    },
  })
}

type Answering = Pick<RequestFields, "state" | "agreedUntil" | "reason">

function answer(actor: Actor, posted: { id: string; operationId?: string }, judge: (today: string) => Answering) {
  const { operationId, ...input } = posted
  return command({
    actor, operationId, input: ["answer request", input], evenArchived: true,
    load: async (tx) => {
      const request = await lockRequest(tx, posted.id)
      return { request, owner: await ownerOfJob(tx, request) }
    },
    demands: ({ request, owner }) => mayAnswer(request.routedTo, owner),
    run: async (tx, { loaded: { request }, now, today }: CommandContext<{ request: ToolRequest; owner: string | null }>) => {
      requireWaiting(request)
      const changes = await write(tx, request, judge(today), { answeredAt: now, answeredBy: actor.personId })
      return { changes, outcome: { id: posted.id } }
    },
  })
}

/** What answering demands: whom it went to, or who owns the job now. */
export function mayAnswer(routedTo: string | null, owner: string | null): Demand {
  return { permission: "edit record", ownerIds: [routedTo, owner].filter((id): id is string => id !== null) }
}

async function write(tx: Tx, request: ToolRequest, after: Partial<RequestFields>, by: { answeredAt: Date | null; answeredBy: string | null } = { answeredAt: null, answeredBy: null }): Promise<RecordChange[]> {
  const fields: RequestFields = { ...request, ...after }
  const { state, agreedUntil, reason } = fields
  await tx.updateTable("toolRequest").set({ state, agreedUntil, reason, ...by, version: request.version + 1 }).where("id", "=", request.id).execute()
  return [changed({ kind: "tool request", id: request.id, version: request.version, about: aboutOf(request) }, requestSnapshot(request), requestSnapshot(fields))]
}

function aboutOf({ applicationId, functionId, askedBy }: Pick<ToolRequest, "applicationId" | "functionId" | "askedBy">): string[] {
  return [applicationId, functionId, askedBy].filter((id): id is string => id !== null)
}

/** Undoes what an operation did to requests: a new one is taken back, an answered one waits again; those changed since are left. */
export function restoreRequests(actor: Actor, asked: Undo) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo requests", entries.map(({ recordId, version }) => [recordId, version])], evenArchived: true,
    load: async (tx) => {
      const requests: { request: ToolRequest; owner: string | null }[] = []
      for (const { recordId } of entries) {
        const request = await lockRequest(tx, recordId)
        requests.push({ request, owner: await ownerOfJob(tx, request) })
      }
      return requests
    },
    demands: (requests) => requests.map(({ request, owner }) => (request.askedBy === actor.personId && request.answeredBy === null ? { permission: "ask" as const } : mayAnswer(request.routedTo, owner))),
    run: async (tx, { loaded: requests }) => {
      const { todo, left } = planUndo(entries, requests.map(({ request }) => request))
      const changes: RecordChange[] = []
      for (const { entry, record } of todo) {
        const after = entry.action === "created" ? { state: "withdrawn" as const, agreedUntil: null } : (beforeOf(entry) as unknown as Partial<RequestFields>)
        changes.push(...(await write(tx, record, after)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}
