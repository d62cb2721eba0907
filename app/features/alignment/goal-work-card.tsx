/** Owns the work that helps a goal: how, why, with what money and until when, changed and linked from here. */
import { useSearchParams } from "@remix-run/react"
import { monthYear } from "~/core/calendar"
import { fullMoney, shortMoney } from "~/core/money"
import { asOption } from "~/features/elements/element-panels"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { strengths, strengthWords } from "~/features/elements/link"
import { OperationFields } from "~/features/elements/operation-fields"
import { HealthMark, HelpStrength, NoReason } from "~/features/initiatives/initiative-marks"
import { stageWords } from "~/features/initiatives/initiative"
import type { GoalView, GoalWork } from "~/features/alignment/goal-view"
import { Card } from "~/ui/card"
import { Checkbox, RadioGroup, Select, TextField } from "~/ui/field"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import { withValues } from "~/ui/list-url"

export interface GoalWorkProps {
  goal: ElementRef
  view: GoalView
  /** version of each link shown to this very goal, by its id */
  versions: Readonly<Record<string, number>>
  /** initiatives that can still be linked; empty for those who may not, null: asked for once the form is opened */
  choices: readonly ElementRef[] | null
  mayEdit: boolean
  currency: string
  yearLabel: string
}

/** Draws the table of work, what the goal relies on, and the form that links work. */
export function GoalWorkCard({ goal, view, versions, choices, mayEdit, currency, yearLabel }: GoalWorkProps) {
  const [address] = useSearchParams()
  const { works, active } = view.counts
  return (
    <Card
      title="Work under way"
      id="work"
      flush
      aside={active === 0 ? undefined : moneyWords(active, view, currency)}
      foot={<Foot goal={goal} view={view} choices={choices} mayEdit={mayEdit} />}
    >
      {view.works.length === 0 ? (
        <p className="nothing-here muted">No work is linked to it.</p>
      ) : (
        <div className="scroll-x">
          <table className="plain-table work-table cards-on-phone">
            <thead>
              <tr>
                <th scope="col">Initiative</th>
                <th scope="col">Status</th>
                <th scope="col">Helps</th>
                <th scope="col">Because</th>
                <th scope="col" className="num">
                  <span title={`of ${yearLabel}`}>Money</span>
                </th>
                <th scope="col" className="num">
                  Ends
                </th>
              </tr>
            </thead>
            <tbody>
              {view.works.map((work) => (
                <WorkRow key={work.linkId + work.id} work={work} version={versions[work.linkId]} mayEdit={mayEdit} currency={currency} address={address} />
              ))}
            </tbody>
          </table>
          {works > view.works.length ? (
            <p className="show-all">
              <a href={`${withValues(address, { work: "all" })}#work`}>Show all {works}</a>
            </p>
          ) : null}
        </div>
      )}
    </Card>
  )
}

function WorkRow({ work, version, mayEdit, currency, address }: { work: GoalWork; version: number | undefined; mayEdit: boolean; currency: string; address: URLSearchParams }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/initiatives/${work.code}`}>
          <b>{work.name}</b>
        </a>{" "}
        <span className="code">{work.code}</span>
        {work.active ? null : <small className="muted block">{stageWords[work.stage]}, not counted as work under way</small>}
      </th>
      <td>{work.active ? <HealthMark health={work.health} /> : <span className="muted">{stageWords[work.stage]}</span>}</td>
      <td>
        <HelpStrength strength={work.strength} />
        {work.main && work.through === null ? <small className="muted block">its main goal</small> : null}
        {work.through ? <small className="muted block">{work.through}</small> : null}
      </td>
      <td className="because">
        {work.reason ? `“${work.reason}”` : <NoReason />}
        {mayEdit && version !== undefined && work.through === null ? <EditLink work={work} version={version} address={address} /> : null}
      </td>
      <td className="num" data-label="Money">{work.money === null ? <span className="muted">{work.active ? "Not known" : "–"}</span> : <span title={fullMoney(work.money, currency)}>{shortMoney(work.money, currency)}</span>}</td>
      <td className="num nowrap" data-label="Ends">{work.endsOn === null ? <span className="muted">No date</span> : monthYear(work.endsOn)}</td>
    </tr>
  )
}

/** The form comes by its address, so that a goal with much work does not carry a form for each; the link opens and closes it. */
function EditLink({ work, version, address }: { work: GoalWork; version: number; address: URLSearchParams }) {
  const open = address.get("change") === work.linkId
  return (
    <>
      <a className="change" href={`${withValues(address, { change: open ? null : work.linkId })}#work`} aria-label={`Change how ${work.name} helps`} aria-expanded={open}>
        Change
      </a>
      {open ? <LinkForms work={work} version={version} /> : null}
    </>
  )
}

