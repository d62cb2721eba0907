// What the screen of the list of goals is given: rows, groups, choices for its filters, and what this person may do.
import type { ListAsk } from "~/features/elements/list"
import type { GoalPlace } from "./goal-places"

export interface GoalRow extends GoalPlace {
  version: number
  dueOn: string | null
  /** decimal amount of the year shown, or of all years; null for objectives, whose money counts for their goal */
  money: string | null
  mayEdit: boolean
}

export interface GoalRowGroup {
  key: string
  lacking: boolean
  pillar: GoalRow | null
  count: number
  rows: readonly GoalRow[]
}

export interface GoalChoice {
  value: string
  label: string
}

export interface GoalListPage {
  ask: ListAsk
  year: number | null
  yearLabel: string
  groups: readonly GoalRowGroup[]
  page: number
  pageCount: number
  /** goals that fit, of all that are not archived */
  fitting: number
  all: number
  archived: boolean
  tabs: readonly { label: string; query: string; count?: number }[]
  choices: { years: readonly GoalChoice[]; owners: readonly GoalChoice[]; pillars: readonly GoalChoice[] }
  /** who can be named owner; null: asked for once rows are chosen */
  people: readonly GoalChoice[] | null
  currency: string
  mayPlan: boolean
  mayImport: boolean
}
