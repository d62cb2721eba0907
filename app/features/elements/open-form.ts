// Whether a form about a record is opened at all: who could not save it is told so, and what to do instead.
import { archivedSentence, FormRefused } from "~/core/errors"
import { can, refusalOf, type Actor, type Demand } from "~/core/policy"
import { codeOf, pathOf } from "./element"
import type { ElementRow } from "./element-row"

type Asked = Pick<ElementRow, "kind" | "number" | "name" | "archivedAt">

/** Refuses the form with a page of its own: whoever may not save it (403) may ask the owner, and an archived record (422) has to be restored first. */
export function openForm(actor: Actor, record: Asked, demand: Demand): void {
  const code = codeOf(record.kind, record.number)
  if (!can(actor, demand.permission, demand.ownerIds)) {
    const way = { href: `/ask?about=${code}`, label: "Ask the owner" }
    throw new FormRefused({ title: `You may not change ${record.name}`, sentence: refusalOf(demand.permission), way }, 403)
  }
  if (record.archivedAt === null) return
  const way = { href: pathOf(record.kind, code), label: `Go to ${record.name}` }
  throw new FormRefused({ title: "This record is archived", sentence: `${archivedSentence(record.name)} What belongs to it is kept, and its page shows it as it was.`, way }, 422)
}
