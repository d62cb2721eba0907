// What a decision is about: the records it joins, the tools that do the job today, who scores, and what people said.
import { addMoney, fullMoney } from "~/core/money"
import { addUses } from "~/features/applications/application"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import { MoneyCell } from "~/features/elements/record-cells"
import { Card } from "~/ui/card"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import { Shape } from "~/ui/status"
import { isOpen, tieRelations, tieWords, type DecisionRelation } from "./decision"
import type { RoomShown } from "./room"

/** Why it is decided, in the words of its context. */
export function ContextCard({ room, path }: { room: RoomShown; path: string }) {
  const { decision, may } = room
  return (
    <Card id="context" title="What it is about">
      {decision.context ? <p className="words">{decision.context}</p> : <p className="muted">Nothing said yet: what is it about, and why now?</p>}
      {may.edit && !decision.context ? <p><a className="btn small" href={`${path}/edit`}>Say it</a></p> : null}
    </Card>
  )
}

/** The tools that do the job today, with seats and cost; nothing while it decides for no job. */
export function ToolsCard({ room: { tools, currency } }: { room: RoomShown }) {
  if (tools.length === 0) return null
  const sums = tools.map((tool) => addUses(tool.uses))
  const together = addUses(tools.flatMap(({ uses }) => uses))
  return (
    <Card id="tools" title="What we use today" aside={`${tools.length} ${tools.length === 1 ? "tool" : "tools"}`} flush>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="What we use today">
        <table className="plain-table wide">
          <thead>
            <tr><th scope="col">Tool</th><th scope="col" className="num">Seats</th><th scope="col" className="num">A year</th><th scope="col" className="num">A seat</th></tr>
          </thead>
          <tbody>
            {tools.map((tool, at) => (
              <tr key={tool.id}>
                <th scope="row"><a href={pathOf("application", tool.code)}>{tool.name}</a></th>
                <td className="num">{sums[at]?.seats ?? <span className="muted">Not known</span>}</td>
                <td className="num"><MoneyCell amount={sums[at]?.yearlyCost ?? null} currency={currency} missing={sums[at]?.withoutCost ?? 0} /></td>
                <td className="num"><MoneyCell amount={sums[at]?.costPerSeat ?? null} currency={currency} /></td>
              </tr>
            ))}
            <tr>
              <th scope="row">Together</th>
              <td className="num"><b>{together.seats ?? "Not known"}</b></td>
              <td className="num"><b>{together.yearlyCost === null ? "Not known" : fullMoney(addMoney([together.yearlyCost]), currency)}</b></td>
              <td className="num" />
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** What it decides for, chooses, allows, switches off and affects, with adding and taking off. */
export function TiesCard({ room: { ties, may }, path, choices }: { room: RoomShown; path: string; choices: Readonly<Record<"function" | "application" | "unit", readonly ElementRef[] | null>> }) {
  const named = new Set(ties.map(({ to }) => to.id))
  const shown = tieRelations.filter((relation) => ties.some((tie) => tie.relation === relation))
  return (
    <Card id="ties" title="What it touches" aside={ties.length > 0 ? String(ties.length) : undefined}>
      {ties.length === 0 ? <p className="muted">Nothing named yet: the job it decides for, the tools it chooses or switches off, the units it affects. Who must be heard follows from them.</p> : null}
      {shown.map((relation) => (
        <div key={relation}>
          <h3 className="small muted">{tieWords[relation].label}</h3>
          <ul className="lines">
            {ties.filter((tie) => tie.relation === relation).map(({ to }) => (
              <li key={to.id}>
                <span className="line-text"><a href={pathOf(to.kind, to.code)}>{to.name}</a> <span className="code">{to.code}</span></span>
                {may.edit ? (
                  <form method="post" action={`${path}/ties/${to.code}/remove`}>
                    <OperationFields form={`tie ${to.id}`} />
                    <button type="submit" className="btn quiet small" aria-label={`Take ${to.name} off`}>×</button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {may.edit ? (
        <>
          <TieForm id="tie-function" label="Job" relations={["governs"]} kind="function" summary="It decides for a job" {...{ path, choices, named }} />
          <TieForm id="tie-application" label="Application" relations={["adopts", "permits", "retires"]} kind="application" summary="It chooses, allows or switches off a tool" {...{ path, choices, named }} />
          <TieForm id="tie-unit" label="Unit" relations={["affects"]} kind="unit" summary="It affects a unit" {...{ path, choices, named }} />
        </>
      ) : null}
    </Card>
  )
}

function TieForm({ id, label, relations, kind, summary, path, choices, named }: { id: string; label: string; relations: readonly DecisionRelation[]; kind: "function" | "application" | "unit"; summary: string; path: string; choices: Readonly<Record<"function" | "application" | "unit", readonly ElementRef[] | null>>; named: ReadonlySet<string> }) {
  const [only] = relations
  return (
    <Disclosed summary={summary} picker={id}>
      <form method="post" action={`${path}/ties`} className="stack-small">
        <OperationFields form={id} />
        {relations.length > 1 ? (
          <fieldset className="field">
            <legend>What happens to it</legend>
            {relations.map((relation, at) => (
              <label className="choice" key={relation}>
                <input type="radio" name="relation" value={relation} defaultChecked={at === 0} required /> <span>{tieWords[relation].label}</span>
              </label>
            ))}
          </fieldset>
        ) : <input type="hidden" name="relation" value={only} />}
        <LaterPicker label={label} name="toId" id={id} required options={choices[kind] && choices[kind].map(asOption)} from={`/choices/${kind}`} without={named} empty="Choose" />
        <button type="submit" className="btn">Add</button>
      </form>
    </Disclosed>
  )
}

/** Who scores, and whether they have. */
export function ScorersCard({ room: { scorers, may, decision, criteria }, path, people }: { room: RoomShown; path: string; people: readonly ElementRef[] | null }) {
  if (criteria.length === 0 && scorers.length === 0) return null
  return (
    <Card id="scorers" title="Scores" aside={`${scorers.filter(({ finished }) => finished).length} of ${scorers.length}`}>
      <ul className="lines">
        {scorers.length === 0 ? <li><span className="line-text muted">Nobody was asked to score. Ask several: where they differ is worth talking about.</span></li> : null}
        {scorers.map(({ person, finished }) => (
          <li key={person.id}>
            <Shape state={finished ? "done" : "not-started"} />
            <span className="line-text"><a href={pathOf("person", person.code)}>{person.name}</a><small>{finished ? "Has scored" : "Not yet"}</small></span>
            {may.edit && !finished ? (
              <form method="post" action={`${path}/scorers/${person.code}/remove`}>
                <OperationFields form={`scorer ${person.id}`} />
                <button type="submit" className="btn quiet small" aria-label={`${person.name} does not score`}>×</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {may.edit && isOpen(decision.state) ? (
        <Disclosed summary="Ask somebody to score" picker="scorer">
          <form method="post" action={`${path}/scorers`} className="stack-small">
            <OperationFields form="name scorer" />
            <LaterPicker label="Person" name="personId" id="scorer" required options={people && people.map(asOption)} from="/choices/person" without={new Set(scorers.map(({ person }) => person.id))} empty="Choose a person" />
            <button type="submit" className="btn">Ask them</button>
          </form>
        </Disclosed>
      ) : null}
    </Card>
  )
}

/** What people said about it, concerns first, and what became of each; nothing while nobody said anything. */
export function PointsCard({ room: { points } }: { room: RoomShown }) {
  if (points.shown.length === 0 && points.confidential === 0) return null
  const open = points.shown.filter(({ answer }) => answer === null).length
  return (
    <Card id="points" title="Concerns and what people said" aside={open > 0 ? `${open} not answered` : "All answered"}>
      <ul className="lines points-about">
        {points.shown.map(({ id, code, kind, body, answer, reason, conversation }) => (
          <li key={id}>
            <Shape state={answer === null ? "not-started" : "done"} />
            <span className="line-text">
              {kind}: {body}
              <small>
                {code}{conversation ? <>, <a href={`/consultations/${conversation.code}/after#${code}`}>{conversation.name}</a></> : null}. {answer === null ? "Not answered yet." : `${answer}${reason ? `: ${reason}` : "."}`}
              </small>
            </span>
          </li>
        ))}
        {points.confidential > 0 ? <li><Shape state="unknown" /><span className="line-text muted">{points.confidential === 1 ? "One confidential point" : `${points.confidential} confidential points`} for its readers alone</span></li> : null}
      </ul>
    </Card>
  )
}
