// Everything the panels of a record's page show, read at once, with what this person may do in them.
import type { ReadDb } from "~/core/database.server"
import { can, type Actor } from "~/core/policy"
import { ownerIdsOf, pickElements } from "./elements.queries.server"
import { commentsOf, historyOf, questionsOf } from "./panels.queries.server"
import { responsibilitiesOf } from "./responsibilities.queries.server"

/** The panels of one record; `owned` is false for kinds nobody can own. */
export async function recordPanels(db: ReadDb, actor: Actor & { personId: string }, elementId: string, owned = true) {
  const ownerIds = await ownerIdsOf(db, elementId)
  const mayName = can(actor, "edit chain")
  const mayEdit = can(actor, "edit record", ownerIds)
  const [people, comments, questions, history, choices] = await Promise.all([
    owned ? responsibilitiesOf(db, elementId) : [],
    commentsOf(db, elementId),
    questionsOf(db, { elementId }),
    historyOf(db, elementId, { limit: 12 }),
    owned && mayEdit ? pickElements(db, "person") : [],
  ])
  return { owned, people, comments, questions, history, choices, mayName, mayEdit, actorId: actor.personId, actorName: actor.name, admin: can(actor, "administer") }
}

export type RecordPanels = Awaited<ReturnType<typeof recordPanels>>
