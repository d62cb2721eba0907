// Reading the people and groups tied to what the map shows, in two or three queries however many there are.
import type { ReadDb } from "~/core/database.server"
import { tieOf, type PeopleOnMap, type PersonOnMap, type TieRow } from "~/features/alignment/people-on-map"
import { codeOf } from "~/features/elements/element"
import { formerName } from "~/features/stakeholders/party-facts"

/**
 * Gives everybody with a part in a conversation that was not called off and, for readers who see where people stand, with a standing on
 * a subject. Archived and erased people are left out.
 */
export async function readPeopleOnMap(db: ReadDb, { withStanding }: { withStanding: boolean }): Promise<PeopleOnMap> {
  const parts = await db
    .selectFrom("participation as p").innerJoin("consultation as c", "c.id", "p.consultationId").innerJoin("element as record", "record.id", "c.id")
    .innerJoin("consultationSubject as s", "s.consultationId", "c.id")
    .select(["p.personId", "s.subjectId", "p.mustHear"])
    .select((eb) => [eb("p.heardAt", "is not", null).as("isHeard"), eb("p.invitedAt", "is not", null).as("isInvited")])
    .where("c.state", "!=", "cancelled").where("record.archivedAt", "is", null).execute()
  // that they stand somewhere is kept here; where they stand never leaves the database for the map
  const standings = withStanding ? await db.selectFrom("standing").select(["personId", "subjectId"]).where("subjectId", "is not", null).execute() : []
  const ties: TieRow[] = [
    ...parts.map(({ personId, subjectId, mustHear, isHeard, isInvited }) => ({ personId, subjectId, relation: tieOf({ mustHear, isHeard: Boolean(isHeard), isInvited: Boolean(isInvited) }) })),
    ...standings.flatMap(({ personId, subjectId }): TieRow[] => (subjectId === null ? [] : [{ personId, subjectId, relation: "affected" }])),
  ]
  return { people: ties.length === 0 ? [] : await tied(db), ties, withStanding }
}

/** Whoever could be tied to something, those who are forgotten left out. */
async function tied(db: ReadDb): Promise<PersonOnMap[]> {
  const rows = await db
    .selectFrom("person").innerJoin("element as e", "e.id", "person.id")
    .select(["e.id", "e.number", "e.name", "e.sortKey", "person.groupHeadcount", "person.unitId"])
    .where("e.archivedAt", "is", null)
    .where((eb) => eb.or([eb("e.id", "in", eb.selectFrom("participation").select("participation.personId")), eb("e.id", "in", eb.selectFrom("standing").select("standing.personId"))]))
    .orderBy("e.sortKey").orderBy("e.id").execute()
  return rows
    .filter(({ name, number, groupHeadcount }) => name !== formerName(number, groupHeadcount !== null))
    .map(({ number, groupHeadcount, ...row }) => ({ ...row, code: codeOf("person", number), groupOf: groupHeadcount }))
}
