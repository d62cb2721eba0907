// The one place that changes the state of decisions: put before their deciders, signed, taken back, rejected, withdrawn.
import { command } from "~/core/command.server"
import type { RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { ForbiddenError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import { can, type Actor } from "~/core/policy"
import { coverageSentence } from "~/features/consultations/coverage"
import { lackingToBeReady, requireStep, stateWords, type DecisionState } from "~/features/decisions/decision"
import { checksumOf, lockDecision, lockDecisions, partsOf, signedOf, type Decision } from "~/features/decisions/decisions.queries.server"
import { askedThenIn, checkSignature, signedText, type AskedThen } from "~/features/decisions/signing"
import { standardsOf } from "~/features/decisions/standard"
import { writeStandards } from "~/features/decisions/standards.writes.server"
import { codeOf } from "~/features/elements/element"
import { changed, writeElement } from "~/features/elements/element.writes.server"
import { gateCheck } from "./gate"
import { gatesOf, type JudgedGate } from "./gates.queries.server"

type Step = { id: string; operationId?: string }

/**
 * Freezes the words and waits for the signatures of those named. Refused with everything that is missing, and below the gate with who was
 * not heard, unless a planner says why it cannot wait; that is kept as a waiver. What was brought in from a file was decided elsewhere.
 */
export function putBeforeDeciders(actor: Actor, posted: Step & { waiver?: string }) {
  const { id } = posted
  const waiver = posted.waiver?.trim() ?? ""
  return command({
    actor, operationId: posted.operationId, input: ["put before deciders", id, waiver],
    load: (tx) => lockDecision(tx, id),
    demands: () => [{ permission: "name deciders" as const }, ...(waiver === "" ? [] : [{ permission: "waive gate" as const }])],
    run: async (tx, { loaded: decision, now, today }) => {
      requireStep(decision.state, "ready")
      const parts = await partsOf(tx, id)
      const [first, ...more] = lackingToBeReady({ ...decision, ...parts, scorers: parts.scorers.length, finished: parts.scorers.filter(({ finished }) => finished).length, deciders: parts.deciders.length }, today)
      if (first) throw new RuleError([first, ...more].map(({ sentence }) => sentence).join(" "), { field: first.field })
      const gate = await gateOfDecision(tx, decision, now)
      refuseBelowGate(decision, gate, waiver !== "")
      const waived = gate !== null && !gate.open
      if (waived) await tx.insertInto("gateWaiver").values({ id: newId(now.getTime()), subjectId: id, reason: waiver, lacking: gate.lacking, waivedBy: actor.personId, createdAt: now }).execute()
      const content = signedText(await signedOf(tx, decision, parts), askedThen(gate, waived ? waiver : ""))
      const frozen = { content, checksum: await checksumOf(tx, content), readyAt: now }
      const change = await moveTo(tx, decision, "ready", frozen, now, { checksum: frozen.checksum, ...(waived ? { waiver } : {}) })
      return { changes: [change], outcome: { id } }
    },
  })
}

/** Takes it back to work, so that it can change; the signatures fall, since they were under other words. */
export function takeBack(actor: Actor, posted: Step) {
  const { id } = posted
  return command({
    actor, operationId: posted.operationId, input: ["take back decision", id],
    load: (tx) => lockDecision(tx, id),
    demands: () => ({ permission: "name deciders" }),
    run: async (tx, { loaded: decision, now }) => {
      if (decision.state !== "ready") throw new RuleError(`It does not wait for signatures: ${stateWords[decision.state].toLowerCase()}.`)
      const asked = await tx.selectFrom("consultationSubject as s").innerJoin("consultation as c", "c.id", "s.consultationId").select("c.id").where("s.subjectId", "=", id).where("c.state", "in", ["open", "closed"]).limit(1).executeTakeFirst()
      const to = asked ? "in consultation" : "draft"
      await tx.updateTable("decisionDecider").set({ signedAt: null, signedChecksum: null, dissent: "" }).where("decisionId", "=", id).execute()
      return { changes: [await moveTo(tx, decision, to, { content: null, checksum: null, readyAt: null }, now, { checksum: null })], outcome: { id } }
    },
  })
}

/**
 * Signs the frozen words as a named decider, whatever one's role, with what one sees otherwise. `checksum` is of the words that were read;
 * others by now are refused. The last signature decides: the gate is judged again, the standards follow, and what it replaces is superseded.
 */
export function signDecision(actor: Actor, posted: Step & { checksum: string; dissent?: string }) {
  const { id, checksum } = posted
  const dissent = posted.dissent?.trim() ?? ""
  return command({
    actor, operationId: posted.operationId, input: ["sign decision", id, checksum, dissent],
    load: async (tx) => {
      const { supersedesId } = await tx.selectFrom("decision").select("supersedesId").where("id", "=", id).executeTakeFirstOrThrow()
      const locked = await lockDecisions(tx, supersedesId === null ? [id] : [id, supersedesId])
      return { decision: locked.find((one) => one.id === id) ?? (await lockDecision(tx, id)), before: locked.find((one) => one.id === supersedesId) ?? null }
    },
    demands: () => ({ permission: "comment" }),
    run: async (tx, { loaded: { decision, before }, now, today }) => {
      const parts = await partsOf(tx, id)
      const { last } = checkSignature(actor.personId, decision.state, parts.deciders)
      if (decision.checksum !== checksum) throw new RuleError("The words changed since you opened this page. Read them again, then sign.")
      await tx.updateTable("decisionDecider").set({ signedAt: now, signedChecksum: checksum, dissent }).where("decisionId", "=", id).where("personId", "=", actor.personId).execute()
      const signature = { signedBy: actor.personId, checksum, ...(dissent === "" ? {} : { dissent }) }
      if (!last) {
        await writeElement(tx, decision, decision, now)
        return { changes: [changed(decision, { signedBy: null, checksum: null, ...(dissent === "" ? {} : { dissent: null }) }, signature)], outcome: { id, decided: false as boolean } }
      }
      refuseBelowGate(decision, await gateOfDecision(tx, decision, now), (askedThenIn(decision.content ?? "{}")?.waiver ?? "") !== "")
      const changes = [await moveTo(tx, decision, "approved", { signedAt: now }, now, signature)]
      if (before) changes.push(await supersede(tx, before, decision, now))
      changes.push(...(await writeStandards(tx, standardsOf({ ...decision, ties: parts.ties.map(({ relation, to }) => ({ relation, id: to.id })) }, today), today, now)))
      return { changes, outcome: { id, decided: true } }
    },
  })
}

/** Says no instead of signing, with a reason: a named decider, or a planner for them. */
export function rejectDecision(actor: Actor, posted: Step & { reason: string }) {
  return end(actor, posted, "rejected", async (tx, decision) => {
    const named = await tx.selectFrom("decisionDecider").select("personId").where("decisionId", "=", decision.id).execute()
    if (can(actor, "name deciders") || named.some(({ personId }) => personId === actor.personId)) return
    throw new ForbiddenError("Only the people named as deciders, or a planner, reject it.")
  })
}

/** Gives up before anything is decided, with a reason: its owner, a planner or an administrator. */
export function withdrawDecision(actor: Actor, posted: Step & { reason: string }) {
  return end(actor, posted, "withdrawn", () => Promise.resolve())
}

function end(actor: Actor, posted: Step & { reason: string }, to: "rejected" | "withdrawn", allowed: (tx: Tx, decision: Decision) => Promise<void>) {
  const { id } = posted
  const endedWhy = posted.reason.trim()
  return command({
    actor, operationId: posted.operationId, input: [to, id, endedWhy],
    load: (tx) => lockDecision(tx, id),
    demands: ({ ownerIds }) => (to === "withdrawn" ? { permission: "edit record" as const, ownerIds } : { permission: "comment" as const }),
    run: async (tx, { loaded: decision, now }) => {
      await allowed(tx, decision)
      requireStep(decision.state, to)
      if (endedWhy === "") throw new RuleError("Say why: whoever worked on it will read this.", { field: "reason" })
      return { changes: [await moveTo(tx, decision, to, { endedWhy }, now, { endedWhy })], outcome: { id } }
    },
  })
}

async function supersede(tx: Tx, before: Decision, by: Decision, now: Date): Promise<RecordChange> {
  if (before.state !== "approved") throw new RuleError(`${before.name} was replaced by another decision meanwhile. Take this one back to work and begin anew.`)
  return moveTo(tx, before, "superseded", { supersededById: by.id }, now, { supersededById: by.id }, [before.id, by.id])
}

async function moveTo(tx: Tx, decision: Decision, to: DecisionState, columns: Partial<Pick<Decision, "content" | "checksum" | "readyAt" | "signedAt" | "endedWhy" | "supersededById">>, now: Date, told: Snapshot, about: readonly string[] = [decision.id]): Promise<RecordChange> {
  await tx.updateTable("decision").set({ ...columns, state: to }).where("id", "=", decision.id).execute()
  await writeElement(tx, decision, decision, now)
  const before = Object.fromEntries(Object.keys(told).map((field) => [field, field === "checksum" && to !== "approved" ? decision.checksum : null]))
  return changed({ ...decision, about }, { state: decision.state, ...before }, { state: to, ...told })
}

/** Null for what passes no gate: a version of the strategy, and what was decided elsewhere. */
async function gateOfDecision(tx: Tx, decision: Decision, now: Date): Promise<JudgedGate | null> {
  if (decision.topic === "strategy version" || decision.importedFrom !== null) return null
  return (await gatesOf(tx, [decision.id], now)).get(decision.id) ?? null
}

function refuseBelowGate(decision: Decision, gate: JudgedGate | null, waived: boolean): void {
  if (gate === null) return
  const { passed, sentence } = gateCheck({ name: decision.name, code: codeOf("decision", decision.number) }, gate, gate.conversations.map(({ code }) => code), waived)
  if (!passed) throw new RuleError(sentence, { field: "waiver" })
}

function askedThen(gate: JudgedGate | null, waiver: string): AskedThen {
  if (gate === null) return { heard: "", lacking: "", waiver, points: "" }
  const { coverage, points, nobody } = gate.asked
  return { heard: nobody ? `Nobody is affected: ${nobody.reason}` : coverageSentence(coverage), lacking: gate.lacking, waiver, points: `${points.answered} of ${points.all}` }
}
