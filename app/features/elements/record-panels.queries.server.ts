// Everything the panels of a record's page show, read at once, with what this person may do in them.
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { can, type Actor } from "~/core/policy"
import { choicesFor, ownerIdsOf } from "./elements.queries.server"
import { commentsOf, historyOf, questionsOf } from "./panels.queries.server"
import { responsibilitiesOf } from "./responsibilities.queries.server"

/**
 * The panels of one record; `owned` is false for kinds nobody can own. What is the same for everybody is read once for `version`, the
 * object that stands for one version of the records.
 */
export async function recordPanels(db: ReadDb, actor: Actor & { personId: string }, elementId: string, { owned = true, request, version }: { owned?: boolean; request: Request; version: object }) {
  const mayName = can(actor, "edit chain")
  const { ownerIds, archived, ...shared } = await onceFor(version, `panels of ${elementId}`, () => panelRecords(db, elementId, owned))
  const mayEdit = !archived && can(actor, "edit record", ownerIds)
  const choices = await choicesFor(db, request, { kind: "person", some: owned && mayEdit })
  return { owned, archived, ...shared, choices, mayName, mayEdit, actorId: actor.personId, actorName: actor.name, admin: can(actor, "administer") }
}

async function panelRecords(db: ReadDb, elementId: string, owned: boolean) {
  const [element, ownerIds, people, comments, questions, history] = await Promise.all([
    db.selectFrom("element").select("archivedAt").where("id", "=", elementId).executeTakeFirst(),
    ownerIdsOf(db, elementId),
    owned ? responsibilitiesOf(db, elementId) : [],
    commentsOf(db, elementId),
    questionsOf(db, { elementId }),
    historyOf(db, elementId, { limit: 12 }),
  ])
  return { archived: element !== undefined && element.archivedAt !== null, ownerIds, people, comments, questions, history }
}

export type RecordPanels = Awaited<ReturnType<typeof recordPanels>>
