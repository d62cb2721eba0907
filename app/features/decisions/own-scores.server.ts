// What somebody sees when they score: the options, the criteria, and their own scores so far.
import type { ReadDb } from "~/core/database.server"
import { FormRefused } from "~/core/errors"
import { asRef } from "~/features/elements/elements.queries.server"
import { isOpen } from "./decision"
import { findDecision, partsOf } from "./decisions.queries.server"

/** The form's content for a named scorer; a page that says why for everybody else, and for what is not open any more. */
export async function ownScores(db: ReadDb, actor: { personId: string }, code: string) {
  const found = await findDecision(db, code)
  const decision = asRef(found)
  const { options, criteria, scorers, scores } = await partsOf(db, found.id)
  const way = { href: `/decisions/${decision.code}`, label: "Go to the decision" }
  if (!scorers.some(({ personId }) => personId === actor.personId)) throw new FormRefused({ title: "You were not asked to score this", sentence: "Only the people asked to score it do. Its owner can name you.", way }, 403)
  if (!isOpen(found.state) || found.archivedAt !== null) throw new FormRefused({ title: "Scoring is over", sentence: "The words are frozen, or it has ended.", way }, 422)
  if (criteria.length === 0) throw new FormRefused({ title: "There is nothing to score by yet", sentence: "Its owner says first by what the options are compared.", way }, 422)
  const mine = Object.fromEntries(scores.filter(({ scorerId }) => scorerId === actor.personId).map(({ optionId, criterionId, score }) => [`${optionId} ${criterionId}`, score]))
  return { decision, options: options.map(({ id, name, summary }) => ({ id, name, summary })), criteria, mine }
}
