// What the tab "before" shows, as its components take it.
import type { ConsultationForm, ConsultationPurpose, ConsultationState, ParticipationLevel, RoleLevel } from "#db/words"
import type { ElementRef } from "~/features/elements/element"
import type { Correction } from "./cross-section"
import type { Coverage } from "./coverage"
import type { FairnessCheck } from "./fairness"

export interface TakingShown {
  id: string
  person: ElementRef
  title: string
  unit: string | null
  roleLevel: RoleLevel | null
  isGroup: boolean
  mustHear: boolean
  why: string
  invitedOn: string | null
  remindedOn: string | null
  heardOn: string | null
  hasLink: boolean
}

export interface MissingShown {
  unitId: string
  roleLevel: RoleLevel
  name: string
  headcount: number
  needed: number
  heard: number
  waiting: readonly { person: ElementRef; invitedOn: string | null; mustHear: boolean }[]
  could: readonly { person: ElementRef; title: string; lastAskedOn: string | null }[]
  more: readonly string[]
}

export interface BeforeShown {
  head: {
    id: string; code: string; name: string; summary: string; state: ConsultationState; form: ConsultationForm; purpose: ConsultationPurpose; level: ParticipationLevel; version: number
    archivedAt: Date | string | null; openedOn: string | null; closesOn: string | null; question: string; costs: string; effects: string; owner: string | null; unit: ElementRef | null
  }
  today: string
  mayRun: boolean
  subjects: readonly ElementRef[]
  subject: ElementRef | null
  options: readonly { id: string; name: string; summary: string; isNothing: boolean; chosen: number }[]
  taking: readonly TakingShown[]
  asked: {
    coverage: Coverage
    nobody: { reason: string; by: string | null } | null
    corrections: readonly (Correction & { id: string; reason: string })[]
    fairness: { holds: boolean; checks: FairnessCheck[] }
    points: { all: number; answered: number }
  } | null
  missing: readonly MissingShown[]
  missingMore: number
  /** a meeting is still to come */
  hasMeeting: boolean
  choices: { people: readonly ElementRef[] | null; subjects: readonly ElementRef[] | null; units: readonly { value: string; label: string }[] }
}
