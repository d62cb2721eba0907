// The decision as it reads: what is chosen and why, who decides and has signed, and the step that comes next.
import { pathOf } from "~/features/elements/element"
import { asOption } from "~/features/elements/element-panels"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Disclosed, LaterPicker } from "~/ui/later-picker"
import { Shape, StatusMark } from "~/ui/status"
import type { ElementRef } from "~/features/elements/element"
import { isOpen, isSigned, stateWords } from "./decision"
import type { RoomShown } from "./room"

/** Draws the card. */
export function ReadsCard({ room, path, people }: { room: RoomShown; path: string; people: readonly ElementRef[] | null }) {
  const { decision, may } = room
  const chosen = room.options.find(({ isLeading }) => isLeading)
  const open = isOpen(decision.state)
  return (
    <Card id="reads" title={open ? "The decision, as it will read" : "The decision"} aside={stateWords[decision.state]}>
      <dl className="reads">
        <Words label="We choose" words={decision.outcome} open={open} ask="In a sentence." />
        {chosen ? <Words label="Option" words={`${chosen.letter} ${chosen.name}`} open={open} /> : null}
        <Words label="Because" words={decision.reasons} open={open} ask="Why this one." />
        {decision.constraints || open ? <Words label="Within what" words={decision.constraints} open={open} ask="Exceptions, budgets, dates: nothing said yet." /> : null}
        <Words label="Looked at again" words={decision.reviewOn ?? ""} open={open} ask="No day yet." />
        {decision.revisit.length > 0 ? (
          <>
            <dt>Sooner when</dt>
            <dd><ul className="plain">{decision.revisit.map((line) => <li key={line}>{line}</li>)}</ul></dd>
          </>
        ) : null}
        {decision.endedWhy ? <Words label={`Why it was ${stateWords[decision.state].toLowerCase()}`} words={decision.endedWhy} open={false} /> : null}
      </dl>
      {may.edit ? <p><a className="btn small" href={`${path}/edit`}>Edit the words</a></p> : null}
      <Deciders room={room} path={path} people={people} />
      <Steps room={room} path={path} />
      <Proof room={room} path={path} />
    </Card>
  )
}

function Words({ label, words, open, ask }: { label: string; words: string; open: boolean; ask?: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words || <span className="muted">{open ? (ask ?? "Nothing yet.") : "Not said."}</span>}</dd>
    </>
  )
}

function Deciders({ room: { deciders, may, decision }, path, people }: { room: RoomShown; path: string; people: readonly ElementRef[] | null }) {
  const open = isOpen(decision.state)
  return (
    <div className="rule">
      <h3>Decides</h3>
      <ul className="lines">
        {deciders.length === 0 ? <li><Shape state="gap" /><span className="line-text">Nobody is named yet</span></li> : null}
        {deciders.map(({ person, signedOn, dissent }) => (
          <li key={person.id}>
            <Shape state={signedOn ? "done" : "not-started"} />
            <span className="line-text">
              <a href={pathOf("person", person.code)}>{person.name}</a>
              <small>{signedOn ? `Signed on ${signedOn}` : decision.state === "ready" ? "Has not signed yet" : "Will sign"}</small>
              {dissent ? <small>Sees otherwise: “{dissent}”</small> : null}
            </span>
            {may.name && open ? (
              <form method="post" action={`${path}/deciders/${person.code}/remove`}>
                <OperationFields form={`decider ${person.id}`} />
                <button type="submit" className="btn quiet small" aria-label={`${person.name} does not decide`}>×</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {may.name && open ? (
        <Disclosed summary="Name who decides" picker="decider">
          <form method="post" action={`${path}/deciders`} className="stack-small">
            <OperationFields form="name decider" />
            <LaterPicker label="Person" name="personId" id="decider" required options={people && people.map(asOption)} from="/choices/person" without={new Set(deciders.map(({ person }) => person.id))} empty="Choose a person" />
            <button type="submit" className="btn">Name them</button>
          </form>
        </Disclosed>
      ) : null}
    </div>
  )
}

function Steps({ room: { decision, may }, path }: { room: RoomShown; path: string }) {
  const open = isOpen(decision.state)
  if (!may.name && !may.sign && !may.reject && !may.withdraw && !may.replace) return null
  return (
    <div className="rule inline-forms">
      {may.sign ? <a className="btn primary" href={`${path}/sign`}>Read and sign</a> : null}
      {may.name && open ? <a className="btn" href={`${path}/ready`}>Put before the deciders</a> : null}
      {may.name && decision.state === "ready" ? (
        <form method="post" action={`${path}/back`}>
          <OperationFields form="take back" />
          <button type="submit" className="btn quiet">Take it back to work</button>
        </form>
      ) : null}
      {may.reject ? <a className="btn quiet" href={`${path}/reject`}>Reject</a> : null}
      {may.withdraw ? <a className="btn quiet" href={`${path}/withdraw`}>Withdraw</a> : null}
      {may.replace ? <a className="btn" href={`/decisions/new?instead=${decision.code}`}>Decide anew</a> : null}
    </div>
  )
}

function Proof({ room: { decision, proof }, path }: { room: RoomShown; path: string }) {
  if (!proof || !decision.checksum) return null
  const holds = proof.checksum && proof.history && proof.records && proof.signatures
  const wrong = [[proof.checksum, "the words are not those of the checksum"], [proof.history, "the history does not tell this checksum"], [proof.records, "the records say something else than the words"], [proof.signatures, "somebody signed other words"]].filter(([fine]) => !fine).map(([, words]) => words)
  return (
    <div className="rule" id="proof">
      <StatusMark state={holds ? "done" : "off-track"}>{holds ? (isSigned(decision.state) ? "The signed words are unchanged" : "These words wait for signatures") : "Not as it was signed"}</StatusMark>
      {holds ? null : <p>Look into this: {wrong.join("; ")}.</p>}
      <p className="checksum">SHA-256 {decision.checksum}</p>
      <p className="small"><a href={`${path}/sheet`}>The decision on one page</a></p>
    </div>
  )
}
