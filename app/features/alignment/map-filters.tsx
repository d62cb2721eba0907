/** Owns the controls above the map: filters, money, columns, views, export, sharing; each a link that keeps the rest. */
import type { MapRequest } from "~/features/alignment/map-request"
import { CopyLink } from "~/features/alignment/chain-panel"
import { lifecycleWords, stageWords } from "~/features/alignment/map-card"
import type { SavedView } from "~/features/elements/saved-view"
import { ViewMenu } from "~/features/elements/view-tabs"
import { Chip, ChipMenu } from "~/ui/chip"
import { Segmented } from "~/ui/link-sets"
import { isOn, toggled, withValues } from "~/ui/list-url"
import { LinkMenu } from "~/ui/menu"
import { Shape } from "~/ui/status"

export interface MapChoices {
  units: readonly { code: string; name: string }[]
  owners: readonly { code: string; name: string }[]
  years: readonly { year: number; label: string }[]
  relations: readonly { relation: string; label: string }[]
  hasCapabilities: boolean
}

export interface MapFiltersProps {
  address: URLSearchParams
  view: MapRequest["view"]
  year: number | null
  choices: MapChoices
  views: readonly SavedView[]
}

const overlays = [{ value: "unheard", label: "Unheard people" }, { value: "side-door", label: "Side-door needs" }] as const
const kinds = [["goal", "Goals"], ["initiative", "Work"], ["service", "Services"], ["application", "Applications"]] as const
const goalStatusWords = { draft: "Draft goals", active: "Active goals", achieved: "Reached goals", missed: "Missed goals", retired: "Retired goals" }

/** Draws the row of controls. */
export function MapFilters({ address, view, year, choices, views }: MapFiltersProps) {
  const gaps = address.get("gaps") === "1"
  const one = (name: string, options: readonly { code: string; name: string }[], label: string) => {
    const chosen = address.get(name)
    const words = options.find(({ code }) => code === chosen)?.name ?? chosen ?? "all"
    return (
      <ChipMenu
        label={`${label}: ${words}`}
        on={chosen !== null}
        options={[{ label: "All", href: withValues(address, { [name]: null }), on: chosen === null }, ...options.map(({ code, name: each }) => ({ label: each, href: withValues(address, { [name]: code }), on: code === chosen }))]}
      />
    )
  }
  const some = (name: string, words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ label, href: toggled(address, name, value), on: isOn(address, name, value) }))
  const flag = (name: string) => withValues(address, { [name]: address.get(name) === "1" ? null : "1" })
  const statusOn = ["stage", "goal-status", "lifecycle"].some((name) => address.has(name))
  const money = address.get("money") === "1"
  const overlay = overlays.find(({ value }) => value === address.get("overlay"))
  const shown = [
    ...(view === "map" ? [{ label: "Money: the taller, the more", href: flag("money"), on: money }] : []),
    ...kinds.map(([value, label]) => ({ label, ...kindLink(address, value) })),
    ...(choices.hasCapabilities ? [{ label: "Capabilities", href: toggled(address, "with", "capability"), on: isOn(address, "with", "capability") }] : []),
    { label: "Units", href: toggled(address, "with", "unit"), on: isOn(address, "with", "unit") },
    { label: "People & groups", href: toggled(address, "with", "person"), on: isOn(address, "with", "person") },
    { label: "Finished work", href: flag("finished"), on: address.get("finished") === "1" },
  ]
  return (
    <div className="map-tools filters">
      <a className={gaps ? "chip on" : "chip"} href={flag("gaps")} aria-pressed={gaps} role="button">
        <Shape state="gap" /> Only gaps: {gaps ? "on" : "off"}
      </a>
      {view === "matrix" ? null : (
        <ChipMenu
          label={`Overlay: ${overlay?.label.toLowerCase() ?? "none"}`}
          on={overlay !== undefined}
          options={[
            { label: "None", href: withValues(address, { overlay: null }), on: overlay === undefined },
            ...overlays.map(({ value, label }) => ({ label, href: withValues(address, { overlay: value }), on: overlay?.value === value })),
          ]}
        />
      )}
      {one("unit", choices.units, "Unit")}
      {one("owner", choices.owners, "Owner")}
      <ChipMenu
        label={choices.years.find((each) => each.year === year)?.label ?? "All years"}
        on={year !== null}
        options={[{ label: "All years", href: withValues(address, { year: null }), on: year === null }, ...choices.years.map((each) => ({ label: each.label, href: withValues(address, { year: String(each.year) }), on: each.year === year }))]}
      />
      <ChipMenu
        label="More"
        on={statusOn || address.has("relation")}
        options={[
          ...some("stage", stageWords),
          ...some("goal-status", goalStatusWords),
          ...some("lifecycle", Object.fromEntries(Object.entries(lifecycleWords).map(([key, word]) => [key, `Application: ${word.toLowerCase()}`]))),
          ...choices.relations.map(({ relation, label }) => ({ label: `Links: ${label}`, href: toggled(address, "relation", relation), on: isOn(address, "relation", relation) })),
        ]}
      />
      <ChipMenu label={money ? "Show: money" : "Show"} on={money || address.has("kind") || address.has("with") || address.has("finished")} options={shown} />
      {address.has("focus") ? <Chip href={withValues(address, { focus: null, depth: null })} on>Around {address.get("focus")}</Chip> : null}
      <span className="push">
        {view === "map" ? (
          <>
            <LinkMenu
              label="Export ▾"
              className="btn quiet small"
              links={[
                { label: "Picture for slides", note: ".png", href: `/map.png${withValues(address, { present: null })}`, document: true },
                { label: "Drawing", note: ".svg", href: `/map.svg${withValues(address, { present: null })}`, document: true },
                { label: "Picture, dark", note: ".png", href: `/map.png${withValues(address, { theme: "dark" })}`, document: true },
                { label: "Drawing, dark", note: ".svg", href: `/map.svg${withValues(address, { theme: "dark" })}`, document: true },
              ]}
            />
            <a className="btn quiet small" href={withValues(address, { present: "1" })}>
              Present
            </a>
          </>
        ) : null}
        <ViewMenu screen="map" address={address} views={views} />
        <CopyLink className="btn quiet small" />
        <Segmented
          label="How to show it"
          links={[
            { label: "Map", href: withValues(address, { view: "map" }), current: view === "map" },
            { label: "Table", href: withValues(address, { view: "table" }), current: view === "table" },
            { label: "Matrix", href: withValues(address, { view: "matrix" }), current: view === "matrix" },
          ]}
        />
      </span>
    </div>
  )
}

// No kind named shows all four; the first one taken away names the other three.
function kindLink(address: URLSearchParams, kind: string): { href: string; on: boolean } {
  const named = address.getAll("kind")
  const shown = named.length === 0 ? kinds.map(([value]) => String(value)) : named
  const next = shown.includes(kind) ? shown.filter((each) => each !== kind) : [...shown, kind]
  return { href: withValues(address, { kind: next.length === 0 || next.length === kinds.length ? [] : next }), on: shown.includes(kind) }
}
