// The page of a person or group: where they work, what they answer for and which questions wait for them.
import type { ReactNode } from "react"
import { kindWords, pathOf, type ElementRef } from "~/features/elements/element"
import { QuestionLine, type PanelQuestion } from "~/features/elements/element-panels"
import { RecordPage, type PanelData, type RecordPageProps } from "~/features/elements/record-page"
import { responsibilityWords, type ResponsibilityRole } from "~/features/elements/responsibility"
import { roleLevelWords, type RoleLevel } from "~/features/units/unit"
import { Card } from "~/ui/card"
import { Props } from "~/ui/facts"

export interface PersonPageProps {
  person: RecordPageProps["record"] & { title: string; roleLevel: RoleLevel | null; email: string | null; groupHeadcount: number | null }
  unit: ElementRef | null
  parts: readonly { role: ResponsibilityRole; records: readonly ElementRef[] }[]
  /** open questions to this person */
  asked: readonly PanelQuestion[]
  panels: PanelData
  mayEdit: boolean
  /** cards of other capabilities */
  children?: ReactNode
}

/** Draws the page. */
export function PersonPage({ person, unit, parts, asked, panels, mayEdit, children }: PersonPageProps) {
  const none = <span className="muted">Not said</span>
  const items = [
    { label: "Title", value: person.title || none },
    { label: "Unit", value: unit ? <a href={pathOf("unit", unit.code)}>{unit.name}</a> : none },
    { label: "Role level", value: person.roleLevel ? roleLevelWords[person.roleLevel] : none },
    ...(person.groupHeadcount === null ? [] : [{ label: "Group of", value: `${person.groupHeadcount} people` }]),
    { label: "E-mail", value: person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : none },
  ]
  return (
    <RecordPage record={person} props={<Props items={items} />} panels={panels} mayEdit={mayEdit} mayArchive={mayEdit}>
      {children}
      {parts.length === 0 && person.groupHeadcount === null ? (
        <Card title="Answers for" id="parts">
          <p className="muted">Nothing yet.</p>
        </Card>
      ) : null}
      {parts.map(({ role, records }) => (
        <Card key={role} title={role === "accountable" ? "Owns" : responsibilityWords[role]} id={`part-${role}`} aside={String(records.length)}>
          <ul className="lines">
            {records.map((record) => (
              <li key={record.id}>
                <span className="grow">
                  <a href={pathOf(record.kind, record.code)}>{record.name}</a> <span className="code">{record.code}</span>
                </span>
                <span className="muted">{kindWords[record.kind].one}</span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Card title="Questions waiting for an answer" id="asked" aside={asked.length > 0 ? String(asked.length) : undefined}>
        {asked.length === 0 ? <p className="muted">None.</p> : null}
        <ul className="lines">
          {asked.map((question) => (
            <QuestionLine key={question.id} question={question} mayAnswer={panels.mayName || panels.actorId === person.id} mayWithdraw={panels.mayName || question.askedBy?.id === panels.actorId} />
          ))}
        </ul>
      </Card>
    </RecordPage>
  )
}
