// What the database itself refuses of standings and exceptions: two at a time, and more than twelve months.

import { sql } from "kysely"
import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { newId } from "~/core/ids"
import { createApplication } from "~/features/applications/applications.commands.server"
import { createFunction } from "~/features/applications/functions.commands.server"
import { expiredExceptions } from "~/features/decisions/exceptions.queries.server"
import { aCompany, aUnit, thePreparer, type Made } from "../../../support/builders"
import { aDecision } from "../../../support/decision-builders"

let tool: Made
let job: Made
let unit: Made
let decision: Made

beforeAll(async () => {
  await aCompany()
  tool = await createApplication(thePreparer, { name: "FoldPDF" })
  job = await createFunction(thePreparer, { name: "Read PDFs" })
  unit = await aUnit()
  decision = await aDecision()
})

async function except(from: string, until: string, ended = ""): Promise<string> {
  const id = newId()
  await writableDatabase().transaction().execute(async (tx) => {
    await sql`
      insert into element (id, kind, number, name, summary, sort_key, search_text, version, created_at, updated_at)
      values (${id}, 'exception', nextval('number_exception'), 'Exception', '', 'exception', 'exception', 1, now(), now())`.execute(tx)
    await sql`
      insert into exception (id, kind, application_id, unit_id, reason, from_on, until_on, ended_at, ended_why)
      values (${id}, 'exception', ${tool.id}, ${unit.id}, 'The audit.', ${from}, ${until}, case when ${ended} = '' then null else now() end, ${ended})`.execute(tx)
  })
  return id
}

const stand = (productVersion: string, from: string, to: string | null) => sql`
  insert into standard (id, decision_id, application_id, function_id, product_version, lifecycle, status, own_words, conditions, valid_from, valid_to, version, created_at)
  values (${newId()}, ${decision.id}, ${tool.id}, ${job.id}, ${productVersion}, 'strategic', 'approved', '', '', ${from}, ${to}, 1, now())`.execute(writableDatabase())

describe("an exception", () => {
  it("does not overlap another of the same holder, the last day counting; one given back makes room", async () => {
    await except("2020-01-01", "2020-06-30")
    await expect(except("2020-06-30", "2020-07-31")).rejects.toThrow(/exception_no_overlap/)
    await except("2020-07-01", "2020-07-31")
    await except("2020-01-01", "2020-01-31", "Not needed.")
  })

  it("lasts twelve months at most, and begins before it ends", async () => {
    await expect(except("2030-02-01", "2031-02-02")).rejects.toThrow(/exception_twelve_months/)
    await expect(except("2030-02-02", "2030-02-01")).rejects.toThrow(/violates check/)
    await except("2030-02-01", "2031-02-01")
  })

  it("counts as expired once its last day has passed, unless it was given back", async () => {
    expect([await expiredExceptions(database(), "2020-06-30"), await expiredExceptions(database(), "2020-07-01"), await expiredExceptions(database(), "2020-08-01")]).toEqual([0, 1, 2])
  })
})

it("a product version has one standing in a job at a time; its history is one row after the other", async () => {
  await stand("15.x", "2017-01-01", "2022-01-01")
  await stand("15.x", "2022-01-01", null)
  await stand("2016", "2017-01-01", null)
  await expect(stand("15.x", "2021-12-31", "2022-01-01")).rejects.toThrow(/standard_one_at_a_time/)
  await expect(stand("15.x", "2023-01-01", null)).rejects.toThrow(/standard_one_at_a_time/)
})
