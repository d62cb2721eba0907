// The gate before approval: the affected were heard (F8) and had a fair chance (F9), or a planner waived it with a reason.
import { coverageSentence, failingChecks, type Coverage } from "~/features/consultations/coverage"
import type { FairnessCheck } from "~/features/consultations/fairness"
import type { StageCheck } from "~/features/initiatives/stage"

/** What is known of how people were asked about a subject. */
export interface AskedOf {
  coverage: Coverage
  nobody: { reason: string } | null
  fairness: { holds: boolean; checks: readonly FairnessCheck[] }
  /** null: no conversation about it was opened */
  lastOpenedOn: string | null
}

export interface Gate {
  open: boolean
  /** what is missing, in sentences; empty while the gate is open */
  lacking: string
}

/** Judges both gates; that nobody is affected stands for the first, not for the second. */
export function gateOf({ coverage, nobody, fairness, lastOpenedOn }: AskedOf): Gate {
  const heard = nobody !== null || coverage.passes === true
  if (heard && fairness.holds) return { open: true, lacking: "" }
  const right = heard ? [] : [coverageSentence(coverage), ...(coverage.share === null ? [] : failingChecks(coverage).map(sentence))]
  const fair = lastOpenedOn === null ? ["No conversation about it was opened."] : fairness.checks.filter(({ holds }) => !holds).map(({ words }) => sentence(words))
  return { open: false, lacking: [...right, ...fair].join(" ") }
}

/** The gate as one check of a stage; its sentence names what is missing and where to mend it. A waived gate has passed. */
export function gateCheck(record: { name: string; code: string }, gate: Gate, conversations: readonly string[], waived: boolean): StageCheck {
  const where = conversations.length > 0 ? `Go on in ${conversations.join(", ")}` : "Start a conversation about it"
  return { passed: gate.open || waived, sentence: `${record.name} (${record.code}) cannot be approved yet. ${gate.lacking} ${where}, or approve it on its page with a reason.` }
}

const mostNamed = 3

/** One refusal for many initiatives: the first few in full, the others counted. */
export function refusalOf(reasons: readonly string[]): string {
  const more = reasons.length - mostNamed
  return [...reasons.slice(0, mostNamed), ...(more > 0 ? [`And ${more} more.`] : [])].join(" ")
}

function sentence(words: string): string {
  return `${words}.`
}
