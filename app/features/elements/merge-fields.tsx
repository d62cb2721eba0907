// The merge screen: two people changed the same field; shows both, and posts what the person chooses.
import { useEffect, useState } from "react"
import { fieldLabel, valueInWords } from "./history-words"

export interface Stale {
  by: string
  at: string
  version: number
  /** fields that were posted unchanged; they keep what stands now */
  untouched?: readonly string[]
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
        <MergeChoice key={conflict.field} by={stale.by} {...conflict} />
      ))}
    </div>
  )
}

function MergeChoice({ by, field, mine, theirs }: { by: string; field: string; mine: unknown; theirs: unknown }) {
  const [chosen, setChosen] = useState<"mine" | "theirs" | "edit">("mine")
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const options = [
    { key: "mine" as const, label: "Keep mine", value: mine },
    { key: "theirs" as const, label: `Keep what ${by} wrote`, value: theirs },
  ]
  const editing = chosen === "edit"
  return (
    <fieldset className="field">
      <legend>{fieldLabel(field)}</legend>
      {options.map(({ key, label, value }) => (
        <label className="choice" key={key}>
          <input type="radio" name={editing ? undefined : field} value={posted(value)} checked={chosen === key} onChange={() => setChosen(key)} />
          <span>
            {label}
            <small>{valueInWords(field, value)}</small>
          </span>
        </label>
      ))}
      {live ? (
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
  return value === null || value === undefined ? "" : String(value)
}

function whenOf(at: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 60_000))
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} ${hours === 1 ? "hour" : "hours"} ago` : `on ${at.slice(0, 10)}`
}
