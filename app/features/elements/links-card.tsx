// A card with the links of one kind that a record has, from whichever end, and the form that adds one.
import type { ReactNode } from "react"
import { Card } from "~/ui/card"
import { Select, TextField } from "~/ui/field"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import { pathOf, type ChainKind, type ElementRef } from "./element"
import { asOption } from "./element-panels"
import type { Relation } from "./link"
import { OperationFields } from "./operation-fields"

export interface LinkLine {
  id: string
  other: ElementRef
  note: string
  /** what the link carries, in words */
  carries?: string
  /** whether this person may take the link away where it differs from line to line; as `mayEdit` unless said */
  mayTake?: boolean
}

export interface LinksCardProps {
  title: string
  id: string
  record: ElementRef
  lines: readonly LinkLine[]
  /** said when there is none */
  none: string
  /** what the form makes: this record is the source of `forth` and the target otherwise */
  link: { relation: Relation; forth: boolean }
  /** what can be linked; null: asked for by kind once the form is opened */
  choices: readonly ElementRef[] | null
  /** the kind of what can be linked, for `choices` that are null */
  other?: ChainKind
  mayEdit: boolean
  /** a choice the link carries besides its reason, such as fit */
  carries?: { label: string; name: "criticality" | "fit"; options: readonly { value: string; label: string }[] }
  foot?: ReactNode
}

/** Draws the links and, for those who may, taking one away and adding one. */
export function LinksCard({ title, id, record, lines, none, link, choices, other = "goal", mayEdit, carries, foot }: LinksCardProps) {
  const linked = new Set([...lines.map((line) => line.other.id), record.id])
  const some = choices === null || choices.some((choice) => !linked.has(choice.id))
  return (
    <Card title={title} id={id} aside={lines.length > 0 ? String(lines.length) : undefined} foot={foot}>
      {lines.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul className="lines">
          {lines.map((line) => (
            <li key={line.id}>
              <span className="grow">
                <a href={pathOf(line.other.kind, line.other.code)}>{line.other.name}</a> <span className="code">{line.other.code}</span>
                {line.carries || line.note ? <small>{[line.carries, line.note ? `“${line.note}”` : ""].filter(Boolean).join(" · ")}</small> : null}
              </span>
              {line.mayTake ?? mayEdit ? (
                <form method="post" action={`/links/${line.id}/remove`} className="push">
                  <OperationFields form={`unlink ${line.id}`} />
                  <button type="submit" className="btn quiet small" aria-label={`Take the link with ${line.other.name} away`}>
                    ×
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && some ? (
        <Disclosed summary="Link one" picker={`${id}-other`}>
          <form method="post" action="/links" className="form">
            <OperationFields form={`link ${id}`} />
            <input type="hidden" name={link.forth ? "fromId" : "toId"} value={record.id} />
            <input type="hidden" name="relation" value={link.relation} />
            <LaterPicker label="Which" name={link.forth ? "toId" : "fromId"} id={`${id}-other`} required options={choices && choices.map(asOption)} without={linked} from={`/choices/${other}`} empty="Choose" />
            {carries ? <Select label={carries.label} name={carries.name} id={`${id}-carries`} options={carries.options} empty="Not said" /> : null}
            <TextField label="Reason" name="note" id={`${id}-note`} maxLength={1000} />
            <button type="submit" className="btn primary small">
              Link
            </button>
          </form>
        </Disclosed>
      ) : null}
    </Card>
  )
}
