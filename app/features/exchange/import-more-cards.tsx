// What else a preview tells: values that new records get, what was kept without a word of ours, and other problems.
import { OperationFields } from "~/features/elements/operation-fields"
import { relations } from "~/features/elements/link"
import { Card } from "~/ui/card"
import type { FileChoices, FileLook } from "./brought"
import { defaultChoices, fileDefaults, fileFields, makesUnits, unitNamingFields } from "./file-fields"
import { grouped, oneOfKind } from "./import-sentence"
import type { ImportReport } from "./import-view"
import type { KeptType } from "./kept-type"

/** One value that new records get where the file has none. */
export interface DefaultLine {
  key: string
  label: string
  value: string
  choices: Readonly<Record<string, string>> | null
}

/** The defaults that matter for what this file makes anew. */
export function defaultsFor(report: Pick<ImportReport, "kinds" | "links">, choices: FileChoices, look: FileLook | null): DefaultLine[] {
  return Object.entries(fileDefaults).flatMap(([key, usual]) => {
    const [kind = "", field = ""] = key.split(".")
    if (key === "stakeholder.become") return stakeholders(report, choices, look)
    if (key === "unit.unknown") return unknownUnits(report, choices, look)
    const made = relations.some((one) => one === kind) ? report.links[kind as keyof ImportReport["links"]] : report.kinds[kind as keyof ImportReport["kinds"]]
    if (!made || made.new === 0) return []
    const label = kind in fileFields ? (fileFields[kind as keyof typeof fileFields].find(({ name }) => name === field)?.label ?? field) : "How much work helps its goal"
    return [{ key, label: kind in fileFields ? `${oneOfKind(kind)}: ${label.toLowerCase()}` : label, value: choices.defaults?.[key] ?? usual, choices: defaultChoices(key) }]
  })
}

/** Asked where the file names units: once some are made, or where that was declined. */
function unknownUnits(report: Pick<ImportReport, "kinds">, { defaults }: FileChoices, look: FileLook | null): DefaultLine[] {
  const key = "unit.unknown"
  const names = look?.sheets.some(({ kind, columns }) => columns.some(({ field }) => unitNamingFields.has(`${kind} ${field}`)))
  if (!names || (makesUnits(defaults) && !report.kinds.unit?.new)) return []
  return [{ key, label: "Units we do not have yet", value: defaults?.[key] ?? "make", choices: defaultChoices(key) }]
}

/** Asked where a model brings people and groups nobody has yet. */
function stakeholders(report: Pick<ImportReport, "kinds">, { defaults }: FileChoices, look: FileLook | null): DefaultLine[] {
  const key = "stakeholder.become"
  if (look?.format !== "archimate" || !report.kinds.person?.new) return []
  return [{ key, label: "Stakeholders become", value: defaults?.[key] ?? "group", choices: defaultChoices(key) }]
}

/** Draws the defaults as one form. */
export function Defaults({ id, lines }: { id: string; lines: readonly DefaultLine[] }) {
  if (lines.length === 0) return null
  return (
    <Card title="Where your file says nothing" id="defaults" aside="For new records of this file alone">
      <form method="post" action={`/settings/imports/${id}/choices`} className="form">
        <OperationFields form="defaults" />
        <div className="form-row">
          {lines.map(({ key, label, value, choices }) => (
            <div className="field" key={key}>
              <label htmlFor={key}>{label}</label>
              {choices ? (
                <select className="input" id={key} name={`defaults.${key}`} defaultValue={value} key={value}>
                  {Object.entries(choices).map(([one, words]) => (
                    <option key={one} value={one}>
                      {words}
                    </option>
                  ))}
                </select>
              ) : (
                <input className="input" id={key} name={`defaults.${key}`} defaultValue={value} inputMode="numeric" autoComplete="off" key={value} />
              )}
            </div>
          ))}
        </div>
        <div className="form-actions">
          <button type="submit" className="btn small">
            Use these
          </button>
          <span className="muted small">Dates, money and owners stay empty where the file has none.{lines.some(({ key }) => key === "stakeholder.become") ? " A group counts one until you say how many. Nobody gets an account or is written to." : ""}</span>
        </div>
      </form>
    </Card>
  )
}

/** Draws what the file has and the planner has no word for: nothing of it is lost on the way back. */
export function Kept({ kept, types }: { kept: ImportReport["kept"]; types: readonly KeptType[] }) {
  if (kept.elements + kept.relationships === 0) return null
  const of = (part: KeptType["part"]) => types.filter((one) => one.part === part)
  return (
    <Card title="Kept for the way back" id="kept" aside="An export gives all of it back">
      <p className="small">
        {[amount(kept.elements, "element"), amount(kept.relationships, "relationship")].filter(Boolean).join(" and ")} of your file {kept.elements + kept.relationships === 1 ? "has" : "have"} no place on the map. Nothing is lost: they are kept as they are.
      </p>
      <KeptList title="Elements by type" types={of("element")} />
      <KeptList title="Relationships by type" types={of("relationship")} />
    </Card>
  )
}

function KeptList({ title, types }: { title: string; types: readonly KeptType[] }) {
  if (types.length === 0) return null
  return (
    <details className="kept-types">
      <summary>{title} ▾</summary>
      <ul>
        {types.map(({ type, count }) => (
          <li key={type}>
            {type} <span className="muted">{grouped(count)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function amount(count: number, what: string): string {
  return count === 0 ? "" : `${grouped(count)} ${count === 1 ? what : `${what}s`}`
}
