// The forms of the tab "before": who else to ask, what it is about, the options, and who is affected.
import { pathOf } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { Card } from "~/ui/card"
import { DrawnOnce } from "~/ui/drawn-once"
import { Checkbox, NumberField, Select, TextField } from "~/ui/field"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import type { BeforeShown } from "./before-view"

interface Part {
  page: BeforeShown
  path: string
}

/** Draws the form that puts somebody on the list. */
export function AskForm({ page, path }: Part) {
  const taken = new Set(page.taking.map(({ person }) => person.id))
  return (
    <Card title="Ask somebody else" id="ask-somebody">
      <Disclosed summary="Put a person or group on the list" picker="personId">
        <form method="post" action={`${path}/people`} className="stack-small">
          <OperationFields form="ask somebody" />
          <LaterPicker label="Person or group" name="personId" required options={page.choices.people?.map(asOption) ?? null} from="/consultations/choices/person" without={taken} empty="Choose" />
          <Checkbox label="Must be heard" name="mustHear" hint="The gate stays shut until they were." />
          <TextField label="Why them" name="why" maxLength={300} hint="What do they know that others do not?" />
          <button type="submit" className="btn primary">
            Put on the list
          </button>
        </form>
      </Disclosed>
    </Card>
  )
}

/** Draws the options people are asked about, with how many chose each. */
export function OptionsCard({ page, path }: Part) {
  const draft = page.mayRun && page.head.state === "draft"
  return (
    <Card title="Options" id="options" aside={String(page.options.length)}>
      <ul className="lines">
        {page.options.map(({ id, name, summary, isNothing, chosen }) => (
          <li key={id}>
            <span className="line-text">
              {name}
              {summary ? <small>{summary}</small> : null}
            </span>
            {chosen > 0 ? <span className="muted">{chosen} chose it</span> : null}
            {draft && !isNothing ? <RemoveButton action={`${path}/options/${id}/remove`} name={name} /> : null}
          </li>
        ))}
      </ul>
      {draft ? (
        <details className="disclose">
          <summary>Add an option</summary>
          <form method="post" action={`${path}/options`} className="stack-small">
            <OperationFields form="add option" />
            <TextField label="Option" name="name" id="option-name" required maxLength={200} />
            <TextField label="What it means" name="summary" id="option-summary" maxLength={1000} />
            <button type="submit" className="btn">
              Add
            </button>
          </form>
        </details>
      ) : null}
    </Card>
  )
}

/** Draws what it is about. */
export function SubjectsCard({ page, path }: Part) {
  const mayAdd = page.mayRun && page.head.state !== "closed" && page.head.state !== "cancelled"
  return (
    <Card title="About" id="subjects" aside={page.subjects.length > 0 ? String(page.subjects.length) : undefined}>
      {page.subjects.length === 0 ? <p className="muted">Nothing named yet.</p> : null}
      <ul className="lines">
        {page.subjects.map((subject) => (
          <li key={subject.id}>
            <span className="line-text">
              <a href={pathOf(subject.kind, subject.code)}>{subject.name}</a> <span className="code">{subject.code}</span>
            </span>
            {mayAdd && page.head.state === "draft" ? <RemoveButton action={`${path}/subjects/${subject.code}/remove`} name={subject.name} /> : null}
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <Disclosed summary="Also about something else" picker="subjectId">
          <form method="post" action={`${path}/subjects`} className="stack-small">
            <OperationFields form="add subject" />
            <LaterPicker label="Goal, initiative, decision, service or application" name="subjectId" required options={page.choices.subjects?.map(asOption) ?? null} from="/consultations/choices/subject" without={new Set(page.subjects.map(({ id }) => id))} empty="Choose" />
            <button type="submit" className="btn">
              Add
            </button>
          </form>
        </Disclosed>
      ) : null}
    </Card>
  )
}

/** Draws the ways to correct who is affected; each asks for a reason. */
export function AffectedForms({ page, path }: Part) {
  const about = page.subject?.code ?? ""
  return (
    <details className="disclose">
      <summary>That is not right</summary>
      <div className="halves">
        <form method="post" action={`${path}/affected/${about}`} className="stack-small">
          <OperationFields form="correct affected" />
          {page.choices.units.length > 0 ? <DrawnOnce of={page} by="units" draw={() => <Select label="Unit" name="unitId" required options={page.choices.units} empty="Choose" />} /> : <p><a href={`?choose=unitId${page.subject ? `&about=${about}` : ""}#affected`}>Show the units</a></p>}
          <Select label="Role level" name="roleLevel" required options={roleLevels.map((value) => ({ value, label: roleLevelWords[value] }))} />
          <NumberField label="People affected" name="headcount" required unit="people" />
          <TextField label="Why" name="reason" id="affected-reason" required maxLength={500} />
          <button type="submit" className="btn">
            Correct it
          </button>
        </form>
        <form method="post" action={`${path}/nobody/${about}`} className="stack-small">
          <OperationFields form="nobody affected" />
          <TextField label="Nobody is affected, because" name="reason" id="nobody-reason" required maxLength={500} hint="Your name stands beside it." />
          <button type="submit" className="btn quiet">
            Say that nobody is affected
          </button>
        </form>
      </div>
    </details>
  )
}

function RemoveButton({ action, name }: { action: string; name: string }) {
  return (
    <form method="post" action={action}>
      <OperationFields form={action} />
      <button type="submit" className="btn quiet small" aria-label={`Take ${name} off`}>
        Take off
      </button>
    </form>
  )
}
