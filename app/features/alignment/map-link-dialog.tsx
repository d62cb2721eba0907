/** Owns the form behind a drawn link and a cell of the matrix: the same fields and the same door as everywhere else. */
import { useEffect, useRef } from "react"
import { OperationFields } from "~/features/elements/operation-fields"
import { relationsBetween, relationWords, strengthWords } from "~/features/elements/link"
import type { ChainKind } from "~/features/elements/element"

export interface LinkEnd {
  id: string
  code: string
  name: string
  kind: string
}

export interface AskedLink {
  from: LinkEnd
  to: LinkEnd
  /** The link that is there already, with what it carries. */
  existing: { id: string; version: number; strength: number; note: string; isPrimary: boolean } | null
}

/** Draws the dialog and opens it for the link asked for; null keeps it closed. */
export function MapLinkDialog({ asked, onClose }: { asked: AskedLink | null; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (asked !== null && dialog.current?.open === false) dialog.current.showModal()
  }, [asked])
  return (
    <dialog ref={dialog} id="map-link" aria-labelledby="map-link-title" onClose={onClose}>
      <header>
        <h2 id="map-link-title">{asked === null ? "Link" : `${asked.from.name} and ${asked.to.name}`}</h2>
        <form method="dialog">
          <button type="submit" className="btn quiet small" aria-label="Close">
            ×
          </button>
        </form>
      </header>
      {asked === null ? null : asked.existing === null ? <NewLink asked={asked} /> : <ChangedLink asked={asked} existing={asked.existing} />}
    </dialog>
  )
}

function NewLink({ asked: { from, to } }: { asked: AskedLink }) {
  const ways = relationsBetween(from.kind as ChainKind, to.kind as ChainKind)
  if (ways.length === 0) {
    return <p>These two cannot be linked directly. A chain goes from a goal to work, from work to a service, and from a service to its applications.</p>
  }
  const first = ways[0]
  return (
    <>
      {ways.map(({ relation, reversed }) => (
        <details key={`${relation} ${String(reversed)}`} open={relation === first?.relation && reversed === first.reversed} name="way" className="link-way">
          <summary>
            <b>{reversed ? to.name : from.name}</b> {relationWords[relation].forth} <b>{reversed ? from.name : to.name}</b>
          </summary>
          <form method="post" action="/links" className="form">
            <OperationFields form={`map ${from.code} ${relation} ${to.code} ${String(reversed)}`} />
            <input type="hidden" name="relation" value={relation} />
            <input type="hidden" name="fromId" value={reversed ? to.id : from.id} />
            <input type="hidden" name="toId" value={reversed ? from.id : to.id} />
            {relation === "contributes to" ? <StrengthChoice chosen={3} /> : null}
            <Reason text="" required={relation === "contributes to"} />
            <button type="submit" className="btn primary">
              Link them
            </button>
          </form>
        </details>
      ))}
    </>
  )
}

function ChangedLink({ asked: { from, to }, existing }: { asked: AskedLink; existing: NonNullable<AskedLink["existing"]> }) {
  return (
    <>
      <form method="post" action={`/links/${existing.id}`} className="form">
        <OperationFields form={`map ${from.code} ${to.code}`} version={existing.version} />
        <StrengthChoice chosen={existing.strength} />
        {existing.note === "" ? <p className="small">No reason was given so far.</p> : null}
        <Reason text={existing.note} required />
        <button type="submit" className="btn primary">
          Save
        </button>
      </form>
      <form method="post" action={`/links/${existing.id}/remove`}>
        <OperationFields form={`map remove ${from.code} ${to.code}`} />
        <button type="submit" className="link-btn">
          Remove this link
        </button>
      </form>
    </>
  )
}

function StrengthChoice({ chosen }: { chosen: number }) {
  return (
    <fieldset className="field">
      <legend>How much does it help?</legend>
      <span className="row wrap">
        {([9, 3, 1] as const).map((strength) => (
          <label key={strength} className="row">
            <input type="radio" name="strength" value={strength} required defaultChecked={strength === chosen} /> {strengthWords[strength]}
          </label>
        ))}
      </span>
    </fieldset>
  )
}

function Reason({ text, required }: { text: string; required: boolean }) {
  return (
    <label className="field">
      <span>
        Why? In one sentence{required ? null : <span className="optional"> (optional)</span>}
      </span>
      <input className="input" name="note" defaultValue={text} required={required} maxLength={1000} placeholder="orders no longer go by phone" />
    </label>
  )
}
