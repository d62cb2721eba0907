// The table of initiatives: what each cell shows, what may be edited in place, and the headings of its groups.
import type { ReactNode } from "react"
import { dayMonthYear, monthYear } from "~/core/calendar"
import { fullMoney, shortMoney } from "~/core/money"
import { onceFor } from "~/core/once-for"
import { useOperationId } from "~/features/elements/operation-fields"
import { BringBack, bringBackEach } from "~/features/elements/record-cells"
import { Avatar } from "~/ui/avatar"
import { DataTable, type Column, type DataTableProps, type Row } from "~/ui/data-table"
import { sortHref } from "~/ui/list-url"
import { Shape, StatusMark } from "~/ui/status"
import { initiativeListSpec } from "./initiative-list"
import { goalState, HealthMark, HelpStrength } from "./initiative-marks"
import { stages, stageWords } from "./initiative"
import type { InitiativeGroup, InitiativeListPage, InitiativeRow } from "./initiative-rows"

const labels: Record<string, string> = {
  name: "Initiative", status: "Status", stage: "Stage", goal: "Helps its goal", budget: "Budget", start: "Starts", end: "Ends", owner: "Owner",
  progress: "Steps done", unit: "Affects",
}
const sortable = new Set(initiativeListSpec.sorts)

/** Gives every column's label, for the choice of columns. */
export function columnLabel(key: string): string {
  return labels[key] ?? key
}

/** Draws one page of the list with its groups, bulk bar and keys. */
export function InitiativeTable({ list, address }: { list: InitiativeListPage; address: URLSearchParams }) {
  const operationId = useOperationId("initiatives")
  const keys = list.ask.columns.includes("name") ? list.ask.columns : ["name", ...list.ask.columns]
  const columns = keys.map((key) => columnOf(key, list, address)) as [Column, ...Column[]]
  // the same for everybody who may do the same, and drawn by the server once
  const groups = onceFor(list.groups, "rows", () => list.groups.map((group) => ({
    id: group.key,
    heading: group.heading === null ? undefined : <GroupHeading group={group} />,
    actions: group.goal?.lacksWork ? <WaysOut goal={group.goal} mayPlan={list.mayPlan} /> : undefined,
    totals: group.total === null ? {} : { budget: shortMoney(group.total, list.currency) },
    collapsed: group.rows.length === 0,
    rows: group.rows.map((row) => rowOf(row, list)),
  })))
  const tally = `${list.fitting} of ${list.all} shown${list.closed > 0 ? ` · ${list.closed} done or cancelled` : ""}`
  return (
    <DataTable
      id="initiatives"
      caption="Initiatives with their status, stage, goal, budget, dates and owner"
      columns={columns}
      groups={groups}
      drawnOf={groups}
      bulk={bulkOf(list, operationId)}
      tally={tally}
      newHref={list.mayPlan ? "/initiatives/new" : undefined}
    />
  )
}

function columnOf(key: string, list: InitiativeListPage, address: URLSearchParams): Column {
  const column: Column = { key, label: key === "budget" ? `Budget ${list.yearLabel}` : columnLabel(key), numeric: key === "budget" || key === "progress" }
  if (sortable.has(key)) column.sortHref = sortHref(address, key, initiativeListSpec.usualSort)
  if (list.ask.sort.key === key) column.sorted = list.ask.sort.descending ? "descending" : "ascending"
  if (key === "name") column.edit = { field: "name", type: "text" }
  if (key === "budget" && list.year !== null) column.edit = { field: `budget-${list.year}`, type: "number" }
  if (key === "start") column.edit = { field: "startsOn", type: "date" }
  if (key === "end") column.edit = { field: "endsOn", type: "date" }
  if (key === "stage") column.edit = { field: "stage", type: "select", options: stages.map((stage) => ({ value: stage, label: stageWords[stage] })) }
  if (key === "owner" && list.mayPlan) column.edit = { field: "owner", type: "select", options: [{ value: "", label: "No owner" }], optionsFrom: "/people/choices" }
  return column
}

