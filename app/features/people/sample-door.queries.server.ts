// The sample's door: which made-up people one may walk in as, while it is open.
import type { ReadDb } from "~/core/database.server"
import { findCompany } from "~/features/company/company.queries.server"
import type { Account } from "./accounts.queries.server"
import { listAccounts, realAccountExists } from "./accounts.queries.server"
import { codeNumber } from "./account"

/**
 * The people of the sample company in the order of their short ids, or null where the door is closed: no sample, a real account
 * (it closes for good then), or an app that others can reach.
 */
export async function peopleAtTheDoor(db: ReadDb, onlyThisMachine: boolean): Promise<Account[] | null> {
  if (!onlyThisMachine) return null
  const [company, real] = await Promise.all([findCompany(db), realAccountExists(db)])
  if (!company?.isSample || real) return null
  const accounts = await listAccounts(db)
  return accounts.filter(({ disabled, archived }) => !disabled && !archived).sort((a, b) => codeNumber(a.code) - codeNumber(b.code))
}
