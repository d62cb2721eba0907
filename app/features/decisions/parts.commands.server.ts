// What may be done with the parts of an open decision: its options and what they save, its criteria, what it is about, who scores and who decides.
import type { RecordChange } from "~/core/change"
import { command, type CommandContext } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor, Permission } from "~/core/policy"
import { changed, created, removed } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { mayTie, requireOpen, type DecisionRelation } from "./decision"
import { criteriaOf, isScored, lockDecision, optionsOf, type Decision } from "./decisions.queries.server"
import { requireOnePerson, writeOption } from "./parts.writes.server"
import { criterionSnapshot, namedSnapshot, optionSnapshot, tieSnapshot, type DecisionOption } from "./parts"
import { checkSaving, noSaving, type SavingInputs } from "./saving"
import { checkNaming } from "./signing"
import { checkCriteria, type CriterionFields } from "./weighing"

type Sent = { decisionId: string; operationId?: string }

/** Adds an option, as long as nobody has scored. */
export function addOption(actor: Actor, posted: Sent & { name: string; summary?: string }) {
  const { decisionId, name, summary = "" } = posted
  return onOpen(actor, posted, ["add option", decisionId, name, summary], async (tx, { now }) => {
    await unscored(tx, decisionId)
    const { last } = await tx.selectFrom("decisionOption").select((eb) => eb.fn.max("position").as("last")).where("decisionId", "=", decisionId).executeTakeFirstOrThrow()
    const option = { id: newId(now.getTime()), name: name.trim(), summary, isNothing: false, isLeading: false }
    await tx.insertInto("decisionOption").values({ ...option, decisionId, position: (last ?? 0) + 1, ...noSaving, version: 1, createdAt: now }).execute()
    return [created({ kind: "decision option", id: option.id, about: [decisionId] }, optionSnapshot({ ...option, decisionId, saving: noSaving }))]
  })
}

/** Changes the words of an option and what it saves; doing nothing keeps its name. */
export function updateOption(actor: Actor, posted: Sent & { id: string; version: number; name?: string; summary: string; saving: SavingInputs }) {
  const { decisionId, id, version, name, summary, saving } = posted
  return onOpen(actor, posted, ["update option", decisionId, id, version, name ?? null, summary, saving], async (tx) => {
    const option = await optionIn(tx, decisionId, id)
    if (option.version !== version) throw new RuleError("Somebody changed this option meanwhile. Look at it again, then change it.")
    return writeOption(tx, decisionId, option, { ...option, name: option.isNothing ? option.name : (name ?? option.name).trim(), summary, saving: checkSaving(saving) })
  })
}

/** Takes an option off, as long as nobody has scored; doing nothing stays. */
export function removeOption(actor: Actor, posted: Sent & { id: string }) {
  const { decisionId, id } = posted
  return onOpen(actor, posted, ["remove option", decisionId, id], async (tx) => {
    const option = await optionIn(tx, decisionId, id)
    if (option.isNothing) throw new RuleError("Doing nothing is always among the options.")
    await unscored(tx, decisionId)
    await tx.deleteFrom("decisionOption").where("id", "=", id).execute()
    return [removed({ kind: "decision option", id, version: option.version, about: [decisionId] }, optionSnapshot({ ...option, decisionId }))]
  })
}

/** Says which option leads: the one that is chosen when it is signed. */
export function leadOption(actor: Actor, posted: Sent & { id: string }) {
  const { decisionId, id } = posted
  return onOpen(actor, posted, ["lead option", decisionId, id], async (tx) => {
    const options = await optionsOf(tx, decisionId)
    const leader = options.find((one) => one.id === id)
    if (!leader) throw new NotFoundError("This option")
    const before = options.find(({ isLeading }) => isLeading)
    if (before?.id === id) return []
    return [...(before ? await writeOption(tx, decisionId, before, { ...before, isLeading: false }) : []), ...(await writeOption(tx, decisionId, leader, { ...leader, isLeading: true }))]
  })
}

/** Sets all criteria at once, so that their weights sum to 100; locked once somebody has scored. */
export function setCriteria(actor: Actor, posted: Sent & { criteria: readonly CriterionFields[] }) {
  const { decisionId } = posted
  return onOpen(actor, posted, ["set criteria", decisionId, posted.criteria], async (tx, { now }) => {
    const wanted = checkCriteria(posted.criteria, await isScored(tx, decisionId))
    const before = await criteriaOf(tx, decisionId)
    const changes: RecordChange[] = []
    const about = [decisionId]
    for (const [at, one] of before.entries()) {
      if (wanted.some(({ name }) => name === one.name)) continue
      await tx.deleteFrom("decisionCriterion").where("id", "=", one.id).execute()
      changes.push(removed({ kind: "decision criterion", id: one.id, version: one.version, about }, criterionSnapshot({ ...one, decisionId, position: at })))
    }
    for (const [position, fields] of wanted.entries()) {
      const at = before.findIndex(({ name }) => name === fields.name)
      const known = before[at]
      const after = criterionSnapshot({ ...fields, decisionId, position })
      if (!known) {
        const id = newId(now.getTime())
        await tx.insertInto("decisionCriterion").values({ id, decisionId, position, ...fields, version: 1, createdAt: now }).execute()
        changes.push(created({ kind: "decision criterion", id, about }, after))
        continue
      }
      if (known.meaning === fields.meaning && known.weight === fields.weight && at === position) continue
      await tx.updateTable("decisionCriterion").set({ ...fields, position, version: known.version + 1 }).where("id", "=", known.id).execute()
      changes.push(changed({ kind: "decision criterion", id: known.id, version: known.version, about }, criterionSnapshot({ ...known, decisionId, position: at }), after))
    }
    return changes
  })
}

