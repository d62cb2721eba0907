// Everything the panels of a record's page show, read at once, with what this person may do in them.
import type { ReadDb } from "~/core/database.server"
import { can, type Actor } from "~/core/policy"
import { choicesFor, ownerIdsOf } from "./elements.queries.server"
import { commentsOf, historyOf, questionsOf } from "./panels.queries.server"
import { responsibilitiesOf } from "./responsibilities.queries.server"

/** The panels of one record; `owned` is false for kinds nobody can own. */
export async function recordPanels(db: ReadDb, actor: Actor & { personId: string }, elementId: string, { owned = true, request }: { owned?: boolean; request: Request }) {
  const mayName = can(actor, "edit chain")
  const [ownerIds, people, comments, questions, history] = await Promise.all([
    ownerIdsOf(db, elementId),
    owned ? responsibilitiesOf(db, elementId) : [],
    commentsOf(db, elementId),
    questionsOf(db, { elementId }),
    historyOf(db, elementId, { limit: 12 }),
  ])
  const mayEdit = can(actor, "edit record", ownerIds)
  const choices = await choicesFor(db, request, { kind: "person", some: owned && mayEdit })
  return { owned, people, comments, questions, history, choices, mayName, mayEdit, actorId: actor.personId, actorName: actor.name, admin: can(actor, "administer") }
}

export type RecordPanels = Awaited<ReturnType<typeof recordPanels>>
