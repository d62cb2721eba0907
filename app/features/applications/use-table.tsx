// Who uses an application and what a unit uses: seats and yearly cost, edited in place, with their totals.
import type { ElementRef } from "~/features/elements/element"
import { pathOf } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import { MoneyCell } from "~/features/elements/record-cells"
import { Card } from "~/ui/card"
import { DataTable } from "~/ui/data-table"
import { MoneyField, NumberField } from "~/ui/field"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import { addUses, type Use } from "./application"

export interface UseRow extends Use {
  id: string
  version: number
  other: ElementRef
}

export interface UseTableProps {
  /** the application when its units are listed, the unit when its applications are */
  record: ElementRef
  rows: readonly UseRow[]
  currency: string
  mayEdit: boolean
  choices: readonly ElementRef[] | null
}

/** Draws the table; a missing cost reads "Not known" and makes the total "at least". */
export function UseTable({ record, rows, currency, mayEdit, choices }: UseTableProps) {
  const byUnits = record.kind === "application"
  const title = byUnits ? "Used by" : "Applications used"
  const sums = addUses(rows)
  const used = new Set(rows.map((row) => row.other.id))
  return (
    <Card title={title} id="uses" flush aside={<Sums rows={rows} currency={currency} />}>
      {rows.length === 0 ? (
        <p className="muted card-words">{byUnits ? "No unit uses it yet, so its seats and cost are not known." : "No application yet."}</p>
      ) : (
        <DataTable
          id="use-rows"
          caption={`${title}: seats and yearly cost`}
          columns={[
            { key: "name", label: byUnits ? "Unit" : "Application" },
            { key: "seats", label: "Seats", numeric: true, edit: { field: "seats", type: "number" } },
            { key: "cost", label: "Yearly cost", numeric: true, edit: { field: "yearlyCost", type: "number" } },
            { key: "perSeat", label: "Cost a seat", numeric: true },
            ...(mayEdit ? [{ key: "end", label: "No longer" }] : []),
          ]}
          groups={[{
            id: "all",
            rows: rows.map((row) => ({
              id: row.id, code: row.other.code, name: row.other.name, href: pathOf(row.other.kind, row.other.code), version: row.version,
              editAction: mayEdit ? (byUnits ? `/applications/${record.code}/use/${row.other.code}` : `/applications/${row.other.code}/use/${record.code}`) : undefined,
              values: { seats: String(row.seats ?? ""), cost: (row.yearlyCost ?? "").replace(/\.00$/, "") },
              cells: {
                seats: row.seats ?? <span className="muted">Not known</span>,
                cost: <MoneyCell amount={row.yearlyCost} currency={currency} />,
                end: <EndUse row={row} />,
                perSeat: <MoneyCell amount={addUses([row]).costPerSeat} currency={currency} />,
              },
            })),
          }]}
          tally={sums.withoutCost === 0 ? undefined : `The cost of ${sums.withoutCost} is not known`}
        />
      )}
      {mayEdit ? <NewUse record={record} choices={choices} used={used} byUnits={byUnits} /> : null}
    </Card>
  )
}

function Sums({ rows, currency }: { rows: readonly Use[]; currency: string }) {
  const sums = addUses(rows)
  if (rows.length === 0) return null
  return (
    <>
      {sums.seats === null ? "Seats not known" : `${sums.withoutSeats > 0 ? "at least " : ""}${sums.seats} seats`}
      {" · "}
      <MoneyCell amount={sums.yearlyCost} currency={currency} missing={sums.withoutCost} /> {sums.yearlyCost === null ? "cost" : "a year"}
    </>
  )
}

function EndUse({ row }: { row: UseRow }) {
  return (
    <form method="post" action={`/links/${row.id}/remove`} className="inline">
      <OperationFields form={`end use ${row.id}`} />
      <button type="submit" className="btn quiet small" aria-label={`${row.other.name}: no longer in use here`}>
        ×
      </button>
    </form>
  )
}

function NewUse({ record, choices, used, byUnits }: { record: ElementRef; choices: readonly ElementRef[] | null; used: ReadonlySet<string>; byUnits: boolean }) {
  if (choices?.every((choice) => used.has(choice.id))) return null
  return (
    <Disclosed summary={byUnits ? "Add a unit" : "Add an application"} picker="use-other" className="disclose card-words">
      <form method="post" action="/links" className="form">
        <OperationFields form="new use" />
        <input type="hidden" name={byUnits ? "toId" : "fromId"} value={record.id} />
        <input type="hidden" name="relation" value="uses" />
        <LaterPicker label={byUnits ? "Unit" : "Application"} name={byUnits ? "fromId" : "toId"} id="use-other" required options={choices && choices.map(asOption)} without={used} from={byUnits ? "/choices/unit" : "/choices/application"} empty="Choose" />
        <NumberField label="Seats" name="seats" id="use-seats" />
        <MoneyField label="Yearly cost" name="yearlyCost" id="use-cost" />
        <button type="submit" className="btn primary small">
          Add
        </button>
      </form>
    </Disclosed>
  )
}
