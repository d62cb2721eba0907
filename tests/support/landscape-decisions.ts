// The decisions of the landscape: one that is open, with words in every field, and a signed one.

import { database } from "~/core/database.server"
import { createDecision } from "~/features/decisions/decisions.commands.server"
import { optionsOf } from "~/features/decisions/decisions.queries.server"
import { addOption, addTie, leadOption, nameDecider, nameScorer, setCriteria } from "~/features/decisions/parts.commands.server"
import { recordRealised } from "~/features/decisions/realised.commands.server"
import { restartScoring } from "~/features/decisions/scores.commands.server"
import { putBeforeDeciders, signDecision } from "~/features/gates/decisions.commands.server"
import { thePreparer, type Made, type SignedInActor } from "./builders"
import { checksumNow, scoredBy } from "./decision-builders"

interface Around {
  admin: SignedInActor
  unitId: string
  applicationId: string
  functionId: string
  words: (field: string) => string
}

/** Makes both; returns the open one and its second option. */
export async function decisionOf(around: Around): Promise<{ decision: Made; optionId: string }> {
  const signed = await whole(around, "signed decision")
  await putBeforeDeciders(thePreparer, { id: signed.decision.id, waiver: around.words("signed decision.waiver") })
  await signDecision(around.admin, { id: signed.decision.id, checksum: await checksumNow(signed.decision.id), dissent: around.words("signed decision.dissent") })
  await recordRealised(thePreparer, { decisionId: signed.decision.id, fromOn: "2026-01-01", untilOn: "2026-03-31", amount: "300.00", evidence: around.words("signed decision.evidence") })
  return whole(around, "decision")
}

async function whole({ admin, unitId, applicationId, functionId, words }: Around, of: string): Promise<{ decision: Made; optionId: string }> {
  const text = (field: string) => words(`${of}.${field}`)
  const decision = await createDecision(thePreparer, {
    name: text("name"), summary: text("summary"), context: text("context"), outcome: text("outcome"), reasons: text("reasons"), constraints: text("constraints"), revisitWhen: text("revisitWhen"), reviewOn: "2099-01-31", ownerId: admin.personId,
  })
  const decisionId = decision.id
  await addOption(thePreparer, { decisionId, name: text("option.name"), summary: text("option.summary") })
  for (const [relation, toId] of [["governs", functionId], ["adopts", applicationId], ["affects", unitId]] as const) await addTie(thePreparer, { decisionId, relation, toId })
  await setCriteria(thePreparer, { decisionId, criteria: [{ name: text("criterion.name"), meaning: text("criterion.meaning"), weight: 100 }] })
  await nameScorer(thePreparer, { decisionId, personId: admin.personId })
  await nameDecider(thePreparer, { decisionId, personId: admin.personId })
  await scoredBy(admin, decisionId, [1, 4])
  await restartScoring(thePreparer, { decisionId, reason: text("restarted") })
  await scoredBy(admin, decisionId, [2, 5])
  const optionId = (await optionsOf(database(), decisionId))[1]?.id ?? ""
  await leadOption(thePreparer, { decisionId, id: optionId })
  return { decision, optionId }
}
