// The table of goals: what each cell shows, what may be edited in place, and the headings of its pillars.
import type { ReactNode } from "react"
import { dayMonthYear, monthYear } from "~/core/calendar"
import { fullMoney, shortMoney } from "~/core/money"
import { useOperationId } from "~/features/elements/operation-fields"
import { bringBackEach, BulkActions, columnsFor } from "~/features/elements/record-cells"
import { Avatar } from "~/ui/avatar"
import { DataTable, type Row } from "~/ui/data-table"
import { Menu } from "~/ui/menu"
import { Shape, StatusMark } from "~/ui/status"
import { goalLevelWords, goalStatuses, goalStatusWords } from "./goal"
import { goalListSpec, lacksWork } from "./goal-list"
import { GoalHealthMark, healthState, ProgressCell } from "./goal-marks"
import type { GoalListPage, GoalRow, GoalRowGroup } from "./goal-rows"

export const goalColumnWords: Readonly<Record<string, string>> = {
  name: "Goal", health: "Status", progress: "Of the way", weight: "Weight", measures: "Measures", work: "Work", money: "Money", due: "Due",
  owner: "Owner", level: "Level", status: "Stage",
}

/** Draws one page of the list with its groups, bulk bar and keys. */
export function GoalTable({ list, address }: { list: GoalListPage; address: URLSearchParams }) {
  const operationId = useOperationId("goals")
  const columns = columnsFor(goalListSpec, list.ask, address, goalColumnWords, {
    numeric: ["weight", "money"],
    edits: {
      name: { field: "name", type: "text" },
      weight: { field: "weight", type: "number" },
      due: { field: "dueOn", type: "date" },
      status: { field: "status", type: "select", options: goalStatuses.map((value) => ({ value, label: goalStatusWords[value] })) },
      ...(list.mayPlan ? { owner: { field: "owner", type: "select" as const, options: [{ value: "", label: "No owner" }], optionsFrom: "/people/choices" } } : {}),
    },
  })
  const flat = list.ask.group === "none"
  const groups = list.groups.map((group) => ({
    id: group.key,
    heading: headingOf(group),
    totals: group.pillar ? totalsOf(group.pillar, list) : undefined,
    rows: group.rows.map((row) => rowOf(row, list, flat ? row.depth : Math.max(0, row.depth - 1))),
  }))
  return (
    <DataTable
      id="goals"
      caption="Goals with their status, progress, weight, measures, work, money, due date and owner"
      columns={columns}
      groups={groups}
      bulk={{ operationId, actions: <Bulk list={list} />, ...(list.archived && list.mayPlan ? { each: bringBackEach("/goals") } : {}) }}
      tally={`${list.fitting} of ${list.all} shown`}
      newHref={list.mayPlan ? "/goals/new" : undefined}
    />
  )
}

function headingOf(group: GoalRowGroup): ReactNode {
  if (group.lacking)
    return (
      <>
        <Shape state="gap" />
        <span className="group-name">{group.count === 1 ? "One goal has no work under way" : `${group.count} goals have no work under way`}</span>
        <span className="muted">Link work, ask the owner, or accept it as it is.</span>
      </>
    )
  const { pillar } = group
  if (!pillar) return undefined
  return (
    <>
      <i className="layer-mark direction" aria-hidden="true" />
      <a className="group-name" href={`/goals/${pillar.code}`}>
        {pillar.name}
      </a>
      <span className="code">{pillar.code}</span>
      <StatusMark state={healthState(pillar.health)}>{pillar.progress === null ? "Not known yet" : `${Math.round(pillar.progress * 100)} % of the way`}</StatusMark>
      {group.count === 0 ? <span className="muted">no goal below it is shown here</span> : null}
    </>
  )
}

function totalsOf(pillar: GoalRow, list: GoalListPage): Record<string, ReactNode> | undefined {
  return pillar.counts || pillar.money === null ? undefined : { money: shortMoney(pillar.money, list.currency) }
}

