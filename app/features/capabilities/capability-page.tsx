// The page of a capability: what it enables, what supports it, its parts and the work that changes it.
import { pathOf, type ElementRef } from "~/features/elements/element"
import { relationWords, type Relation } from "~/features/elements/link"
import { LinksCard } from "~/features/elements/links-card"
import { RecordPage, WhyCard, type PanelData, type RecordPageProps } from "~/features/elements/record-page"
import { Card } from "~/ui/card"

export interface CapabilityPageProps {
  capability: RecordPageProps["record"]
  parent: ElementRef | null
  parts: readonly ElementRef[]
  links: readonly { id: string; relation: Relation; note: string; other: ElementRef }[]
  panels: PanelData
  choices: { goals: readonly ElementRef[] | null; services: readonly ElementRef[] | null }
  why: Parameters<typeof WhyCard>[0]["why"]
}

/** Draws the page. */
export function CapabilityPage({ capability, parent, parts, links, panels, choices, why }: CapabilityPageProps) {
  const mayEdit = panels.mayName && capability.archivedAt === null
  const shared = { record: capability, mayEdit }
  return (
    <RecordPage
      record={capability}
      crumbs={parent ? [{ label: parent.name, href: pathOf("capability", parent.code) }] : []}
      panels={panels}
      mayEdit={mayEdit}
      mayArchive={panels.mayName}
    >
      <WhyCard why={why} />
      <LinksCard {...shared} title="Enables goals" id="links" none="No goal yet." link={{ relation: "enables", forth: true }} choices={choices.goals} other="goal" lines={links.filter((link) => link.relation === "enables")} />
      <LinksCard {...shared} title="Supported by services" id="services" none="No service yet." link={{ relation: "supports", forth: false }} choices={choices.services} other="service" lines={links.filter((link) => link.relation === "supports")} />
      <LinksCard
        {...shared} title="Changed by work" id="work" none="No work changes it." link={{ relation: "improves", forth: false }} choices={[]}
        lines={links.filter((link) => link.other.kind === "initiative").map((link) => ({ ...link, carries: relationWords[link.relation].forth }))}
      />
      <Card title="Its parts" id="parts" aside={mayEdit ? <a href={`/capabilities/new?in=${capability.code}`}>Add one</a> : undefined}>
        {parts.length === 0 ? (
          <p className="muted">It has no parts.</p>
        ) : (
          <ul className="lines">
            {parts.map((part) => (
              <li key={part.id}>
                <span>
                  <a href={pathOf("capability", part.code)}>{part.name}</a> <span className="code">{part.code}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </RecordPage>
  )
}
