// Search: by short id, by words in any order, folded, best first, with two slips forgiven, and never by archived records.

import { sql } from "kysely"
import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { fold } from "~/core/fold"
import { createGoal } from "~/features/goals/goals.commands.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { searchElements } from "~/features/elements/search.queries.server"
import { partingSigns, wordsOf } from "~/features/elements/slips"
import { aCompany, thePreparer } from "../../../support/builders"

let code = ""
beforeAll(async () => {
  await aCompany()
  for (const name of ["Cut order time by 20 %", "Größere Läden öffnen", "Refunds in three days", "100% uptime_now", "Second data centre", "Supplier portal", "One supplier fewer", "Auftragsverwaltung"]) {
    const goal = await createGoal(thePreparer, { name })
    code ||= goal.code
  }
  const old = await createGoal(thePreparer, { name: "Order fax machines" })
  await archiveGoals(thePreparer, { ids: [old.id], archived: true })
})
const names = async (typed: string) => (await searchElements(database(), typed)).map((element) => element.name)

it.each([
  ["order", "Cut order time by 20 %"], ["TIME cut", "Cut order time by 20 %"], ["grossere laden", "Größere Läden öffnen"],
  ["refnuds", "Refunds in three days"], ["secnod data center", "Second data centre"], ["cu", "Cut order time by 20 %"],
  ["ordr tiem", "Cut order time by 20 %"], ["grosere ladne", "Größere Läden öffnen"], ["öffnne", "Größere Läden öffnen"], ["supplire prtal", "Supplier portal"],
  ["reufnds three", "Refunds in three days"], ["verwlatung", "Auftragsverwaltung"], ["suppleir", "One supplier fewer"], ["uptmie", "100% uptime_now"],
])("%s finds %s", async (typed, name) => expect(await names(typed)).toContain(name))

it("keeps to the nearest words while one record has them all", async () => expect(await names("supplire prtal")).toEqual(["Supplier portal"]))
it("leaves the last words out where no record has them all", async () => {
  expect(await names("supplier portal 123")).toEqual(["Supplier portal"])
  expect(await names("secnod qqqqq")).toEqual(["Second data centre"])
  expect(await names("qqqqq 123")).toEqual([])
})
it("jumps to a short id however it is typed", async () => expect(await names(code.toLowerCase().replace("-", ""))).toEqual(["Cut order time by 20 %"]))
it("takes % and _ for letters", async () => {
  expect(await names("100%")).toEqual(["100% uptime_now"])
  expect(await names("%%%")).toEqual([])
})
it("leaves archived records out", async () => {
  expect(await names("fax machines")).not.toContain("Order fax machines")
  expect(await names("fxa machnies")).not.toContain("Order fax machines")
})
it("finds nothing for nothing", async () => expect(await names("  ")).toEqual([]))

it("knows every word in use, parted as typed words are", async () => {
  const signs = [...partingSigns]
  for (const some of [signs.slice(0, 16), signs.slice(16, 32), signs.slice(32)]) await createGoal(thePreparer, { name: `${some.map((sign) => `abc${sign}def`).join(" ")} заказы 订单处理 Straße` })
  const texts = await database().selectFrom("element").select("searchText").execute()
  const expected = new Set(texts.flatMap(({ searchText }) => wordsOf(searchText)).filter((word) => [...word].length >= 3 && [...word].length <= 40 && !/\d/.test(word)))
  const known = await database().selectFrom("searchWord").select("word").execute()
  expect(known.map(({ word }) => word).sort()).toEqual([...expected].sort())
})

it("finds a record by the slips of its new name", async () => {
  const { id } = await createGoal(thePreparer, { name: "Before" })
  const text = fold("Warehouse automation")
  await sql`update element set name = 'Warehouse automation', sort_key = ${text}, search_text = ${text} where id = ${id}`.execute(database())
  expect(await names("warehosue")).toEqual(["Warehouse automation"])
})

it("puts names that begin so first, then names that contain it, then the rest, each in order of names, whatever the limit", async () => {
  for (let n = 1; n <= 40; n += 1) {
    const name = ["Ledger line", "Yearly ledger line", "Line of the ledger", "Zebra ledger"][n % 4] ?? ""
    await createGoal(thePreparer, { name: `${name} ${n}` })
  }
  const rows = await database().selectFrom("element").select(["id", "name", "sortKey", "searchText"]).where("archivedAt", "is", null).execute()
  for (const typed of ["ledger", "ledger line", "line ledger", "zebra", "ledger 1"]) {
    const rank = (key: string) => (key.startsWith(typed) ? 0 : key.includes(typed) ? 1 : 2)
    const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
    const expected = rows
      .filter(({ searchText }) => typed.split(" ").every((word) => searchText.includes(word)))
      .sort((a, b) => rank(a.sortKey) - rank(b.sortKey) || bytes(a.sortKey, b.sortKey) || bytes(a.id, b.id))
      .map(({ name }) => name)
    expect(expected.length).toBeGreaterThan(8)
    for (const limit of [3, 12, 25, 100]) {
      const found = await searchElements(database(), typed, limit)
      expect(found.map(({ name }) => name)).toEqual(expected.slice(0, limit))
    }
  }
})
