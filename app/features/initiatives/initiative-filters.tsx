// What stands above the list of initiatives: filter chips, grouping and order, each a link that keeps the rest of the address.
import type { FewChoices } from "~/features/elements/list-choices"
import { DrawnOnce } from "~/ui/drawn-once"
import { Chip, ChipMenu, type ChipOption } from "~/ui/chip"
import { ColumnChooser, keptValues, ListSearch } from "~/ui/list-controls"
import { chipOptions, isOn, toggled, withValues } from "~/ui/list-url"
import { LinkMenu } from "~/ui/menu"
import { healthWords } from "./status-report"
import { stages, stageWords } from "./initiative"
import { initiativeListSpec } from "./initiative-list"
import type { Choice, InitiativeListPage } from "./initiative-rows"
import { columnLabel } from "./initiative-table"

const groupWords: Record<string, string> = { goal: "goal", stage: "stage", owner: "owner", unit: "unit", none: "nothing" }
const sortWords: Record<string, string> = { gaps: "gaps first", name: "name", budget: "budget", start: "start", end: "end", owner: "owner", status: "status" }

/** Draws the chips, the search and the choices of group, order and columns. */
export function InitiativeFilters({ list, address }: { list: InitiativeListPage; address: URLSearchParams }) {
  // the choices belong to one version of the records and one day; all else that is shown, the address says
  return <DrawnOnce of={list.choices} by={`filters ${address}`} draw={() => <Filters list={list} address={address} />} />
}

function Filters({ list, address }: { list: InitiativeListPage; address: URLSearchParams }) {
  const { ask, choices } = list
  const some = (name: string, options: readonly Choice[]): ChipOption[] => chipOptions(address, name, options)
  const by = (name: string, { options, total }: FewChoices, fixed: readonly Choice[]) => ({
    options: some(name, [...fixed, ...options]),
    more: total > options.length ? { count: total, href: withValues(address, { show: name }) } : undefined,
    open: address.get("show") === name,
  })
  const one = (name: string, options: readonly Choice[], fallback: string, words: (value: string) => string) =>
    options.map(({ value }) => ({ label: words(value), href: withValues(address, { [name]: value === fallback ? null : value }) }))
  const picked = address.getAll("stage")
  return (
    <div className="filters">
      <ListSearch label="Search initiatives" value={ask.q} kept={keptValues(address, ["q"])} />
      <ChipMenu label={stageLabel(picked)} options={[{ label: "Open", href: withValues(address, { stage: null }), on: picked.length === 0 }, ...some("stage", stageChoices)]} on />
      <ChipMenu label={list.year === null ? "All years" : list.yearLabel} options={[{ value: "all", label: "All years" }, ...choices.years].map(({ value, label }) => ({ label, href: withValues(address, { year: value }), on: value === (list.year === null ? "all" : String(list.year)) }))} on={list.year !== null} />
      <ChipMenu label="Goal" {...by("goal", choices.goals, [{ value: "none", label: "No goal" }])} />
      <ChipMenu label="Owner" {...by("owner", choices.owners, [{ value: "me", label: "Me" }, { value: "none", label: "No owner" }])} />
      <ChipMenu label="Unit" {...by("unit", choices.units, [{ value: "none", label: "No unit named" }])} />
      <ChipMenu label="Status" options={some("status", Object.entries(healthWords).map(([value, label]) => ({ value, label })))} />
      <Chip href={toggled(address, "budget", "none")} on={isOn(address, "budget", "none")}>No budget</Chip>
      <span className="push row">
        <LinkMenu label={`Group ${groupWords[ask.group] ?? ask.group} ▾`} className="btn quiet small" links={one("group", initiativeListSpec.groups.map(asChoice), initiativeListSpec.usualGroup, (value) => groupWords[value] ?? value)} />
        <LinkMenu label={`Sort ${sortWords[ask.sort.key] ?? ask.sort.key} ▾`} className="btn quiet small" links={one("sort", initiativeListSpec.sorts.map(asChoice), initiativeListSpec.usualSort, (value) => sortWords[value] ?? value)} />
        <ColumnChooser
          kept={keptValues(address, ["columns"])}
          columns={initiativeListSpec.columns.map((key) => ({ key, label: columnLabel(key), shown: ask.columns.includes(key), fixed: key === "name" }))}
        />
      </span>
    </div>
  )
}

function asChoice(value: string): Choice {
  return { value, label: value }
}

const stageChoices = [...stages.map((stage) => ({ value: stage, label: stageWords[stage] })), { value: "all", label: "Any stage" }]

function stageLabel(picked: readonly string[]): string {
  if (picked.length === 0) return "Open: not done, not cancelled"
  if (picked.includes("all")) return "Any stage"
  const known = picked.flatMap((value) => stages.filter((stage) => stage === value).map((stage) => stageWords[stage]))
  return known.length === 0 ? "No such stage" : known.join(", ")
}
