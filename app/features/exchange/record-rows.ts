// The records as they leave the planner, row by row: what exports write and the API answers with.
import type { Criticality, Lifecycle } from "~/features/applications/application"
import type { ChainKind } from "~/features/elements/element"
import type { Relation, Strength } from "~/features/elements/link"
import type { GoalStatus, Perspective, SettableHealth } from "~/features/goals/goal"
import type { MeasureFields } from "~/features/goals/measure"
import type { ReportedHealth } from "~/features/initiatives/delivery-health"
import type { Confidence, Stage } from "~/features/initiatives/initiative"
import type { ListeningStyle } from "~/features/stakeholders/profile"
import type { Standing } from "~/features/stakeholders/standing"
import type { RoleLevel } from "~/features/units/unit"

export interface NamedRef {
  code: string
  name: string
}
export interface PersonRef extends NamedRef {
  archived: boolean
}

/** What every record has; `id` is its key within the database and leaves the planner only as a place to read on from. */
export interface ElementRow extends NamedRef {
  id: string
  number: number
  summary: string
  updatedAt: Date
  owner: PersonRef | null
}

export interface GoalRow extends ElementRow {
  parent: NamedRef | null
  why: string
  promiseLine: string
  status: GoalStatus
  weight: number
  perspective: Perspective | null
  dueOn: string | null
  healthSet: SettableHealth | null
  healthReason: string
}

export interface InitiativeRow extends ElementRow {
  status: Stage
  confidence: Confidence
  startsOn: string | null
  endsOn: string | null
  sponsor: PersonRef | null
  scheduleHealth: ReportedHealth
  costHealth: ReportedHealth
  scopeHealth: ReportedHealth
  healthNote: string
  /** whole percent of the steps */
  progress: number | null
  reportedOn: string | null
  nextReportOn: string | null
  /** decimal amounts by financial year */
  budgets: Readonly<Record<string, string>>
}

export interface ApplicationRow extends ElementRow {
  lifecycle: Lifecycle
  vendor: string
}

export interface CapabilityRow extends ElementRow {
  parent: NamedRef | null
}

export interface UnitRow extends ElementRow {
  parent: NamedRef | null
  /** by role level; absent is not known */
  headcount: Readonly<Partial<Record<RoleLevel, number>>>
}

export interface PersonRow extends ElementRow {
  unit: NamedRef | null
  roleLevel: RoleLevel | null
  title: string
  email: string | null
  groupHeadcount: number | null
  /** null where nobody said how they wish to be spoken to */
  listeningStyle: ListeningStyle | null
  contactPreference: string | null
  /** where they stand overall: for readers who may see it alone */
  standing: Standing
}

export interface MeasureRow extends MeasureFields {
  id: string
  goal: NamedRef
  latestValue: string | null
  latestOn: string | null
}

export interface LinkRow {
  id: string
  from: NamedRef & { kind: ChainKind }
  relation: Relation
  to: NamedRef & { kind: ChainKind }
  strength: Strength | null
  isPrimary: boolean
  note: string
  mandatory: boolean | null
  lagDays: number | null
  criticality: Criticality | null
  fit: number | null
  seats: number | null
  yearlyCost: string | null
}

/** Where to read on from: the last number (records) or key (measures, links) of the portion before. */
export interface Portion<Key> {
  after: Key | null
  size: number
}

/** A decimal without zeros that say nothing: "30.0000" is "30". */
export function plainDecimal(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text
}
