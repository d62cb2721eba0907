// What screens are given of an initiative's gate: who was asked, what is missing, and the waivers.
import type { Coverage } from "~/features/consultations/coverage"
import type { FairnessCheck } from "~/features/consultations/fairness"
import type { ConsultationState } from "~/features/consultations/consultation"

export interface WaiverShown {
  id: string
  reason: string
  /** what the gate wanted then */
  lacking: string
  by: string
  /** in words */
  on: string
}

/** A waiver in a list of many. */
export interface ListedWaiver extends WaiverShown {
  /** of the initiative or decision */
  path: string
  code: string
  name: string
}

export interface GateShown {
  open: boolean
  lacking: string
  coverage: Coverage
  /** people who were invited and not heard yet, by group: see groupKey() */
  invited: Readonly<Record<string, number>>
  nobody: { reason: string; by: string | null } | null
  fairness: { holds: boolean; checks: readonly FairnessCheck[] }
  conversations: readonly { code: string; name: string; state: ConsultationState }[]
  /** the latest first */
  waivers: readonly WaiverShown[]
}
