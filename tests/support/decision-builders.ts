// Decisions for database tests: a draft, and one that lacks nothing but signatures.

import { database } from "~/core/database.server"
import { createDecision } from "~/features/decisions/decisions.commands.server"
import { criteriaOf, optionsOf } from "~/features/decisions/decisions.queries.server"
import { addOption, leadOption, nameDecider, nameScorer, setCriteria } from "~/features/decisions/parts.commands.server"
import { scoreOptions } from "~/features/decisions/scores.commands.server"
import { putBeforeDeciders } from "~/features/gates/decisions.commands.server"
import { aCompany, aPerson, aUnit, thePreparer, type Made, type SignedInActor } from "./builders"
import { counted } from "./conversation-builders"

let count = 0

/** A company whose warehouse has a front line, with those who prepare decisions and those who sign them. */
export async function aDecidingCompany() {
  await aCompany()
  const warehouse = await aUnit({ name: "Warehouse" })
  await counted(warehouse.id, "frontline", 20)
  return {
    planner: await aPerson({ name: "Paula Planner", roles: ["planner"] }), admin: await aPerson({ roles: ["admin"] }), warehouse,
    executive: await aPerson({ name: "Eva Executive", roles: ["viewer"] }), second: await aPerson({ name: "Sam Second", roles: ["viewer"] }),
  }
}

/** A draft of a decision for one tool. */
export function aDecision(fields: Partial<Parameters<typeof createDecision>[1]> = {}): Promise<Made> {
  return createDecision(thePreparer, { name: `Decision ${(count += 1)}`, ...fields })
}

/** A decision in which all is said and scored; `deciders` are named. */
export async function aCompleteDecision(deciders: readonly SignedInActor[], fields: Partial<Parameters<typeof createDecision>[1]> = {}): Promise<Made> {
  const made = await aDecision({ context: "Four tools do one job.", outcome: "One tool for all.", reasons: "It costs a quarter.", reviewOn: "2099-01-31", ...fields })
  const decisionId = made.id
  await addOption(thePreparer, { decisionId, name: "One for all" })
  await setCriteria(thePreparer, { decisionId, criteria: [{ name: "Does the job", meaning: "", weight: 60 }, { name: "Cost", meaning: "", weight: 40 }] })
  for (const { personId } of deciders) await nameDecider(thePreparer, { decisionId, personId })
  const [scorer] = deciders
  if (!scorer) throw new Error("A complete decision has a decider.")
  await nameScorer(thePreparer, { decisionId, personId: scorer.personId })
  await scoredBy(scorer, decisionId, [1, 4])
  const [, leader] = await optionsOf(database(), decisionId)
  await leadOption(thePreparer, { decisionId, id: leader?.id ?? "" })
  return made
}

/** Scores each option alike by all criteria, in the options' order. */
export async function scoredBy(scorer: SignedInActor, decisionId: string, given: readonly number[]): Promise<void> {
  const options = await optionsOf(database(), decisionId)
  const criteria = await criteriaOf(database(), decisionId)
  const scores = options.flatMap((option, at) => criteria.map((criterion) => ({ optionId: option.id, criterionId: criterion.id, score: given[at] ?? 0 })))
  await scoreOptions(scorer, { decisionId, scores })
}

/** Puts a complete decision before its deciders by a planner's waiver: who was asked is not what the test is about. Returns the checksum of its words. */
export async function waitingForSignatures(id: string): Promise<string> {
  await putBeforeDeciders(thePreparer, { id, waiver: "Nobody had to be asked for this test." })
  return checksumNow(id)
}

/** The checksum of the words that wait for signatures. */
export async function checksumNow(id: string): Promise<string> {
  const { checksum } = await database().selectFrom("decision").select("checksum").where("id", "=", id).executeTakeFirstOrThrow()
  return checksum ?? ""
}
