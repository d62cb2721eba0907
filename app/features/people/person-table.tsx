// The table of people: title, unit, role level, account and how much each owns.
import type { ListAsk } from "~/features/elements/list"
import { useOperationId } from "~/features/elements/operation-fields"
import { bulkFor, columnsFor, inGroups, Refs } from "~/features/elements/record-cells"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { DataTable } from "~/ui/data-table"
import type { CellEdit } from "~/ui/table-edit"
import { personColumnWords, personList, type PersonRow } from "./person-list"

export interface PersonTableProps {
  rows: readonly PersonRow[]
  ask: ListAsk
  address: URLSearchParams
  total: number
  mayEdit: boolean
  /** rows of people with an account are edited by administrators alone */
  mayAdminister: boolean
}

/** Draws one page of the list. */
export function PersonTable({ rows, ask, address, total, mayEdit, mayAdminister }: PersonTableProps) {
  const operationId = useOperationId("people")
  const edits: Record<string, CellEdit> = mayEdit
    ? {
        name: { field: "name", type: "text" },
        title: { field: "title", type: "text" },
        level: { field: "roleLevel", type: "select", options: [{ value: "", label: "Not said" }, ...roleLevels.map((value) => ({ value, label: roleLevelWords[value] }))] },
        unit: { field: "unitId", type: "select", options: [{ value: "", label: "No unit" }], optionsFrom: "/choices/unit" },
      }
    : {}
  const keyOf = {
    unit: (row: PersonRow) => ({ key: row.unit?.id ?? "none", label: row.unit?.name ?? "No unit" }),
    level: (row: PersonRow) => ({ key: row.roleLevel ?? "none", label: row.roleLevel ? roleLevelWords[row.roleLevel] : "Role level not said" }),
  }[ask.group]
  return (
    <DataTable
      id="people"
      caption="People with their title, unit, role level, account and how many records they own"
      columns={columnsFor(personList, ask, address, personColumnWords, { numeric: ["owns"], edits })}
      groups={inGroups(rows, keyOf ?? null).map((group) => ({
        id: group.key,
        heading: group.label === null ? undefined : <span className="group-name">{group.label}</span>,
        rows: group.rows.map((row) => ({
          id: row.id, code: row.code, name: row.name, href: `/people/${row.code}`, version: row.version,
          editAction: mayEdit && (mayAdminister || !row.looked) ? `/people/${row.code}/cell` : undefined,
          values: { name: row.name, title: row.title, level: row.roleLevel ?? "", unit: row.unit?.id ?? "" },
          cells: {
            title: row.title || <span className="muted">–</span>,
            unit: mayEdit ? (row.unit?.name ?? <span className="muted">No unit</span>) : <Refs refs={row.unit ? [row.unit] : []} none="No unit" />,
            level: row.roleLevel ? roleLevelWords[row.roleLevel] : <span className="muted">Not said</span>,
            account: row.groupHeadcount !== null ? `Group of ${row.groupHeadcount}` : row.account ? "Can sign in" : <span className="muted">No account</span>,
            owns: row.owns,
          },
        })),
      }))}
      bulk={mayEdit ? bulkFor({ path: "/people", ask, operationId }) : undefined}
      tally={`${rows.length} of ${total} shown`}
      newHref={mayEdit ? "/people/new" : undefined}
    />
  )
}
