// What the page of an initiative is given.
import type { GapName } from "~/features/elements/accepted-gap"
import type { ElementRef } from "~/features/elements/element"
import type { Relation, Strength } from "~/features/elements/link"
import type { DeliveryHealth } from "./delivery-health"
import type { Budget, Confidence, Stage } from "./initiative"
import type { StatusReport } from "./status-report"
import type { OrderState, TimeLine } from "./time-order"

export interface GoalLink {
  id: string
  version: number
  goal: ElementRef
  strength: Strength
  isPrimary: boolean
  reason: string
}

export interface OrderLink {
  id: string
  other: ElementRef
  mandatory: boolean
  lagDays: number
  note: string
  state: OrderState
  words: string
}

export interface InitiativePageData {
  initiative: ElementRef & {
    summary: string
    version: number
    archived: boolean
    status: Stage
    confidence: Confidence
    startsOn: string | null
    endsOn: string | null
    budget: Budget
  }
  health: DeliveryHealth
  report: (StatusReport & { reportedOn: string | null }) | null
  reports: readonly (StatusReport & { id: string; reportedOn: string; by: string })[]
  owner: ElementRef | null
  sponsor: ElementRef | null
  goals: readonly GoalLink[]
  needs: readonly OrderLink[]
  neededBy: readonly OrderLink[]
  line: TimeLine | null
  lineNames: Readonly<Record<string, string>>
  changes: readonly { id: string; relation: Relation; other: ElementRef; note: string }[]
  units: readonly { id: string; other: ElementRef; people: number | null; note: string }[]
  today: string
  mayEdit: boolean
  mayPlan: boolean
  mayApprove: boolean
}

/** What the alignment says about the initiative, put into words by the route. */
export interface InitiativeAlignment {
  crumbs: readonly { label: string; href: string }[]
  why: { question: string; sentences: readonly (readonly { text: string; href: string | null }[])[] } | null
  /** F2, 0 to 100; null: n/a */
  contribution: number | null
  contributionRows: readonly { name: string; href: string; weight: number; strength: Strength; through: string }[]
  weightSum: number
  gap: { gap: GapName; acceptedUntil: string | null } | null
  currency: string
  years: Readonly<Record<string, string>>
}
