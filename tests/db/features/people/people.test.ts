// People as records: only administrators edit them, a unit must be live, and the list says who owns what.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { readHistory } from "~/core/record-history.server"
import { listAsk } from "~/features/elements/list"
import { archivePeople, createPerson, restorePeople, updatePerson } from "~/features/people/people.commands.server"
import { findPerson } from "~/features/people/people.queries.server"
import { personList } from "~/features/people/person-list"
import { listPeople, peopleForFile, peopleIn } from "~/features/people/person-list.queries.server"
import { createService } from "~/features/services/services.commands.server"
import { archiveUnits } from "~/features/units/units.commands.server"
import { aCompany, aPerson, aUnit, thePreparer, type SignedInActor } from "../../../support/builders"

let admin: SignedInActor
beforeAll(async () => {
  await aCompany()
  admin = await aPerson({ name: "Ada", roles: ["admin"] })
})

it("is for relationship managers, planners and administrators, and refuses a unit that is archived", async () => {
  const unit = await aUnit()
  const gone = await aUnit()
  await archiveUnits(thePreparer, { ids: [gone.id], archived: true })
  await expect(createPerson(await aPerson({ roles: ["contributor"] }), { name: "Zoe" })).rejects.toThrow("relationship manager")
  await expect(createPerson(admin, { name: "Zoe", unitId: gone.id })).rejects.toThrow("archived")
  const zoe = await createPerson(admin, { name: "Zoe", unitId: unit.id, roleLevel: "frontline", title: "Sales" })
  await expect(updatePerson(admin, { id: zoe.id, version: 1, unitId: gone.id })).rejects.toThrow("archived")
  const edit = await updatePerson(admin, { id: zoe.id, version: 1, unitId: null, title: "Head of sales" })
  await restorePeople(admin, { entries: await readHistory(database(), { operationId: edit.operationId }) })
  expect(await findPerson(database(), zoe.code)).toMatchObject({ unitId: unit.id, title: "Sales" })
  expect((await peopleIn(database(), unit.id)).map((person) => person.name)).toEqual(["Zoe"])
  await archivePeople(admin, { ids: [zoe.id], archived: true })
  expect(await peopleIn(database(), unit.id)).toEqual([])
})

it("lists who has an account and how much each owns", async () => {
  await createService(thePreparer, { name: "Ordering", ownerId: admin.personId })
  const { rows, accounts, total } = await listPeople(database(), listAsk(new URLSearchParams("sort=-owns"), personList))
  expect(rows[0]).toMatchObject({ name: "Ada", owns: 1, account: true })
  expect([accounts, total]).toEqual([2, 2])
  for (const group of personList.groups)
    for (const sort of personList.sorts) await listPeople(database(), listAsk(new URLSearchParams({ sort, group, unit: "none", level: "manager", account: "no" }), personList))
  const portions = []
  for await (const portion of peopleForFile(database(), listAsk(new URLSearchParams("account=yes"), personList))) portions.push(...portion)
  expect(portions.map((row) => row.name)).toContain("Ada")
})
