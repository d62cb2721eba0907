// The options by criteria: means with how far apart the scorers are, totals, how firm the winner is, and changing both while nobody has scored.
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { TextField } from "~/ui/field"
import { How } from "~/ui/how"
import { Shape } from "~/ui/status"
import { disputedSentence, flipSentences, type OptionShown, type RoomShown } from "./room"
import type { Cell } from "./weighing"

/** Draws the card. */
export function WeighingCard({ room, path }: { room: RoomShown; path: string }) {
  const { options, criteria, scorers, may, locked, myScoring } = room
  const finished = scorers.filter((one) => one.finished).length
  return (
    <Card id="options" flush title={`${inWords(options.length)} ${options.length === 1 ? "option" : "options"}, ${criteria.length === 0 ? "no criteria yet" : `${inWords(criteria.length).toLowerCase()} ${criteria.length === 1 ? "criterion" : "criteria"}`}`} aside={asideOf(room, finished)}>
      <table className="weighing">
        <caption className="visually-hidden">Each option by each criterion: the mean score from 0 to 5, how far the scorers are apart, and the weighted total</caption>
        <thead>
          <tr>
            <th scope="col">Option</th>
            {criteria.map(({ id, name, weight, meaning }) => (
              <th key={id} scope="col" title={meaning || undefined}>
                {name}
                <small>weighs {weight}</small>
              </th>
            ))}
            {criteria.length > 0 ? <th scope="col" className="total">Total</th> : null}
            {may.edit ? <th scope="col"><span className="visually-hidden">What you can do</span></th> : null}
          </tr>
        </thead>
        <tbody>
          {options.map((option) => <OptionRow key={option.id} option={option} room={room} path={path} />)}
        </tbody>
      </table>
      <Firm room={room} />
      {myScoring === "todo" ? <p className="firm">The others’ scores are shown once you have given yours, so that nobody leans on anybody.</p> : null}
      {may.edit || myScoring !== "none" ? (
        <div className="card-foot">
          {myScoring !== "none" && may.scoring ? <a className={myScoring === "todo" ? "btn primary small" : "btn small"} href={`${path}/scores`}>{myScoring === "todo" ? "Give your scores" : "Change your scores"}</a> : null}
          {may.edit && !locked ? <a className="btn small" href={`${path}/criteria`}>{criteria.length === 0 ? "Say how to compare" : "Change the criteria"}</a> : null}
          {may.edit && locked ? <RestartForm path={path} /> : null}
        </div>
      ) : null}
      {may.edit && !locked ? <AddOption path={path} /> : null}
    </Card>
  )
}

function asideOf({ scorers, criteria }: RoomShown, finished: number): string | undefined {
  if (criteria.length === 0) return undefined
  if (scorers.length === 0) return "Nobody scores yet"
  return `${finished} of ${scorers.length} scored apart, 0 to 5`
}

function OptionRow({ option, room: { criteria, may, locked }, path }: { option: OptionShown; room: RoomShown; path: string }) {
  const here = `${path}/options/${option.id}`
  return (
    <tr className={option.isLeading ? "leads" : undefined}>
      <th scope="row">
        <span className="letter">{option.letter}</span>
        {option.name}
        {option.isLeading ? <small><Shape state="done" /> {may.edit ? "Leads" : "Chosen"}</small> : null}
        {option.summary ? <small>{option.summary}</small> : null}
      </th>
      {criteria.map(({ id, name }, at) => (
        <td key={id} data-label={name}>
          <Mean cell={option.cells[at]} />
        </td>
      ))}
      {criteria.length > 0 ? <td className="total" data-label="Total">{option.total === null ? <span className="muted small">–</span> : option.total.toFixed(1)}</td> : null}
      {may.edit ? (
        <td data-label="What you can do">
          <span className="inline-forms">
            {option.isLeading ? null : (
              <form method="post" action={`${here}/lead`}>
                <OperationFields form={`lead ${option.id}`} />
                <button type="submit" className="btn quiet small" aria-label={`${option.name} leads`}>Leads</button>
              </form>
            )}
            <a className="btn quiet small" href={here} aria-label={`Edit ${option.name} and what it saves`}>Edit</a>
            {option.isNothing || locked ? null : (
              <form method="post" action={`${here}/remove`}>
                <OperationFields form={`remove ${option.id}`} />
                <button type="submit" className="btn quiet small" aria-label={`Take ${option.name} off`}>×</button>
              </form>
            )}
          </span>
        </td>
      ) : null}
    </tr>
  )
}

/** A mean with its spread, in figures and as a point on a line from 0 to 5. */
function Mean({ cell }: { cell: Cell | undefined }) {
  if (!cell || cell.mean === null || cell.spread === null) return <span className="muted">–</span>
  const at = (score: number) => 4 + (Math.min(5, Math.max(0, score)) / 5) * 72
  return (
    <span className="mean">
      {cell.mean.toFixed(1)} <small>±{cell.spread.toFixed(1)}</small>
      <svg viewBox="0 0 80 10" aria-hidden="true">
        <line className="line" x1="4" x2="76" y1="5" y2="5" />
        <line className="reach" x1={at(cell.mean - cell.spread)} x2={at(cell.mean + cell.spread)} y1="5" y2="5" />
        <circle cx={at(cell.mean)} cy="5" r="3.2" />
      </svg>
    </span>
  )
}

function Firm({ room }: { room: RoomShown }) {
  const { winners, options, criteria } = room
  if (winners.length === 0 || criteria.length === 0) return null
  const names = options.filter(({ id }) => winners.includes(id)).map(({ name }) => name)
  const flips = flipSentences(room)
  const disputed = disputedSentence(room)
  const leader = options.find(({ isLeading }) => isLeading)
  return (
    <div className="firm">
      <b>How firm is this?</b>{" "}
      {names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""} are level. ` : flips.length > 0 ? `${flips.join(" ")} ` : `No single weight would change that ${names[0] ?? ""} wins. `}
      {disputed ? `${disputed} ` : null}
      {leader && !winners.includes(leader.id) ? `${leader.name} leads although it did not score best: the reasons say why. ` : null}
      <How title="How the options are weighed">
        <p>Each scorer gives every option 0 to 5 by every criterion, apart from the others. The figure is their mean; ± is the standard deviation, how far apart they are.</p>
        <p>Total = sum of weight × mean ÷ 100. A weight is tried from 0 to 100 while the others keep their proportions, until another option would win.</p>
      </How>
    </div>
  )
}

function AddOption({ path }: { path: string }) {
  return (
    <details className="disclose card-words">
      <summary>Add an option</summary>
      <form method="post" action={`${path}/options`} className="stack-small">
        <OperationFields form="add option" />
        <TextField label="Option" name="name" id="option-name" required maxLength={200} />
        <TextField label="What it means" name="summary" id="option-summary" maxLength={1000} />
        <button type="submit" className="btn">Add</button>
      </form>
    </details>
  )
}

function RestartForm({ path }: { path: string }) {
  return (
    <details className="disclose">
      <summary>Start scoring again</summary>
      <form method="post" action={`${path}/scores/restart`} className="stack-small">
        <OperationFields form="restart scoring" />
        <p className="small">Options, criteria and weights stay as they are once somebody has scored. Starting again throws all scores away; those who scored will do it again.</p>
        <TextField label="Why" name="reason" id="restart-reason" required maxLength={1000} />
        <button type="submit" className="btn">Throw the scores away</button>
      </form>
    </details>
  )
}

const counted = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"]
function inWords(count: number): string {
  return counted[count] ?? String(count)
}
