// The page of a unit: its people, headcount by role level, sub-units, what it uses and the work that affects it.
import type { ReactNode } from "react"
import { pathOf, type ElementRef } from "~/features/elements/element"
import type { Relation } from "~/features/elements/link"
import { LinksCard } from "~/features/elements/links-card"
import { RecordPage, WhyCard, type PanelData, type RecordPageProps } from "~/features/elements/record-page"
import { Avatar } from "~/ui/avatar"
import { Card } from "~/ui/card"
import { DataTable } from "~/ui/data-table"
import { roleLevels, roleLevelWords, totalOf, type Headcount, type RoleLevel } from "./unit"

type Whole = Headcount & { total: number | null }

export interface UnitPageProps {
  unit: RecordPageProps["record"] & { version: number; headcount: Headcount }
  /** with its sub-units; null for an archived unit */
  total: Whole | null
  parent: ElementRef | null
  parts: readonly (ElementRef & { whole: Whole })[]
  people: readonly (ElementRef & { title: string; roleLevel: RoleLevel | null })[]
  links: readonly { id: string; relation: Relation; note: string; seats: number | null; other: ElementRef }[]
  panels: PanelData
  choices: { services: readonly ElementRef[] | null; work: readonly ElementRef[] | null }
  /** the initiatives this person answers for: theirs may be linked here without planning the unit */
  ownWork: readonly ElementRef[]
  why: Parameters<typeof WhyCard>[0]["why"]
  /** the table of applications used */
  uses: ReactNode
  /** what the unit said and what became of it */
  said?: ReactNode
}

/** Draws the page. */
export function UnitPage({ unit, total, parent, parts, people, links, panels, choices, ownWork, why, uses, said }: UnitPageProps) {
  const mayEdit = panels.mayName && unit.archivedAt === null
  const own = new Set(ownWork.map(({ id }) => id))
  const path = pathOf("unit", unit.code)
  return (
    <RecordPage
      record={unit}
      crumbs={parent ? [{ label: parent.name, href: pathOf("unit", parent.code) }] : []}
      panels={panels}
      mayEdit={mayEdit}
      mayArchive={panels.mayName}
    >
      <WhyCard why={why} />
      <Card title="Working with IT" id="relationship">
        <ul className="lines">
          {[
            { to: `${path}/relationship`, label: "How close are we", words: "what each side thinks of the other, ratings and the strategy on a page" },
            { to: `${path}/brief`, label: "Before you meet them", words: "the brief on one page, and the start of the next review" },
            { to: `/commitments?unit=${unit.code}`, label: "What was promised", words: "every promise made to them, kept, open or late" },
          ].map(({ to, label, words }) => (
            <li key={to}>
              <span className="grow">
                <a href={to}>{label}</a>
                <small>{words}</small>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {said}
      <HeadcountCard unit={unit} total={total} mayEdit={mayEdit} parts={parts.length} />
      {uses}
      <LinksCard
        title="Services used" id="links" record={unit} mayEdit={mayEdit} none="No service yet." link={{ relation: "uses", forth: true }} choices={choices.services} other="service"
        lines={links.filter((link) => link.relation === "uses" && link.other.kind === "service").map((link) => ({ ...link, carries: link.seats === null ? undefined : `${link.seats} seats` }))}
      />
      <LinksCard
        title="Work that affects it" id="work" record={unit} mayEdit={mayEdit || (own.size > 0 && unit.archivedAt === null)} none="No work affects it." link={{ relation: "affects", forth: false }}
        choices={mayEdit ? choices.work : ownWork} other="initiative"
        lines={links.filter((link) => link.relation === "affects").map((link) => ({ ...link, mayTake: unit.archivedAt === null && (mayEdit || own.has(link.other.id)) }))}
      />
      <Card title="Sub-units" id="parts" aside={mayEdit ? <a href={`/units/new?in=${unit.code}`}>Add one</a> : undefined}>
        {parts.length === 0 ? <p className="muted">It has none.</p> : null}
        <ul className="lines">
          {parts.map((part) => (
            <li key={part.id}>
              <span className="grow">
                <a href={pathOf("unit", part.code)}>{part.name}</a> <span className="code">{part.code}</span>
              </span>
              <span>{part.whole.total === null ? <span className="muted">Headcount not known</span> : `${part.whole.total} people`}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="People" id="people" aside={people.length > 0 ? <a href={`/people?unit=${unit.code}`}>{people.length} named</a> : undefined}>
        {people.length === 0 ? <p className="muted">Nobody is named here yet.</p> : null}
        <ul className="lines">
          {people.map((person) => (
            <li key={person.id}>
              <Avatar name={person.name} />
              <span>
                <a href={pathOf("person", person.code)}>{person.name}</a>
                <small>{[person.title, person.roleLevel ? roleLevelWords[person.roleLevel] : ""].filter(Boolean).join(" · ")}</small>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </RecordPage>
  )
}

function HeadcountCard({ unit, total, mayEdit, parts }: Pick<UnitPageProps, "unit" | "total"> & { mayEdit: boolean; parts: number }) {
  const unknown = <span className="muted">Not known</span>
  const [first, ...rest] = [{ key: "name", label: "People" }, ...roleLevels.map((level) => ({ key: level, label: roleLevelWords[level], numeric: true, edit: { field: level, type: "number" as const } })), { key: "total", label: "Together", numeric: true }]
  if (!first) return null
  const direct = {
    id: "direct", name: "Directly in it", href: "#headcount", version: unit.version, editAction: mayEdit ? `/units/${unit.code}/cell` : undefined,
    values: Object.fromEntries(roleLevels.map((level) => [level, String(unit.headcount[level] ?? "")])),
    cells: { ...Object.fromEntries(roleLevels.map((level) => [level, unit.headcount[level] ?? unknown])), total: totalOf(unit.headcount) ?? unknown },
  }
  const whole = total && parts > 0
    ? [{ id: "whole", name: "With its sub-units", href: "#parts", version: unit.version, cells: { ...Object.fromEntries(roleLevels.map((level) => [level, total[level] ?? unknown])), total: total.total ?? unknown } }]
    : []
  return (
    <Card title="Headcount by role level" id="headcount" flush>
      <DataTable id="headcount-rows" caption="Headcount by role level" columns={[first, ...rest]} groups={[{ id: "all", rows: [direct, ...whole] }]} />
    </Card>
  )
}
