// What is shown before a decision is put before its deciders: its gate, what is missing besides, and who will sign.
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { theCompany } from "~/features/company/company.queries.server"
import { isOpen, lackingToBeReady, stateWords } from "~/features/decisions/decision"
import { findDecision, partsOf } from "~/features/decisions/decisions.queries.server"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { gateShown } from "./gate-shown.server"

/** Reads the page of one decision; what is not open any more lacks nothing but that. */
export async function readyShown(db: ReadDb, code: string) {
  const decision = await findDecision(db, code)
  const { timeZone } = await theCompany(db)
  const now = new Date()
  const parts = await partsOf(db, decision.id)
  const names = await namesOf(db, parts.deciders.map(({ personId }) => personId))
  const lacking = lackingToBeReady({ ...decision, ...parts, scorers: parts.scorers.length, finished: parts.scorers.filter(({ finished }) => finished).length, deciders: parts.deciders.length }, calendarDate(now, timeZone))
  const passes = decision.importedFrom !== null || decision.topic === "strategy version"
  return {
    decision: asRef(decision), gate: passes ? null : await gateShown(db, decision.id, { now, timeZone }),
    lacking: isOpen(decision.state) ? lacking.map(({ sentence }) => sentence) : [`It is not open: ${stateWords[decision.state].toLowerCase()}.`],
    deciders: parts.deciders.flatMap(({ personId }) => names.get(personId)?.name ?? []),
  }
}
