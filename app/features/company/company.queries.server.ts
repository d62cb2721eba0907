// Reading the company's row.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import type { CompanyFields } from "./company"

export interface Company extends CompanyFields {
  id: string
  isSample: boolean
  version: number
}

const columns = ["id", "name", "purpose", "exclusions", "currency", "yearFirstMonth", "timeZone", "bandOnTrack", "bandAtRisk", "isSample", "version"] as const

/** The company, or undefined while the installation is empty. */
export function findCompany(db: ReadDb): Promise<Company | undefined> {
  return db.selectFrom("company").select(columns).executeTakeFirst()
}

/** How many records there are, also while nobody has named the company: a file may have been brought in first. */
export async function countRecords(db: ReadDb): Promise<number> {
  const { count } = await db.selectFrom("element").select((eb) => eb.fn.countAll<string>().as("count")).executeTakeFirstOrThrow()
  return Number(count)
}

/** The company of an installation that is set up. */
export async function theCompany(db: ReadDb): Promise<Company> {
  const company = await findCompany(db)
  if (!company) throw new NotFoundError("The company")
  return company
}

/** The company, locked, with whether amounts exist that its currency and year would change. */
export async function lockCompany(tx: Tx): Promise<Company & { amountsExist: boolean }> {
  const company = await tx.selectFrom("company").select(columns).forUpdate().executeTakeFirst()
  if (!company) throw new NotFoundError("The company")
  return { ...company, amountsExist: await amountsExist(tx) }
}

/** The server's version as a number, such as 170012 for 17.12. */
export async function serverVersion(db: ReadDb): Promise<number> {
  const row = await db.selectNoFrom(sql<string>`current_setting('server_version_num')`.as("version")).executeTakeFirstOrThrow()
  return Number(row.version)
}

/** Whether amounts exist that currency and first month belong to. */
export async function amountsExist(db: ReadDb): Promise<boolean> {
  const { exist } = await db
    .selectNoFrom((eb) =>
      eb.or([
        eb.exists(eb.selectFrom("initiativeBudget").select("initiativeId")),
        eb.exists(eb.selectFrom("link").select("id").where("yearlyCost", "is not", null)),
      ]).as("exist"))
    .executeTakeFirstOrThrow()
  return Boolean(exist)
}
