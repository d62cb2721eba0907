// The columns of the list of goals as a file.
import type { FileColumn } from "~/features/elements/list"
import { goalLevelWords, goalStatusWords } from "./goal"
import type { GoalRow } from "./goal-rows"

export interface GoalFileLine extends GoalRow {
  summary: string
  why: string
  /** names of what it is part of, pillar first */
  path: readonly string[]
}

/** Gives the columns; `yearLabel` names the year of the money. */
export function goalFileColumns(yearLabel: string): FileColumn<GoalFileLine>[] {
  return [
    { label: "Id", kind: "text", of: (row) => row.code },
    { label: "Level", kind: "text", of: (row) => goalLevelWords[row.level] },
    { label: "Part of", kind: "text", of: (row) => row.path.join(" > ") || null },
    { label: "Goal", kind: "text", of: (row) => row.name },
    { label: "Summary", kind: "text", of: (row) => row.summary },
    { label: "Why it matters", kind: "text", of: (row) => row.why },
    { label: "Stage", kind: "text", of: (row) => goalStatusWords[row.status] },
    { label: "Status", kind: "text", of: (row) => (row.status === "active" ? sentenceCase(row.health) : null) },
    { label: "Of the way %", kind: "number", of: (row) => percent(row.progress) },
    { label: "Expected by today %", kind: "number", of: (row) => percent(row.expected) },
    { label: "Weight", kind: "number", of: (row) => row.weight },
    { label: "Share of weight %", kind: "number", of: (row) => percent(row.share) },
    { label: "Measures", kind: "number", of: (row) => row.measures },
    { label: "Active initiatives", kind: "number", of: (row) => row.works },
    { label: `Money ${yearLabel}`, kind: "money", of: (row) => row.money },
    { label: "Due", kind: "date", of: (row) => row.dueOn },
    { label: "Owner", kind: "text", of: (row) => row.ownerName },
  ]
}

function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10
}

function sentenceCase(words: string): string {
  return words.replace(/^./, (first) => first.toUpperCase())
}
