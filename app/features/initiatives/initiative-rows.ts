// What the screen of the list of initiatives is given: rows, groups, choices for its filters, and what this person may do.
import type { GoalHealth } from "~/features/goals/goal-progress"
import type { ListAsk } from "~/features/elements/list"
import type { FewChoices } from "~/features/elements/list-choices"
import type { Strength } from "~/features/elements/link"
import type { DeliveryHealth } from "./delivery-health"
import type { Stage } from "./initiative"

export interface InitiativeRow {
  id: string
  code: string
  name: string
  version: number
  stage: Stage
  health: DeliveryHealth
  /** whole per cent, or null: not said */
  progress: number | null
  /** how strongly it helps its main goal, and how many more it helps; null: it serves none */
  helps: { strength: Strength; more: number } | null
  gapUntil: string | null
  /** decimal amount of the year shown, or of all years */
  budget: string | null
  startsOn: string | null
  endsOn: string | null
  ownerId: string | null
  ownerName: string | null
  units: readonly string[]
  mayEdit: boolean
}

export interface InitiativeGroup {
  key: string
  /** the words of the heading; null for the one group of a flat list */
  heading: string | null
  goal: { id: string; code: string; health: GoalHealth; lacksWork: boolean; gapUntil: string | null } | null
  /** work that serves no goal */
  lost: boolean
  /** all of the group's work, also on other pages; and work that helps the goal beside another main goal */
  count: number
  alsoHelp: number
  total: string | null
  rows: readonly InitiativeRow[]
}

export interface Choice {
  value: string
  label: string
}

export interface InitiativeListPage {
  ask: ListAsk
  year: number | null
  yearLabel: string
  groups: readonly InitiativeGroup[]
  page: number
  pageCount: number
  /** rows that fit, of all that are not archived */
  fitting: number
  all: number
  closed: number
  /** the list shows archived initiatives instead of those that count */
  archived: boolean
  tabs: readonly { label: string; query: string; count?: number }[]
  choices: { years: readonly Choice[]; owners: FewChoices; units: FewChoices; goals: FewChoices }
  currency: string
  mayPlan: boolean
  mayImport: boolean
}
