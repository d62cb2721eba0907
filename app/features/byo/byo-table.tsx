// The table of side-door tools: the need first, how its answer stands, who uses it and why IT was not used.
import { dayMonthYear } from "~/core/calendar"
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, inGroups, MoneyCell, OwnerCell, Refs } from "~/features/elements/record-cells"
import { DataTable } from "~/ui/data-table"
import { dispositionWords, foundHowWords, sensitivityWords, whyNotWords, wonWords } from "./byo"
import { byoColumnWords, byoList, type ByoRow } from "./byo-list"
import { ByoMark } from "./byo-mark"

export interface ByoTableProps {
  rows: readonly ByoRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  currency: string
  mayAnswer: boolean
}

const unknown = <span className="muted">Not known</span>

/** Draws one page of the register. */
export function ByoTable({ rows, ask, address, total, currency, mayAnswer }: ByoTableProps) {
  const operationId = useOperationId("byo")
  const keyOf = {
    unit: ({ unit }: ByoRow) => ({ key: unit?.id ?? "none", label: unit?.name ?? "Team not named" }),
    why: ({ whyNot }: ByoRow) => ({ key: whyNot, label: whyNotWords[whyNot] }),
    outcome: ({ disposition }: ByoRow) => ({ key: disposition, label: dispositionWords[disposition] }),
  }[ask.group]
  return (
    <DataTable
      id="byo"
      caption="Tools that teams got on their own, with the need behind each, its answer, the team, users and why IT was not used"
      columns={columnsFor(byoList, ask, address, byoColumnWords, { numeric: ["users", "cost", "care"] })}
      groups={inGroups(rows, keyOf ?? null).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, href: `/byo/${row.code}`, version: row.version,
          cells: {
            need: row.need, state: <ByoMark report={row} />, job: row.job || unknown,
            unit: <Refs refs={row.unit ? [row.unit] : []} none="Not named" />, users: row.users ?? unknown,
            cost: <MoneyCell amount={row.yearlyCost} currency={currency} />, data: sensitivityWords[row.sensitivity ?? 0] ?? unknown, care: row.care ?? unknown,
            why: whyNotWords[row.whyNot], found: foundHowWords[row.foundHow], goal: <Refs refs={row.goal ? [row.goal] : []} none="Not named" />,
            owner: <OwnerCell owner={row.owner} />, reported: dayMonthYear(row.reportedOn), won: row.won ? wonWords[row.won] : <span className="muted">–</span>,
          },
        })),
      }))}
      bulk={mayAnswer ? bulkFor({ path: "/byo", ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref="/byo/new"
    />
  )
}
