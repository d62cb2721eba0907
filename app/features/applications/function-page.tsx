// The page of a job (function): the tools that do it side by side, with seats, yearly cost and fit.
import type { ReactNode } from "react"
import { shortMoney } from "~/core/money"
import type { ElementRef } from "~/features/elements/element"
import { LinksCard } from "~/features/elements/links-card"
import { MoneyCell, OwnerCell } from "~/features/elements/record-cells"
import { RecordPage, type PanelData, type RecordPageProps } from "~/features/elements/record-page"
import { Card } from "~/ui/card"
import { DataTable } from "~/ui/data-table"
import { Props } from "~/ui/facts"
import { Saving } from "./board-card"
import { boardColumnWords, type BoardCard } from "./function-board"
import { addUses, fits, fitWords, lifecycleWords, type Lifecycle, type Use } from "./application"

export interface Tool extends ElementRef {
  linkId: string
  note: string
  fit: number | null
  version: number
  lifecycle: Lifecycle
  vendor: string
  owner: ElementRef | null
  uses: readonly Use[]
}

export interface FunctionPageProps {
  job: RecordPageProps["record"]
  tools: readonly Tool[]
  panels: PanelData
  choices: readonly ElementRef[] | null
  currency: string
  /** what the board says of it; null once it is archived */
  card: BoardCard | null
  /** what is allowed for it, as the decisions say */
  standing: ReactNode
}

/** Draws the page; the cost is that of the whole tool, also where it does other jobs. */
export function FunctionPage({ job, tools, panels, choices, currency, card, standing }: FunctionPageProps) {
  const mayEdit = panels.mayEdit && job.archivedAt === null
  const sums = addUses(tools.flatMap((tool) => tool.uses))
  const items = [
    { label: "Tools", value: tools.length },
    { label: "Seats", value: sums.seats ?? <span className="muted">Not known</span> },
    { label: "Yearly cost", value: sums.yearlyCost === null ? <span className="muted">Not known</span> : shortMoney(sums.yearlyCost, currency), note: sums.withoutCost > 0 ? "not all is known" : undefined },
    ...(card === null || tools.length < 2 ? [] : [
      { label: "Price of a seat", value: card.spread === null ? <span className="muted">Not known</span> : `${shortMoney(card.spread.lowest, currency)} to ${shortMoney(card.spread.highest, currency)}` },
      { label: "Scattered", value: card.fragmentation === null ? <span className="muted">n/a</span> : card.fragmentation.toFixed(2), note: "0 is one tool for all" },
      { label: "On the chosen tool", value: card.adoption === null ? <span className="muted">n/a</span> : `${Math.round(card.adoption * 100)} %` },
      { label: "One tool for all", value: <Saving card={card} currency={currency} /> },
    ]),
    ...(card?.column ? [{ label: "Choice", value: <a href="/functions">{boardColumnWords[card.column]}</a> }] : []),
  ]
  return (
    <RecordPage record={job} props={<Props items={items} />} panels={panels} mayEdit={mayEdit} mayArchive={panels.mayName}>
      <Card title="Done by" id="tools" flush>
        {tools.length === 0 ? <p className="muted card-words">No tool does this job yet.</p> : <ToolTable tools={tools} currency={currency} />}
      </Card>
      {standing}
      <LinksCard
        title="Tools for this job" id="links" record={job} mayEdit={mayEdit} none="None." link={{ relation: "performs", forth: false }} choices={choices} other="application"
        lines={tools.map((tool) => ({ id: tool.linkId, other: tool, note: tool.note, carries: tool.fit ? `Does it ${(fitWords[tool.fit] ?? "").toLowerCase()}` : undefined }))}
        carries={{ label: "How well it does the job", name: "fit", options: fits.map((value) => ({ value: String(value), label: fitWords[value] ?? String(value) })) }}
      />
    </RecordPage>
  )
}

function ToolTable({ tools, currency }: { tools: readonly Tool[]; currency: string }) {
  return (
    <DataTable
      id="tool-rows"
      caption="Tools that do this job, with seats, yearly cost and how well they do it"
      columns={[
        { key: "name", label: "Tool" }, { key: "fit", label: "Does it" }, { key: "lifecycle", label: "Stage" }, { key: "vendor", label: "Vendor" },
        { key: "seats", label: "Seats", numeric: true }, { key: "cost", label: "Yearly cost", numeric: true }, { key: "perSeat", label: "Cost a seat", numeric: true }, { key: "owner", label: "Owner" },
      ]}
      groups={[{
        id: "all",
        rows: tools.map((tool) => {
          const sums = addUses(tool.uses)
          return {
            id: tool.id, code: tool.code, name: tool.name, href: `/applications/${tool.code}`, version: tool.version,
            cells: {
              fit: tool.fit ? fitWords[tool.fit] : <span className="muted">Not said</span>,
              lifecycle: lifecycleWords[tool.lifecycle],
              vendor: tool.vendor || <span className="muted">Not named</span>,
              seats: sums.seats ?? <span className="muted">Not known</span>,
              cost: <MoneyCell amount={sums.yearlyCost} currency={currency} missing={sums.withoutCost} />,
              perSeat: <MoneyCell amount={sums.costPerSeat} currency={currency} />,
              owner: <OwnerCell owner={tool.owner} />,
            },
          }
        }),
      }]}
    />
  )
}
