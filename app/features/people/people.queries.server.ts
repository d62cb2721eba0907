// Reading people: one, and locked for a command.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { findElement } from "~/features/elements/elements.queries.server"
import type { PersonFields } from "./person"

export interface Person extends PersonFields, Omit<ElementRow, "kind"> {
  kind: "person"
  /** whoever has, or had, an account is looked after by administrators */
  hasAccount: boolean
}

function selectPeople(db: ReadDb) {
  return db
    .selectFrom("person").innerJoin("element", "element.id", "person.id")
    .select(elementColumns).select(["person.unitId", "person.roleLevel", "person.title", "person.email", "person.groupHeadcount"]).select((eb) =>
      eb.exists(eb.selectFrom("account").select("personId").whereRef("account.personId", "=", "person.id")).as("hasAccount"))
}

/** The person with this short id. */
export async function findPerson(db: ReadDb, code: string): Promise<Person> {
  const { id } = await findElement(db, code, "person")
  const row = await selectPeople(db).where("person.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "person", hasAccount: Boolean(row.hasAccount) }
}

/** The people, locked in one order; refused when one is not there. */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<Person[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectPeople(tx).where("person.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This person")
  return rows.map((row) => ({ ...row, kind: "person", hasAccount: Boolean(row.hasAccount) }))
}
