// What a person corrected about the reading of a file, told apart from what the form merely repeats of the guesses.
import type { ChainKind } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import type { FileChoices, FileLook, TableKind } from "./brought"

/** What the columns form says; undefined: not asked, null: as found in the file. */
export interface PostedColumns {
  as?: TableKind | "skip"
  sheet?: Readonly<Record<string, TableKind | "skip">>
  column?: Readonly<Record<string, string>>
  label?: Readonly<Record<string, ChainKind | "keep">>
  relation?: Readonly<Record<string, Relation | "part of" | "keep">>
  encoding?: FileChoices["encoding"] | null
  separator?: FileChoices["separator"] | null
  dayFirst?: boolean | null
  decimalComma?: boolean | null
}

/**
 * The choices so far with the corrections of the form. What the form repeats of a guess stays a guess, so that it follows when
 * something else is corrected; the columns of rows that are now something else are guessed anew.
 */
export function withColumns(now: FileChoices, posted: PostedColumns, look: FileLook): FileChoices {
  const [only, second] = look.sheets
  const as = posted.as === undefined || posted.as === "skip" || (now.as === undefined && posted.as === only?.kind) ? now.as : posted.as
  const sheets = corrected(now.sheets, posted.sheet, Object.fromEntries(look.sheets.map(({ name, kind }) => [name, kind])))
  const turned = look.sheets.filter((sheet) => (second ? sheets[sheet.name] ?? sheet.kind : as ?? sheet.kind) !== sheet.kind)
  const ofTurned = new Set(turned.flatMap((sheet) => sheet.columns.map(({ key }) => key)))
  const found = Object.fromEntries(look.sheets.flatMap((sheet) => sheet.columns.map(({ key, field }) => [key, field])))
  const columns = Object.fromEntries(Object.entries(corrected(now.columns, posted.column, found)).filter(([key]) => !ofTurned.has(key)))
  const labels = corrected(now.labels, posted.label, Object.fromEntries(look.labels.map(({ label, kind }) => [label, kind])))
  const relations = corrected(now.relations, posted.relation, Object.fromEntries(look.relations.map(({ label, relation }) => [label, relation])))
  const choices: Record<string, unknown> = { ...now, as, sheets, columns, labels, relations }
  for (const setting of ["encoding", "separator", "dayFirst", "decimalComma"] as const) if (posted[setting] !== undefined) choices[setting] = posted[setting]
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => !isNothing(value)))
}

function corrected<Value extends string>(now: Readonly<Record<string, Value>> | undefined, posted: Readonly<Record<string, Value>> | undefined, found: Readonly<Record<string, string>>): Record<string, Value> {
  const fresh = Object.entries(posted ?? {}).filter(([key, value]) => now?.[key] !== undefined || found[key] !== value)
  return { ...now, ...Object.fromEntries(fresh) }
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0)
}
