// Reading the API's lists, a page at a time.
import type { ReadDb } from "~/core/database.server"
import { currentRecords } from "~/features/company/current-records.queries.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { commitmentPortion } from "~/features/commitments/commitment-list.queries.server"
import { parseCode } from "~/features/elements/element"
import { relationshipRows } from "~/features/relationships/relationship-list.queries.server"
import {
  applicationItem, budgetItems, capabilityItem, commitmentItem, goalItem, initiativeItem, linkItem, measureItem, ownedItem, personItem, relationshipItem, unitItem, type ListItems, type ListName,
} from "./api-items"
import { applicationRows, capabilityRows, goalRows, initiativeRows, linkRows, measureRows, personRows, plainRows, unitRows } from "./record-rows.queries.server"

/** The lists whose rows have no number of their own: one reads on from a key. */
export const keyedLists: readonly ListName[] = ["measures", "links"]

export interface ListPage {
  items: ListItems[ListName][]
  /** what to read on from; null at the end */
  after: string | null
}

/**
 * One page of a list in the order of its short ids, or of its keys for measures and links; `after` is what the page before
 * ended with. Budgets are counted by initiative, so a page of them may hold more rows or fewer.
 */
export async function listPage(db: ReadDb, name: ListName, { after, limit }: { after: string | null; limit: number }): Promise<ListPage> {
  const numbered = { after: after === null ? null : Number(after), size: limit }
  const keyed = { after, size: limit }
  switch (name) {
    case "goals": {
      const [{ standingOf }, rows] = [await currentAlignment(db), await goalRows(db, numbered)]
      return page(rows, limit, (row) => [goalItem(row, standingOf(row.id))])
    }
    case "measures": return page(await measureRows(db, keyed), limit, (row) => [measureItem(row)])
    case "initiatives": return page(await initiativeRows(db, numbered), limit, (row) => [initiativeItem(row)])
    case "budgets": return page(await initiativeRows(db, numbered), limit, budgetItems)
    case "services": return page(await plainRows(db, "service", numbered), limit, (row) => [ownedItem(row)])
    case "functions": return page(await plainRows(db, "function", numbered), limit, (row) => [ownedItem(row)])
    case "applications": return page(await applicationRows(db, numbered), limit, (row) => [applicationItem(row)])
    case "capabilities": return page(await capabilityRows(db, numbered), limit, (row) => [capabilityItem(row)])
    case "units": return page(await unitRows(db, numbered), limit, (row) => [unitItem(row)])
    case "people": return page(await personRows(db, numbered), limit, (row) => [personItem(row)])
    case "commitments": {
      const { today, company: { timeZone } } = await currentRecords(db)
      return page(await commitmentPortion(db, numbered, { today, timeZone }), limit, (row) => [commitmentItem(row)])
    }
    case "relationships": {
      const rows = (await relationshipRows(db)).map((row) => ({ id: row.unit.id, number: parseCode(row.unit.code)?.number ?? 0, row }))
      const following = rows.filter(({ number }) => number > (numbered.after ?? 0)).sort((one, other) => one.number - other.number).slice(0, limit)
      return page(following, limit, ({ row }) => [relationshipItem(row)])
    }
    case "links": return page(await linkRows(db, keyed), limit, (row) => [linkItem(row)])
  }
}

function page<Row extends { id: string; number?: number }>(rows: readonly Row[], limit: number, itemsOf: (row: Row) => ListItems[ListName][]): ListPage {
  const last = rows.length < limit ? undefined : rows.at(-1)
  return { items: rows.flatMap(itemsOf), after: last === undefined ? null : String(last.number ?? last.id) }
}
