// The page of an application: its stage and money, where it belongs, its contract and costs, who uses it, what it delivers and which jobs it does.
import type { ReactNode } from "react"
import { dayMonthYear } from "~/core/calendar"
import { shortMoney } from "~/core/money"
import type { GapName } from "~/features/elements/accepted-gap"
import type { ElementRef } from "~/features/elements/element"
import { relationWords, type Relation } from "~/features/elements/link"
import { LinksCard } from "~/features/elements/links-card"
import { OperationFields } from "~/features/elements/operation-fields"
import { GapCard, RecordPage, WhyCard, type PanelData, type RecordPageProps } from "~/features/elements/record-page"
import { Card } from "~/ui/card"
import { Props } from "~/ui/facts"
import { addUses, criticalities, criticalityWords, fits, fitWords, lifecycleWords, type ApplicationFields, type ContractState, type Criticality } from "./application"
import { FitCard, type ShownAnswer } from "./fit-card"
import type { Fit } from "./fit"
import { fullYearlyCost, type CostYear } from "./cost-line"
import { CostsCard, LifeCard } from "./life-card"
import { productShown } from "./product-name"
import { UseTable, type UseRow } from "./use-table"

export interface ApplicationPageProps {
  application: RecordPageProps["record"] & ApplicationFields
  links: readonly (UseRow & { relation: Relation; note: string; criticality: Criticality | null; fit: number | null })[]
  panels: PanelData
  choices: { services: readonly ElementRef[] | null; jobs: readonly ElementRef[] | null; units: readonly ElementRef[] | null }
  currency: string
  gap: { gap: GapName; acceptedUntil: string | null } | null
  why: Parameters<typeof WhyCard>[0]["why"]
  fit: Fit
  answers: readonly ShownAnswer[]
  contract: ContractState
  costs: readonly CostYear[]
  thisYear: number
  /** what was merged into it, and when */
  merged: readonly { ref: ElementRef; at: string; operationId: string }[]
  /** whether it may be used, as the decisions say */
  standing: ReactNode
}

/** Draws the page. */
export function ApplicationPage({ application, links, panels, choices, currency, gap, why, fit, answers, contract, costs, thisYear, merged, standing }: ApplicationPageProps) {
  const mayEdit = panels.mayEdit && application.archivedAt === null
  const shared = { record: application, mayEdit }
  const uses = links.filter((link) => link.relation === "uses")
  return (
    <RecordPage record={application} props={<Figures application={application} uses={uses} currency={currency} people={panels.people} mayMerge={panels.mayName && application.archivedAt === null} full={fullYearlyCost(costs.map((one) => ({ financialYear: one.year, amount: one.total })), thisYear)} year={thisYear} />} panels={panels} mayEdit={mayEdit} mayArchive={panels.mayName}>
      <WhyCard why={why} />
      {gap ? <GapCard record={application} gap={gap} mayPlan={panels.mayName} linkLabel="Link a service" /> : null}
      {merged.length > 0 ? <MergedCard merged={merged} mayPlan={panels.mayName} /> : null}
      {standing}
      <FitCard code={application.code} fit={fit} planned={application.plannedPlacement} answers={answers} archived={application.archivedAt !== null} />
      <LifeCard life={application} contract={contract} />
      <CostsCard code={application.code} years={costs} thisYear={thisYear} currency={currency} mayEdit={mayEdit} />
      <UseTable record={application} rows={uses} currency={currency} mayEdit={mayEdit} choices={choices.units} />
      <LinksCard
        {...shared} title="Delivers services" id="links" none="No service yet." link={{ relation: "delivers", forth: true }} choices={choices.services} other="service"
        lines={links.filter((link) => link.relation === "delivers").map((link) => ({ ...link, carries: link.criticality ? criticalityWords[link.criticality] : undefined }))}
        carries={{ label: "How much the service needs it", name: "criticality", options: criticalities.map((value) => ({ value, label: criticalityWords[value] })) }}
      />
      <LinksCard
        {...shared} title="Does these jobs" id="jobs" none="No job named yet." link={{ relation: "performs", forth: true }} choices={choices.jobs} other="function"
        lines={links.filter((link) => link.relation === "performs").map((link) => ({ ...link, carries: link.fit ? `Does it ${(fitWords[link.fit] ?? "").toLowerCase()}` : undefined }))}
        carries={{ label: "How well it does the job", name: "fit", options: fits.map((value) => ({ value: String(value), label: fitWords[value] ?? String(value) })) }}
      />
      <LinksCard
        {...shared} title="Changed by work" id="work" none="No work changes it." link={{ relation: "improves", forth: false }} choices={[]}
        lines={links.filter((link) => link.other.kind === "initiative").map((link) => ({ ...link, carries: relationWords[link.relation].forth }))}
      />
    </RecordPage>
  )
}

function MergedCard({ merged, mayPlan }: Pick<ApplicationPageProps, "merged"> & { mayPlan: boolean }) {
  return (
    <Card title="Merged into this" id="merged">
      <ul className="lines told">
        {merged.map(({ ref, at, operationId }) => (
          <li key={ref.id}>
            <span className="line-text">{ref.name} ({ref.code}), {dayMonthYear(at.slice(0, 10))}: <a href={`/history?about=${ref.code}`}>its history</a></span>
            {mayPlan ? <TakeBack operationId={operationId} name={ref.name} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function TakeBack({ operationId, name }: { operationId: string; name: string }) {
  return (
    <form method="post" action={`/undo/${operationId}`} className="inline">
      <OperationFields form={`take back ${operationId}`} />
      <button type="submit" className="btn quiet small" aria-label={`Take the merge of ${name} back`}>
        Take it back
      </button>
    </form>
  )
}

interface FiguresProps extends Pick<ApplicationPageProps, "application" | "currency"> {
  uses: readonly UseRow[]
  people: PanelData["people"]
  mayMerge: boolean
  /** the full yearly cost of this year; null where nothing is written down */
  full: string | null
  year: number
}

function Figures({ application, uses, currency, people, mayMerge, full, year }: FiguresProps) {
  const sums = addUses(uses)
  const unknown = <span className="muted">Not known</span>
  const money = (amount: string | null) => (amount === null ? unknown : shortMoney(amount, currency))
  const missing = sums.withoutCost === 0 ? undefined : `the cost for ${sums.withoutCost === 1 ? "one unit" : `${sums.withoutCost} units`} is not known`
  const product = productShown(application)
  const named = (role: "accountable" | "responsible") => people.filter((part) => part.role === role).map((part) => part.person.name).join(", ") || <span className="muted">Nobody yet</span>
  return (
    <Props
      items={[
        { label: "Stage", value: lifecycleWords[application.lifecycle] },
        { label: "Vendor", value: application.vendor || <span className="muted">Not named</span> },
        ...(product.version === "" && application.family === null ? [] : [{ label: "Product family", value: product.family, note: product.version ? `version ${product.version}` : undefined }]),
        { label: "Business owner", value: named("accountable") },
        { label: "Technical owner", value: named("responsible") },
        { label: "Seats", value: sums.seats ?? unknown, note: sums.seats !== null && sums.withoutSeats > 0 ? "at least" : undefined },
        { label: "Yearly cost", value: money(sums.yearlyCost), note: missing },
        { label: "Cost a seat", value: money(sums.costPerSeat) },
        ...(mayMerge ? [{ label: "Recorded twice?", value: <a href={`/applications/${application.code}/merge`}>Merge it</a> }] : []),
        ...(full === null ? [] : [{ label: `Full yearly cost ${year}`, value: shortMoney(full, currency) }]),
      ]}
    />
  )
}
