// The page of a service: what it supports, who delivers and uses it, and the work that changes it.
import type { GapName } from "~/features/elements/accepted-gap"
import type { ElementRef } from "~/features/elements/element"
import { relationWords, type Relation } from "~/features/elements/link"
import { LinksCard } from "~/features/elements/links-card"
import { GapCard, RecordPage, WhyCard, type PanelData, type RecordPageProps } from "~/features/elements/record-page"
import { StatusMark } from "~/ui/status"

export interface ServicePageProps {
  service: RecordPageProps["record"]
  links: readonly { id: string; relation: Relation; note: string; criticality: string | null; seats: number | null; other: ElementRef }[]
  panels: PanelData
  choices: { goals: readonly ElementRef[] | null; capabilities: readonly ElementRef[] | null; applications: readonly ElementRef[] | null; units: readonly ElementRef[] | null }
  gap: { gap: GapName; acceptedUntil: string | null } | null
  why: Parameters<typeof WhyCard>[0]["why"]
}

const weights: Record<string, string> = { high: "The service stops without it", medium: "The service slows without it", low: "The service goes on without it" }

/** Draws the page. */
export function ServicePage({ service, links, panels, choices, gap, why }: ServicePageProps) {
  const mayEdit = panels.mayEdit && service.archivedAt === null
  const shared = { record: service, mayEdit }
  const of = (fits: (link: ServicePageProps["links"][number]) => boolean) => links.filter(fits)
  return (
    <RecordPage
      record={service}
      state={<StatusMark state={gap ? "gap" : "on-track"}>{gap ? "Leads to no goal" : "Leads to a goal"}</StatusMark>}
      panels={panels}
      mayEdit={mayEdit}
      mayArchive={panels.mayName}
    >
      <WhyCard why={why} />
      {gap ? <GapCard record={service} gap={gap} mayPlan={panels.mayName} linkLabel="Link a goal" /> : null}
      <LinksCard {...shared} title="Supports goals" id="links" none="No goal yet." link={{ relation: "supports", forth: true }} choices={choices.goals} other="goal" lines={of((link) => link.relation === "supports" && link.other.kind === "goal")} />
      {choices.capabilities?.length !== 0 || links.some((link) => link.relation === "supports" && link.other.kind === "capability") ? (
        <LinksCard {...shared} title="Supports capabilities" id="capabilities" none="No capability yet." link={{ relation: "supports", forth: true }} choices={choices.capabilities} other="capability" lines={of((link) => link.relation === "supports" && link.other.kind === "capability")} />
      ) : null}
      <LinksCard
        {...shared} title="Delivered by" id="applications" none="No application yet." link={{ relation: "delivers", forth: false }} choices={choices.applications} other="application"
        lines={of((link) => link.relation === "delivers").map((link) => ({ ...link, carries: link.criticality ? weights[link.criticality] : undefined }))}
        carries={{ label: "How much the service needs it", name: "criticality", options: Object.entries(weights).map(([value, label]) => ({ value, label })) }}
      />
      <LinksCard
        {...shared} title="Used by" id="units" none="No unit yet." link={{ relation: "uses", forth: false }} choices={choices.units} other="unit"
        lines={of((link) => link.relation === "uses").map((link) => ({ ...link, carries: link.seats === null ? undefined : `${link.seats} seats` }))}
      />
      <LinksCard
        {...shared} title="Changed by work" id="work" none="No work changes it." link={{ relation: "improves", forth: false }} choices={[]}
        lines={of((link) => link.other.kind === "initiative").map((link) => ({ ...link, carries: relationWords[link.relation].forth }))}
      />
    </RecordPage>
  )
}
