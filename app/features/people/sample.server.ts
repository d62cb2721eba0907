// The way from the app to the sample company: loaded only when somebody asks for it.
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { countRecords, findCompany } from "~/features/company/company.queries.server"

/**
 * Fills the empty installation with the sample company; refused when it belongs to a company already, and where records were
 * brought in before one was named: these would become part of the sample, and go with it.
 */
export async function addSample(): Promise<void> {
  const db = database()
  if (!(await findCompany(db)) && (await countRecords(db)) > 0)
    throw new RuleError("There are records here already, which are yours: the sample company would mix with them. Start with your own, or explore the sample in another data folder.")
  const { seedDemo } = await import("#db/seed/demo/index")
  await seedDemo()
}