function rowOf(row: GoalRow, list: GoalListPage, depth: number): Row {
  const href = `/goals/${row.code}`
  const cells = {
    health: row.status === "active" ? <GoalHealthMark health={row.health} /> : <span className="muted">{goalStatusWords[row.status]}</span>,
    progress: <ProgressCell progress={row.progress} expected={row.expected} />,
    weight: <WeightCell row={row} />,
    measures: <Measures row={row} />,
    work: <Works row={row} mayPlan={list.mayPlan} />,
    money: row.money === null ? <span className="muted">–</span> : <span title={fullMoney(row.money, list.currency)}>{shortMoney(row.money, list.currency)}</span>,
    due: row.dueOn === null ? <span className="muted">No date</span> : <time dateTime={row.dueOn} title={dayMonthYear(row.dueOn)}>{monthYear(row.dueOn)}</time>,
    owner: row.ownerName === null ? <span className="muted">No owner</span> : <span className="who"><Avatar name={row.ownerName} /> {row.ownerName}</span>,
    level: goalLevelWords[row.level],
    status: goalStatusWords[row.status],
  }
  const shared = { id: row.id, code: row.code, name: row.name, href, version: row.version, depth, cells }
  if (!row.mayEdit) return shared
  const values = { name: row.name, due: row.dueOn ?? "", status: row.status, ...(list.mayPlan ? { weight: String(row.weight), owner: row.ownerId ?? "" } : {}) }
  return { ...shared, values, editAction: `${href}/cell`, editActions: { owner: `${href}/owner-cell` } }
}

function WeightCell({ row }: { row: GoalRow }) {
  if (!row.counts) return <span className="muted" title={row.level === "objective" ? "It counts for the goal above it" : "Its goals carry the weight"}>{row.level === "objective" ? "–" : row.weight}</span>
  return (
    <>
      {row.weight} <small className="muted">{row.share === null ? "" : `${Math.round(row.share * 100)} %`}</small>
    </>
  )
}

function Measures({ row }: { row: GoalRow }) {
  if (row.measures > 0) return <>{row.measures}</>
  if (row.level === "pillar" && !row.counts) return <span className="muted">Its goals’</span>
  return row.gaps.some(({ gap }) => gap === "goalsWithoutMeasure") ? <StatusMark state="gap">None</StatusMark> : <span className="muted">None</span>
}

function Works({ row, mayPlan }: { row: GoalRow; mayPlan: boolean }) {
  const accepted = row.gaps.find(({ gap }) => gap === "goalsWithoutWork")?.acceptedUntil
  if (accepted) return <span className="muted">None, accepted until {dayMonthYear(accepted)}</span>
  if (!lacksWork(row)) return <span className={row.works === 0 ? "muted" : undefined}>{row.works === 0 ? "None" : row.works}</span>
  return (
    <span className="ways-out">
      {mayPlan ? <a href={`/goals/${row.code}#link-work`} aria-label={`Link work to ${row.name}`}>Link</a> : null}
      <a href={`/ask?about=${row.code}`} aria-label={`Ask about ${row.name}`}>Ask</a>
      {mayPlan ? <a href={`/gaps/accept?about=${row.code}&gap=goalsWithoutWork`} aria-label={`Accept ${row.name} without work`}>Accept</a> : null}
    </span>
  )
}

function Bulk({ list }: { list: GoalListPage }) {
  return (
    <>
      {list.mayPlan && !list.archived ? (
        <>
          <select className="input" name="status" aria-label="Stage for the chosen goals" defaultValue="active">
            {goalStatuses.map((value) => (
              <option key={value} value={value}>
                {goalStatusWords[value]}
              </option>
            ))}
          </select>
          <button type="submit" className="btn small" formAction="/goals/many/status">
            Set stage
          </button>
        </>
      ) : null}
      {list.archived ? null : (
        <Menu label="Ask the owners ▾" className="btn small" fromStart>
          <label className="field">
            Question to each owner
            <textarea className="input" name="body" rows={3} maxLength={1000} defaultValue="How is it going? Please add the newest readings." />
          </label>
          <button type="submit" className="btn small" formAction="/goals/many/ask">
            Ask
          </button>
        </Menu>
      )}
      {list.mayPlan ? <BulkActions path="/goals" people={list.people} archived={list.archived} /> : null}
    </>
  )
}