/** Says what it decides for, chooses, allows, switches off or affects; each record once. */
export function addTie(actor: Actor, posted: Sent & { relation: DecisionRelation; toId: string }) {
  const { decisionId, relation, toId } = posted
  return onOpen(actor, posted, ["add tie", decisionId, relation, toId], async (tx, { now }) => {
    const to = await lockElement(tx, toId)
    if ((to.kind !== "function" && to.kind !== "application" && to.kind !== "unit") || !mayTie(relation, to.kind)) throw new RuleError("A decision and this record cannot be joined in this way.", { field: "toId" })
    if (to.archivedAt) throw new RuleError(`${to.name} is archived. Restore it first.`, { field: "toId" })
    await tx.insertInto("decisionTie").values({ decisionId, relation, toId, toKind: to.kind, createdAt: now }).execute()
    return [created({ kind: "decision tie", id: toId, about: [decisionId, toId] }, tieSnapshot({ decisionId, relation, toId, toKind: to.kind }))]
  })
}

/** Takes a record off what the decision is about. */
export function removeTie(actor: Actor, posted: Sent & { toId: string }) {
  const { decisionId, toId } = posted
  return onOpen(actor, posted, ["remove tie", decisionId, toId], async (tx) => {
    const tie = await tx.deleteFrom("decisionTie").where("decisionId", "=", decisionId).where("toId", "=", toId).returning(["relation", "toKind"]).executeTakeFirst()
    if (!tie) throw new NotFoundError("This record")
    return [removed({ kind: "decision tie", id: toId, about: [decisionId, toId] }, tieSnapshot({ decisionId, toId, ...tie }))]
  })
}

/** Asks somebody to score the options. */
export function nameScorer(actor: Actor, posted: Sent & { personId: string }) {
  const { decisionId, personId } = posted
  return onOpen(actor, posted, ["name scorer", decisionId, personId], async (tx, { now }) => {
    await requireOnePerson(tx, personId)
    checkNaming(personId, await tx.selectFrom("decisionScorer").select("personId").where("decisionId", "=", decisionId).execute())
    await tx.insertInto("decisionScorer").values({ decisionId, personId, createdAt: now }).execute()
    return [created({ kind: "decision scorer", id: personId, about: [decisionId, personId] }, namedSnapshot({ decisionId, personId }))]
  })
}

/** Takes a scorer off who has not scored. */
export function removeScorer(actor: Actor, posted: Sent & { personId: string }) {
  const { decisionId, personId } = posted
  return onOpen(actor, posted, ["remove scorer", decisionId, personId], async (tx) => {
    const scored = await tx.selectFrom("decisionScore").select("optionId").where("decisionId", "=", decisionId).where("scorerId", "=", personId).limit(1).executeTakeFirst()
    if (scored) throw new RuleError("They have scored. Their scores stay, or scoring starts again for all.")
    const gone = await tx.deleteFrom("decisionScorer").where("decisionId", "=", decisionId).where("personId", "=", personId).returning("personId").executeTakeFirst()
    if (!gone) throw new NotFoundError("This scorer")
    return [removed({ kind: "decision scorer", id: personId, about: [decisionId, personId] }, namedSnapshot({ decisionId, personId }))]
  })
}

/** Names who decides; their own role does not matter. */
export function nameDecider(actor: Actor, posted: Sent & { personId: string }) {
  const { decisionId, personId } = posted
  return onOpen(actor, posted, ["name decider", decisionId, personId], async (tx, { now }) => {
    await requireOnePerson(tx, personId)
    checkNaming(personId, await tx.selectFrom("decisionDecider").select("personId").where("decisionId", "=", decisionId).execute())
    await tx.insertInto("decisionDecider").values({ decisionId, personId, namedBy: actor.personId, dissent: "", createdAt: now }).execute()
    return [created({ kind: "decision decider", id: personId, about: [decisionId, personId] }, namedSnapshot({ decisionId, personId }))]
  }, "name deciders")
}

/** Takes a decider off. */
export function removeDecider(actor: Actor, posted: Sent & { personId: string }) {
  const { decisionId, personId } = posted
  return onOpen(actor, posted, ["remove decider", decisionId, personId], async (tx) => {
    const gone = await tx.deleteFrom("decisionDecider").where("decisionId", "=", decisionId).where("personId", "=", personId).returning("personId").executeTakeFirst()
    if (!gone) throw new NotFoundError("This decider")
    return [removed({ kind: "decision decider", id: personId, about: [decisionId, personId] }, namedSnapshot({ decisionId, personId }))]
  }, "name deciders")
}

/** Changes a part of a decision that is still open, for who may edit it, or for who holds the permission named. */
function onOpen(actor: Actor, { decisionId, operationId }: Sent, input: unknown, run: (tx: Tx, context: CommandContext<Decision>) => Promise<RecordChange[]>, permission: Permission = "edit record") {
  return command({
    actor, operationId, input,
    load: (tx) => lockDecision(tx, decisionId),
    demands: ({ ownerIds }) => ({ permission, ownerIds }),
    run: async (tx, context) => {
      requireOpen(context.loaded.state)
      return { changes: await run(tx, context), outcome: { id: decisionId } }
    },
  })
}

async function optionIn(tx: Tx, decisionId: string, id: string): Promise<DecisionOption> {
  const option = (await optionsOf(tx, decisionId)).find((one) => one.id === id)
  if (!option) throw new NotFoundError("This option")
  return option
}

async function unscored(tx: Tx, decisionId: string): Promise<void> {
  if (await isScored(tx, decisionId)) throw new RuleError("Somebody has scored already, so the options stay. Start scoring again to change them.", { field: "name" })
}
