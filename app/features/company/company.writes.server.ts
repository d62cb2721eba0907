// The write that makes the company, shared by the sample, by tests and by the first administrator.
import type { RecordChange } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { newId } from "~/core/ids"
import { created } from "~/features/elements/element.writes.server"
import { checkCompany, companySnapshot, newCompany, type CompanyFields } from "./company"

/** Makes the company from what is given and the usual rest; returns its change. */
export async function insertCompany(
  tx: Tx,
  { isSample, ...fields }: Pick<CompanyFields, "name"> & Partial<CompanyFields> & { isSample: boolean },
  now: Date,
): Promise<RecordChange> {
  const company = checkCompany(null, { ...newCompany, ...fields }, false)
  const id = newId(now.getTime())
  await tx
    .insertInto("company")
    .values({ ...company, exclusions: JSON.stringify(company.exclusions), id, onlyOne: true, isSample, version: 1, setUpAt: now })
    .execute()
  return created({ kind: "company", id }, companySnapshot(company))
}
