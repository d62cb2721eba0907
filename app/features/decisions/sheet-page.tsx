// The decision on one page of paper: what was chosen and why, between which options, by whom, and what proves it.
import "./decision.css"
import type { ReactNode } from "react"
import { dayMonthYear } from "~/core/calendar"
import { fullMoney } from "~/core/money"
import { pathOf } from "~/features/elements/element"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"
import { PrintButton } from "~/ui/print-button"
import { StatusMark } from "~/ui/status"
import { stateWords, tieRelations, tieWords, topicWords } from "./decision"
import type { RoomShown } from "./room"
import { stateShapes } from "./room-page"
import { paybackWords } from "./saving"

/** Draws the sheet; `heard` says who was asked, and the waivers under which it went on. */
export function SheetPage({ room, heard }: { room: RoomShown; heard: { sentence: string; waivers: readonly string[] } | null }) {
  const { decision, options, criteria, deciders, ties, winners, currency } = room
  const path = pathOf("decision", decision.code)
  const chosen = options.find(({ isLeading }) => isLeading)
  return (
    <div className="page narrow sheet">
      <PageHeader
        title={decision.name} code={decision.code} state={<StatusMark state={stateShapes[decision.state]}>{stateWords[decision.state]}</StatusMark>}
        crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }, { label: "On one page" }]}
        lede={`${topicWords[decision.topic]}.${decision.signedOn ? ` Decided on ${decision.signedOn}.` : ""}${decision.importedFrom ? ` Imported from ${decision.importedFrom} of ${decision.importedOn ?? ""}.` : ""}`}
        actions={<PrintButton>Print</PrintButton>}
      />
      <div className="stack">
        <Card id="sheet-decision" title="The decision">
          <dl>
            <Row label="About">{decision.context}</Row>
            <Row label="We choose">{decision.outcome}</Row>
            <Row label="Because">{decision.reasons}</Row>
            <Row label="Within what">{decision.constraints}</Row>
            {tieRelations.map((relation) => {
              const to = ties.filter((tie) => tie.relation === relation)
              return to.length === 0 ? null : <Row key={relation} label={tieWords[relation].label}>{to.map((tie) => tie.to.name).join(", ")}</Row>
            })}
            <Row label="Looked at again">{decision.reviewOn ?? ""}</Row>
            <Row label="Sooner when">{decision.revisit.join("\n")}</Row>
            <Row label="Why it ended">{decision.endedWhy}</Row>
          </dl>
        </Card>
        <Card id="sheet-options" title="Options" aside={criteria.length > 0 ? criteria.map(({ name, weight }) => `${name} ${weight}`).join(", ") : undefined}>
          <ul className="lines">
            {options.map(({ id, letter, name, total, isLeading }) => (
              <li key={id}>
                <span className="line-text">{letter} {isLeading ? <b>{name}, chosen</b> : name}{winners.includes(id) && winners.length === 1 ? ", scored best" : ""}</span>
                {total === null ? null : <span>{total.toFixed(1)} of 5</span>}
              </li>
            ))}
          </ul>
          {chosen?.saving ? <p className="small">Saves {fullMoney(chosen.saving.netYearly, currency)} a year{chosen.saving.startsOn ? ` from ${dayMonthYear(chosen.saving.startsOn)}` : ""}, paid once {fullMoney(chosen.saving.oneOff, currency)}. {paybackWords(chosen.saving)}. Three years: {fullMoney(chosen.saving.threeYears, currency)}.</p> : null}
        </Card>
        <Card id="sheet-people" title="Who was heard, and who decided">
          <dl>
            <Row label="Heard">{heard?.sentence ?? ""}</Row>
            <Row label="Waived">{heard?.waivers.join("\n") ?? ""}</Row>
            <Row label="Decided by">{deciders.map(({ person, signedOn, dissent }) => `${person.name}, ${signedOn ? `signed on ${signedOn}` : "not signed"}${dissent ? `. Sees otherwise: “${dissent}”` : ""}`).join("\n")}</Row>
          </dl>
          {decision.checksum ? <p className="checksum">SHA-256 {decision.checksum}</p> : null}
        </Card>
      </div>
    </div>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
