// Enters the decisions: prepared, scored apart, put before their deciders and signed.
import {
  addDecisionOption, addTie, createDecision, database, leadOption, nameDecider, nameScorer, noSaving, putBeforeDeciders, recordRealised, scoreOptions, setCriteria, signDecision,
  updateDecision, updateDecisionOption,
} from "../door"
import { decisions, type DecisionSample } from "./decisions"
import type { Diary } from "./diary"

const planner = "A. Kim"

/** Notes every decision from its first line to its signatures. */
export function enterDecisions(diary: Diary): void {
  for (const row of decisions) {
    prepare(diary, row)
    for (const [name, on, given] of row.scores) score(diary, row, { name, on, given })
    sign(diary, row)
  }
}

function prepare(diary: Diary, row: DecisionSample): void {
  const { clock, idOf } = diary
  const id = () => idOf(row.code)
  const step: typeof diary.on = (_day, by, write) => diary.on(row.made, by, write)
  step(row.made, planner, (actor) => diary.make(row.code, () => createDecision(actor, { name: row.name, topic: row.topic, context: row.context, ownerId: idOf(row.owner) })))
  for (const [relation, to] of row.ties) step(row.made, planner, (actor) => addTie(actor, { decisionId: id(), relation, toId: idOf(to) }))
  for (const [name, summary] of row.options) step(row.made, planner, (actor) => addDecisionOption(actor, { decisionId: id(), name, summary }))
  if (row.criteria.length > 0) step(row.made, planner, (actor) => setCriteria(actor, { decisionId: id(), criteria: row.criteria.map(([name, meaning, weight]) => ({ name, meaning, weight })) }))
  for (const name of [...row.scores.map(([scorer]) => scorer), ...(row.toScore ?? [])]) step(row.made, planner, (actor) => nameScorer(actor, { decisionId: id(), personId: idOf(name) }))
  for (const name of row.deciders) step(row.made, planner, (actor) => nameDecider(actor, { decisionId: id(), personId: idOf(name) }))
  step(row.made, planner, async (actor) => {
    const option = (await optionsOf(id()))[row.leads]
    if (!option) throw new Error(`${row.code} has no option at ${row.leads}.`)
    await leadOption(actor, { decisionId: id(), id: option.id })
    const { saving } = row
    if (saving) await updateDecisionOption(actor, { decisionId: id(), id: option.id, version: option.version + 1, name: option.name, summary: option.summary, saving: { ...noSaving, ...saving, ...(saving.contractEndsOn ? { contractEndsOn: clock.day(String(saving.contractEndsOn)) } : {}) } })
  })
  step(row.made, planner, async (actor) =>
    updateDecision(actor, { id: id(), version: await diary.versionOf(row.code), outcome: row.outcome, reasons: row.reasons, constraints: row.constraints, reviewOn: clock.day(row.review), revisitWhen: row.revisit }))
}

function score(diary: Diary, row: DecisionSample, { name, on, given }: { name: string; on: string; given: readonly (readonly number[])[] }): void {
  diary.on(on, name, async (actor) => {
    const decisionId = diary.idOf(row.code)
    const [options, criteria] = [await optionsOf(decisionId), await criteriaOf(decisionId)]
    await scoreOptions(actor, { decisionId, scores: options.flatMap((option, at) => criteria.map((criterion, column) => ({ optionId: option.id, criterionId: criterion.id, score: given[at]?.[column] ?? 0 }))) })
  })
}

function sign(diary: Diary, row: DecisionSample): void {
  const { clock, idOf } = diary
  const { ready, realised } = row
  if (ready) diary.on(ready.on, planner, (actor) => putBeforeDeciders(actor, { id: idOf(row.code), waiver: ready.waiver }))
  for (const [name, on, dissent] of row.signed ?? [])
    diary.on(on, name, async (actor) => signDecision(actor, { id: idOf(row.code), checksum: await checksumToSign(idOf(row.code)), dissent }))
  if (realised) diary.on(realised.on, row.owner, (actor) => recordRealised(actor, { decisionId: idOf(row.code), fromOn: clock.day(realised.from), untilOn: clock.day(realised.until), amount: realised.amount, evidence: realised.evidence }))
}

function optionsOf(decisionId: string) {
  return database().selectFrom("decisionOption").select(["id", "name", "summary", "version"]).where("decisionId", "=", decisionId).orderBy("position").execute()
}

function criteriaOf(decisionId: string) {
  return database().selectFrom("decisionCriterion").select("id").where("decisionId", "=", decisionId).orderBy("position").execute()
}

async function checksumToSign(id: string): Promise<string> {
  const { checksum } = await database().selectFrom("decision").select("checksum").where("id", "=", id).executeTakeFirstOrThrow()
  if (checksum === null) throw new Error("Nothing waits for signatures yet.")
  return checksum
}