function rowOf(row: InitiativeRow, list: InitiativeListPage): Row {
  const href = `/initiatives/${row.code}`
  const cells = {
    status: <HealthMark health={row.health} />,
    stage: stageWords[row.stage],
    goal: list.archived ? <span className="muted">–</span> : <Helps row={row} />,
    budget: row.budget === null ? <span className="muted">Not known</span> : <span title={fullMoney(row.budget, list.currency)}>{shortMoney(row.budget, list.currency)}</span>,
    start: <Month date={row.startsOn} />,
    end: <Month date={row.endsOn} />,
    owner: row.ownerName === null ? <StatusMark state="gap">No owner</StatusMark> : <span className="who"><Avatar name={row.ownerName} /> {row.ownerName}</span>,
    progress: row.progress === null ? <span className="muted">Not said</span> : `${row.progress} %`,
    unit: row.units.length === 0 ? <span className="muted">None named</span> : row.units.join(", "),
  }
  const shared = { id: list.archived ? row.id : row.code, code: row.code, name: row.name, href, version: row.version, cells }
  if (!row.mayEdit) return shared
  const values = {
    name: row.name, stage: row.stage, start: row.startsOn ?? "", end: row.endsOn ?? "",
    ...(list.year === null ? {} : { budget: row.budget === null ? "" : plain(row.budget) }),
    ...(list.mayPlan ? { owner: row.ownerId ?? "" } : {}),
  }
  return { ...shared, values, editAction: `${href}/cell`, editActions: { stage: `${href}/stage-cell`, owner: `${href}/owner-cell` } }
}

function Helps({ row }: { row: InitiativeRow }): ReactNode {
  if (row.helps !== null) {
    return (
      <span className="row">
        <HelpStrength strength={row.helps.strength} />
        {row.helps.more > 0 ? <small className="muted" title={`Helps ${row.helps.more} more`}>+{row.helps.more}</small> : null}
      </span>
    )
  }
  return <StatusMark state="gap">{row.gapUntil === null ? "No goal" : `No goal, accepted until ${dayMonthYear(row.gapUntil)}`}</StatusMark>
}

function Month({ date }: { date: string | null }) {
  return date === null ? <span className="muted">Not known</span> : <time dateTime={date} title={dayMonthYear(date)}>{monthYear(date)}</time>
}

function GroupHeading({ group }: { group: InitiativeGroup }) {
  const count = `${group.count} ${group.count === 1 ? "initiative" : "initiatives"}`
  if (group.goal === null) {
    return (
      <>
        {group.lost ? <Shape state="gap" /> : null}
        <span className="group-name">{group.heading}</span>
        <span className="muted">{count}</span>
      </>
    )
  }
  const helpers = group.alsoHelp === 0 ? "" : `, ${group.alsoHelp} more ${group.alsoHelp === 1 ? "helps" : "help"}`
  const words = group.count > 0 ? `${count}${helpers}` : group.alsoHelp > 0 ? `${group.alsoHelp} ${group.alsoHelp === 1 ? "helps" : "help"} beside another main goal` : "No work supports this goal"
  return (
    <>
      <Shape state={group.goal.lacksWork ? "gap" : goalState(group.goal.health)} />
      <a className="group-name" href={`/goals/${group.goal.code}`}>{group.heading}</a>
      <span className="code">{group.goal.code}</span>
      <span className="muted">
        {words}
        {group.goal.lacksWork && group.count > 0 ? ", none under way" : ""}
        {group.goal.gapUntil === null ? "" : `, accepted until ${dayMonthYear(group.goal.gapUntil)}`}
      </span>
    </>
  )
}

function WaysOut({ goal, mayPlan }: { goal: { code: string; gapUntil: string | null }; mayPlan: boolean }) {
  return (
    <>
      {mayPlan ? <a href={`/link?about=${goal.code}&way=${encodeURIComponent("contributes to<")}`}>Link work</a> : null}
      <a href={`/ask?about=${goal.code}`}>Ask the owner</a>
      {mayPlan && goal.gapUntil === null ? <a href={`/gaps/accept?about=${goal.code}&gap=goalsWithoutWork`}>Accept as is</a> : null}
    </>
  )
}

/** The step pages name the chosen ones by short id; bringing back is done at once, by the ids of the rows. */
function bulkOf(list: InitiativeListPage, operationId: string): DataTableProps["bulk"] {
  if (!list.archived) return { operationId, actions: <BulkActions mayPlan={list.mayPlan} /> }
  return list.mayPlan ? { operationId, actions: <BringBack path="/initiatives" />, each: bringBackEach("/initiatives") } : undefined
}

function BulkActions({ mayPlan }: { mayPlan: boolean }) {
  const to = (page: string, label: string, quiet = false) => (
    <button type="submit" className={quiet ? "btn quiet small" : "btn small"} formMethod="get" formAction={`/initiatives/many/${page}`}>
      {label}
    </button>
  )
  return (
    <>
      {mayPlan ? to("goal", "Link to a goal") : null}
      {mayPlan ? to("stage", "Set stage") : null}
      {mayPlan ? to("owner", "Set owner") : null}
      {to("update", "Ask for an update")}
      {mayPlan ? to("archive", "Archive", true) : null}
    </>
  )
}

/** An amount as one types it: without cents where there are none. */
function plain(amount: string): string {
  return amount.replace(/\.00$/, "")
}