function LinkForms({ work, version }: { work: GoalWork; version: number }) {
  return (
    <div className="disclosed">
      <form method="post" action={`/links/${work.linkId}`} className="form">
        <OperationFields form={`link ${work.linkId}`} version={version} />
        <Select label="Helps" name="strength" id={`strength-${work.linkId}`} required defaultValue={String(work.strength)} options={strengths.map((value) => ({ value: String(value), label: strengthWords[value] }))} />
        <TextField label="Because" name="note" id={`note-${work.linkId}`} required maxLength={1000} defaultValue={work.reason} />
        {work.main ? null : <Checkbox label="This is its main goal" name="isPrimary" id={`main-${work.linkId}`} value="true" />}
        <div className="form-actions">
          <button type="submit" className="btn primary small">
            Save
          </button>
        </div>
      </form>
      <form method="post" action={`/links/${work.linkId}/remove`}>
        <OperationFields form={`unlink ${work.linkId}`} />
        <button type="submit" className="link-btn" aria-label={`Unlink ${work.name}`}>
          Unlink
        </button>
      </form>
    </div>
  )
}

function Foot({ goal, view, choices, mayEdit }: Pick<GoalWorkProps, "goal" | "view" | "choices" | "mayEdit">) {
  const [address] = useSearchParams()
  const more = view.reliesOnCount - view.reliesOn.length
  return (
    <>
      <span>
        <span className="muted">It relies on </span>
        {view.reliesOnCount === 0 ? <span className="muted">no service yet.</span> : null}
        {view.reliesOn.map((each, at) => (
          <span key={each.code}>
            {at > 0 ? " · " : ""}
            <a href={pathOf(each.kind, each.code)}>{each.name}</a>
          </span>
        ))}
        {more > 0 ? (
          <>
            {" · "}
            <a href={`${withValues(address, { work: "all" })}#work`}>and {more} more</a>
          </>
        ) : null}
      </span>
      {mayEdit && choices?.length !== 0 ? (
        <Disclosed summary="Link work" picker="link-work-other" className="disclose push link-work">
          <form method="post" action="/links" className="form" id="link-work">
            <OperationFields form="link work" />
            <input type="hidden" name="toId" value={goal.id} />
            <input type="hidden" name="relation" value="contributes to" />
            <LaterPicker label="Initiative" name="fromId" id="link-work-other" required options={choices && choices.map(asOption)} from={`/choices/initiative?helps=${goal.code}`} empty="Choose an initiative" />
            <RadioGroup label="How much it helps" name="strength" id="link-work-strength" required defaultValue="3" options={strengths.map((value) => ({ value: String(value), label: strengthWords[value] }))} />
            <TextField label="Because" name="note" id="link-work-note" required maxLength={1000} hint="Say why it helps, in a sentence." />
            <div>
              <button type="submit" className="btn primary small">
                Link
              </button>
            </div>
          </form>
        </Disclosed>
      ) : null}
    </>
  )
}

function moneyWords(count: number, view: GoalView, currency: string): string {
  const works = count === 1 ? "1 initiative" : `${count} initiatives`
  if (view.money === null || view.budgets === null) return works
  return `${works}, ${shortMoney(view.money.amount, currency)} of their ${shortMoney(view.budgets, currency)} ${view.place?.level === "pillar" ? "counts here" : "counts for this goal"}`
}
