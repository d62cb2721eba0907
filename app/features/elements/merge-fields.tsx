// The merge screen: two people changed the same field; shows both, and posts what the person chooses.
import { useEffect, useState } from "react"
import { fieldLabel, isChosenField, valueInWords } from "./history-words"

export interface Stale {
  by: string
  at: string
  version: number
  /** fields that were posted unchanged; they keep what stands now */
  untouched?: readonly string[]
  /** names of the records whose ids are in conflict */
  names?: Readonly<Record<string, { name: string }>>
  conflicts: readonly { field: string; base: unknown; mine: unknown; theirs: unknown }[]
}

/** Draws, inside a form, the version to post with the choice and one choice a field: mine, theirs, or edited. */
export function MergeFields({ stale }: { stale: Stale }) {
  return (
    <div className="stack">
      <input type="hidden" name="version" value={stale.version} />
      <p>
        <b>{stale.by}</b> changed the same thing {whenOf(stale.at)}. Everything else you typed is kept. Choose for each:
      </p>
      {stale.conflicts.map((conflict) => (
        <MergeChoice key={conflict.field} by={stale.by} names={stale.names ?? {}} {...conflict} />
      ))}
    </div>
  )
}

interface MergeChoiceProps {
  by: string
  names: NonNullable<Stale["names"]>
  field: string
  mine: unknown
  theirs: unknown
}

function MergeChoice({ by, names, field, mine, theirs }: MergeChoiceProps) {
  const [chosen, setChosen] = useState<"mine" | "theirs" | "both" | "edit">("mine")
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const options = [
    { key: "mine" as const, label: "Keep mine", value: mine },
    { key: "theirs" as const, label: `Keep what ${by} wrote`, value: theirs },
    ...(Array.isArray(mine) && Array.isArray(theirs) ? [{ key: "both" as const, label: "Keep both", value: bothLists(mine, theirs) }] : []),
  ]
  // What is chosen from a list, or is a list, cannot be written as words.
  const writable = [mine, theirs].every((value) => typeof value !== "object" || value === null) && typeof theirs !== "boolean" && !isChosenField(field) && !/Id$/.test(field)
  const editing = chosen === "edit"
  return (
    <fieldset className="field">
      <legend>{fieldLabel(field)}</legend>
      {options.map(({ key, label, value }) => (
        <label className="choice" key={key}>
          <input type="radio" name={editing ? undefined : field} value={posted(value)} checked={chosen === key} onChange={() => setChosen(key)} />
          <span>
            {label}
            <small>{valueInWords(field, value, names)}</small>
          </span>
        </label>
      ))}
      {live && writable ? (
        <label className="choice">
          <input type="radio" checked={editing} onChange={() => setChosen("edit")} />
          <span>Write it anew</span>
        </label>
      ) : null}
      {editing ? <textarea className="input" name={field} aria-label={fieldLabel(field)} defaultValue={posted(mine)} rows={4} /> : null}
    </fieldset>
  )
}

function posted(value: unknown): string {
  if (value === null || value === undefined) return ""
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

/** Their lines with mine after them; a line of the same words is mine. */
function bothLists(mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const words = (line: unknown) => (typeof line === "object" && line !== null && "text" in line ? line.text : line)
  const mineOf = new Map(mine.map((line) => [words(line), line]))
  return [...theirs.map((line) => mineOf.get(words(line)) ?? line), ...mine.filter((line) => !theirs.some((each) => words(each) === words(line)))]
}

function whenOf(at: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 60_000))
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} ${hours === 1 ? "hour" : "hours"} ago` : `on ${at.slice(0, 10)}`
}
