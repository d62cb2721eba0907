// Links that a file only implies: each told by what lies between, taken at a strength or left.
import { OperationFields } from "~/features/elements/operation-fields"
import { strengths, strengthWords, type Strength as Degree } from "~/features/elements/link"
import { Card } from "~/ui/card"
import { Strength } from "~/ui/strength"
import { grouped, rowKindWords } from "./import-sentence"
import type { ImportRowView } from "./import-view"

const grades: Record<Degree, "high" | "medium" | "low"> = { 9: "high", 3: "medium", 1: "low" }

export interface OffersProps {
  id: string
  offers: readonly ImportRowView[]
  total: number
  allHref: string
}

/** Draws the offered links; nothing is added that nobody chose. */
export function OfferedLinks({ id, offers, total, allHref }: OffersProps) {
  const graded = offers.some(isGraded)
  return (
    <Card title={total === 1 ? "Your file implies one link" : `Your file implies ${grouped(total)} links`} id="offers" flush aside="Found through what lies between; never added on their own">
      {total > 1 ? (
        <form method="post" action={`/settings/imports/${id}/offers`} className="offer-all">
          <OperationFields form="all offers" />
          <input type="hidden" name="all" value="on" />
          <span className="small muted">All {grouped(total)}</span>
          <Degrees chosen={undefined} graded={graded} what="all of them" />
        </form>
      ) : null}
      <ul className="offers">
        {offers.map((offer) => (
          <Offer key={offer.n} id={id} offer={offer} />
        ))}
      </ul>
      {total > offers.length ? (
        <div className="card-foot">
          <span className="muted">{grouped(total - offers.length)} more</span>
          <a href={allHref}>Show all {grouped(total)}</a>
        </div>
      ) : null}
    </Card>
  )
}

function Offer({ id, offer }: { id: string; offer: ImportRowView }) {
  const [from, to] = [text(offer.raw.from), text(offer.raw.to)]
  const [start, end] = endsOf(offer, from, to)
  return (
    <li>
      <span>
        <b>{start}</b> <span className="muted">{rowKindWords(offer.kind)}</span> <b>{end}</b>
        <small className="muted">
          through {offer.through.map(({ type, name }) => `${name || "(no name)"} (${type})`).join(", then ")}
        </small>
      </span>
      <form method="post" action={`/settings/imports/${id}/offers`} className="row wrap">
        <OperationFields form={`offer ${offer.n}`} />
        <input type="hidden" name="n" value={offer.n} />
        <Degrees chosen={offer.ticked ? strengthOf(offer) : null} graded={isGraded(offer)} what={`${start} and ${end}`} />
      </form>
    </li>
  )
}

/** One button for each answer; `chosen` undefined: none is pressed yet. */
function Degrees({ chosen, graded, what }: { chosen: Degree | null | undefined; graded: boolean; what: string }) {
  const about = <span className="visually-hidden"> for {what}</span>
  return (
    <span className="row wrap">
      {graded ? (
        strengths.map((strength) => (
          <button key={strength} type="submit" className="opt" name="strength" value={strength} aria-pressed={chosen === undefined ? undefined : chosen === strength}>
            <Strength grade={grades[strength]} />
            {about}
          </button>
        ))
      ) : (
        <button type="submit" className="opt" name="strength" value="3" aria-pressed={chosen === undefined ? undefined : chosen !== null}>
          Link them{about}
        </button>
      )}
      <button type="submit" className="opt" name="strength" value="" aria-pressed={chosen === undefined ? undefined : chosen === null}>
        No{about}
      </button>
    </span>
  )
}

/** Only help for a goal has a strength. */
function isGraded({ kind }: ImportRowView): boolean {
  return kind === "contributes to"
}

function strengthOf({ changes }: ImportRowView): Degree {
  const word = changes.find(({ field }) => field === "strength")?.after
  return strengths.find((one) => strengthWords[one] === word) ?? 3
}

/** The two names; a row that names itself "A helps B" says them better than the file's own ids. */
function endsOf(offer: ImportRowView, from: string, to: string): [string, string] {
  const [start, end] = offer.name.split(` ${rowKindWords(offer.kind)} `)
  return start && end ? [start, end] : [offer.record?.name ?? from, to]
}

function text(value: unknown): string {
  return typeof value === "string" ? value : ""
}
