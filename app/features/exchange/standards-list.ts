// A list of standards as a file brings it: how it is told from other files, and what its words mean so far.
import { RuleError } from "~/core/errors"
import type { FileLook } from "./brought"
import type { Meaning } from "./standard-words"

/** Whether a file is a list of standards; refused where it has other tables besides, which nothing could join with it. */
export function isStandardsList(look: FileLook | null): boolean {
  const kinds = new Set(look?.sheets.filter(({ kind, rows }) => kind !== "skip" && rows > 0).map(({ kind }) => kind))
  if (!kinds.has("standard")) return false
  if (kinds.size > 1) throw new RuleError("Standards come in a file of their own: this one has other tables besides. Leave those out, or bring them apart.")
  return true
}

/** A word of the list, how often it stands there, and what it means; null while nobody has said it. */
export interface ListWord {
  word: string
  count: number
  meaning: Meaning | null
}

/** What a preview shows of the words of a list. */
export interface ListWords {
  id: string
  words: readonly ListWord[]
  /** the day the list is of */
  day: string
  today: string
  withoutJob: number
}
