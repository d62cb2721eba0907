// Lists of standards: their own words, two dates of the real one, the same file twice, and taking it back as one.
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { database } from "~/core/database.server"
import { updateApplication } from "~/features/applications/applications.commands.server"
import type { FileChoices, FileLook, TableKind } from "~/features/exchange/brought"
import { tickRows } from "~/features/exchange/import-choices.server"
import { startImport } from "~/features/exchange/import-job.server"
import { applyImport } from "~/features/exchange/imports.commands.server"
import { findImport, importReport, importRows } from "~/features/exchange/imports.queries.server"
import { undoImport } from "~/features/exchange/imports.undo.server"
import { isStandardsList } from "~/features/exchange/standards-list"
import { aCompany, thePreparer } from "../../../support/builders"

const heading = "Standard Name,Description,Category,Status,Deployment Type,Approval Expiration Date"

beforeAll(() => aCompany())

async function list(name: string, lines: readonly string[] | Uint8Array, choices: FileChoices = {}): Promise<string> {
  const bytes = lines instanceof Uint8Array ? lines : new TextEncoder().encode([heading, ...lines].join("\n"))
  const { id, done } = await startImport(thePreparer, { name, bytes, choices: { as: "standard", ...choices } })
  await done
  return id
}

const rowsOf = async (id: string) => (await importRows(database(), id, { offset: 0, limit: 500 })).rows
const standingsOf = (name: string) =>
  database().selectFrom("standard").innerJoin("element as product", "product.id", "standard.applicationId").leftJoin("element as job", "job.id", "standard.functionId")
    .select(["job.name as job", "standard.status", "standard.lifecycle", "standard.ownWords", "standard.approvalExpiresOn", "standard.validFrom", "standard.validTo"])
    .where("product.name", "=", name).where("product.archivedAt", "is", null).orderBy("standard.validFrom").orderBy("job.name").execute()

describe("a list of few", () => {
  test("keeps its own words beside ours, names jobs by its categories, and makes one signed decision of its day", async () => {
    const id = await list("ours-2020-05-01.csv", ["Fold PDF,Reads PDFs,PDF Software,Approved - Maintain,Desktop,2021-06", "Two Jobs,,\"Design,Drawing\",Denied,Desktop,-", "No Job,,-,Pilot,SaaS,2020-12-31"])
    expect((await findImport(database(), id)).state).toBe("preview")
    expect((await rowsOf(id)).map(({ verdict, name }) => `${name}: ${verdict}`)).toEqual(["Fold PDF: new", "Two Jobs: new", "No Job: new"])
    await applyImport(thePreparer, { importId: id })
    expect(await standingsOf("Fold PDF")).toEqual([{ job: "PDF Software", status: "approved with constraints", lifecycle: "tactical", ownWords: "Approved - Maintain", approvalExpiresOn: "2021-06-30", validFrom: "2020-05-01", validTo: null }])
    expect((await standingsOf("Two Jobs")).map(({ job, status }) => [job, status])).toEqual([["Design", "prohibited"], ["Drawing", "prohibited"]])
    expect(await standingsOf("No Job")).toMatchObject([{ job: null, lifecycle: "pilot" }])
    const decision = await database().selectFrom("decision").innerJoin("element", "element.id", "decision.id").selectAll("decision").select("element.name").where("importedFrom", "=", "ours-2020-05-01.csv").executeTakeFirstOrThrow()
    expect(decision).toMatchObject({ name: "Imported from ours-2020-05-01.csv", state: "approved", importedOn: "2020-05-01", checksum: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(decision.signedAt?.toISOString()).toBe("2020-05-01T12:00:00.000Z")
  })

  test("an unknown word, a bad date and a product named twice are refused by name, and the rest is taken", async () => {
    const id = await list("odd-2020-06-01.csv", ["Known,,Mail,Approved,,-", "Odd,,Mail,Perhaps,,-", "Late,,Mail,Approved,,soon", "Known,,Chat,Denied,,-", ",,Mail,Approved,,-", "Blank,,Mail,,,-"])
    const { problems, kinds } = await importReport(database(), id)
    expect(kinds.standard).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 5 })
    expect(problems.map(({ column, problem }) => `${column}: ${problem}`)).toEqual([
      "Status: “Perhaps” is no status we know. Say what it means under “What their words mean”.",
      "Approval Expiration Date: “soon” is no day. Write it as 2026-11-30, or as 2026-11 for the whole month, or leave it blank.",
      "Standard Name: “Known” stands in this list already (Row 2). Which of the two holds?",
      "Standard Name: The product has no name.",
      "Status: It does not say how the product stands.",
    ])
  })

  test("what a word means can be said for one file", async () => {
    const id = await list("said-2020-07-01.csv", ["Said,,Mail,Perhaps,,-"], { statuses: { perhaps: "divest, retirement" } })
    await applyImport(thePreparer, { importId: id })
    expect(await standingsOf("Said")).toMatchObject([{ status: "divest", lifecycle: "retirement", ownWords: "Perhaps" }])
  })

  test("a later list ends what the earlier one said, an older one goes before it, and other jobs end the jobs of before", async () => {
    for (const [day, line] of [["2018-01-01", "Timed,,Chat,Approved,,2019-01"], ["2022-01-01", "Timed,,\"Chat,Calls\",Sunsetting,,-"], ["2020-01-01", "Timed,,Chat,Exception,,2020-12"], ["2023-01-01", "Timed,,Calls,Denied,,-"]] as const)
      await applyImport(thePreparer, { importId: await list(`time-${day}.csv`, [line]) })
    expect((await standingsOf("Timed")).map(({ job, ownWords, validFrom, validTo }) => [job, ownWords, validFrom, validTo])).toEqual([
      ["Chat", "Approved", "2018-01-01", "2020-01-01"], ["Chat", "Exception", "2020-01-01", "2022-01-01"],
      ["Calls", "Sunsetting", "2022-01-01", "2023-01-01"], ["Chat", "Sunsetting", "2022-01-01", "2023-01-01"], ["Calls", "Denied", "2023-01-01", null],
    ])
  })

  test("a row that is unticked stays out, and brought again it joins the decision of its file", async () => {
    const lines = ["Left In,,Mail,Approved,,-", "Left Out,,Mail,Approved,,-"]
    const id = await list("part-2020-08-01.csv", lines)
    await tickRows(thePreparer, id, { ns: [1], ticked: false })
    await applyImport(thePreparer, { importId: id })
    expect(await standingsOf("Left Out")).toEqual([])
    const again = await list("part-2020-08-01.csv", lines)
    expect((await rowsOf(again)).map(({ verdict }) => verdict)).toEqual(["unchanged", "new"])
    await applyImport(thePreparer, { importId: again })
    expect(await standingsOf("Left Out")).toHaveLength(1)
    expect(await database().selectFrom("decision").select("id").where("importedFrom", "=", "part-2020-08-01.csv").execute()).toHaveLength(1)
  })

  test("what somebody changed since the preview is not written over", async () => {
    const [id, other] = [await list("race-2020-09-01.csv", ["Raced,,Mail,Approved,,-"]), await list("race-2020-10-01.csv", ["Raced,,Mail,Denied,,-"])]
    await applyImport(thePreparer, { importId: id })
    await expect(applyImport(thePreparer, { importId: other })).rejects.toThrow("One row was overtaken")
    expect((await rowsOf(other)).map(({ verdict }) => verdict)).toEqual(["changed"])
    await applyImport(thePreparer, { importId: other })
    expect((await standingsOf("Raced")).map(({ ownWords }) => ownWords)).toEqual(["Approved", "Denied"])
  })

  test("standards beside other tables are refused as a whole", () => {
    const sheet = (kind: TableKind | "skip", rows = 1) => ({ name: kind, kind, rows, columns: [] })
    const look = (...sheets: FileLook["sheets"]): FileLook => ({ format: "xlsx", source: null, encoding: null, separator: null, sheets, labels: [], relations: [] })
    expect(() => isStandardsList(look(sheet("standard"), sheet("goal")))).toThrow("Standards come in a file of their own")
    expect(isStandardsList(look(sheet("standard"), sheet("goal", 0), sheet("skip")))).toBe(true)
    expect(isStandardsList(look(sheet("goal")))).toBe(false)
  })

  test("a file that is not what its name says is named as what it is", async () => {
    const id = await list("standards-2020.csv", new Uint8Array(Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj", "latin1")))
    expect(await findImport(database(), id)).toMatchObject({ state: "failed", message: "standards-2020.csv is a PDF. Bring the spreadsheet that it was made from." })
  })
})

const folder = fileURLToPath(new URL("../../../../../shared/data/standards/", import.meta.url))
const [first, second] = ["it-standards-2017-11-22.csv", "it-standards-2022-04-29.csv"]

describe.skipIf(!existsSync(folder))("the agency's list at two dates", () => {
  const bring = (name: string) => list(name, readFileSync(folder + name))
  const stand = async (on: string) => {
    const rows = await database().selectFrom("standard").innerJoin("decision", "decision.id", "standard.decisionId").select("standard.status").select((eb) => eb.fn.countAll<string>().as("n"))
      .where("importedFrom", "in", [first, second]).where("validFrom", "<=", on).where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">", on)])).groupBy("standard.status").execute()
    return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]))
  }
  let undoable = ""

  test("the first makes every product, its jobs and one decision of its date", async () => {
    const id = await bring(first)
    const { kinds, problems } = await importReport(database(), id)
    expect({ kinds, problems }).toEqual({ kinds: { standard: { new: 1476, changed: 0, unchanged: 0, refused: 0 } }, problems: [] })
    await applyImport(thePreparer, { importId: id })
    // 1,476 products in 1,531 jobs; 270 are preferred, 175 + 125 not approved, 139 given up, 272 denied, by row
    const rows = await sql<{ ownWords: string; n: string }>`select own_words as "ownWords", count(distinct application_id) as n from standard s join decision d on d.id = s.decision_id where d.imported_from = ${first} group by 1`.execute(database())
    expect(Object.fromEntries(rows.rows.map(({ ownWords, n }) => [ownWords, Number(n)]))).toEqual({
      Exception: 365, Denied: 272, "Approved - Preferred": 270, Proposed: 175, Sunsetting: 139, "Not yet submitted": 125, "Approved - Maintain": 108, Pilot: 16, "CTO Dispensation": 5, "Grandfathered Exception": 1,
    })
    expect(Object.values(await stand("2018-01-01")).reduce((a, b) => a + b)).toBe(1531)
    expect(await standingsOf("7-Zip 16.04")).toMatchObject([{ job: "Workplace Productivity", ownWords: "Exception", status: "approved with constraints", lifecycle: "containment", approvalExpiresOn: "2019-06-30" }])
  })

  test("the same file twice changes nothing", async () => {
    const id = await bring(first)
    expect((await importReport(database(), id)).kinds.standard).toEqual({ new: 0, changed: 0, unchanged: 1476, refused: 0 })
    expect((await findImport(database(), id)).toWrite).toBe(0)
  })

  test("the second date updates the first into history", async () => {
    const before = await stand("2018-01-01")
    const id = await bring(second)
    const { kinds, problems } = await importReport(database(), id)
    expect({ kinds, problems }).toEqual({ kinds: { standard: { new: 797, changed: 201, unchanged: 0, refused: 0 } }, problems: [] })
    undoable = (await applyImport(thePreparer, { importId: id })).operationId
    expect(await stand("2018-01-01")).toEqual(before)
    expect(await database().selectFrom("decision").select(["importedOn", "state"]).where("importedFrom", "in", [first, second]).orderBy("importedOn").execute())
      .toEqual([{ importedOn: "2017-11-22", state: "approved" }, { importedOn: "2022-04-29", state: "approved" }])
  })

  test("it is taken back as one, and the first list stands as before", async () => {
    const [application] = await database().selectFrom("element").select(["id", "version"]).where("name", "=", "AcroPlot Suite").where("kind", "=", "application").execute()
    await updateApplication(thePreparer, { id: application?.id ?? "", version: application?.version ?? 0, vendor: "Somebody" })
    const { left } = await undoImport(thePreparer, { operationId: undoable })
    expect(left).toEqual([application?.id])
    expect(await database().selectFrom("standard").innerJoin("decision", "decision.id", "standard.decisionId").select("standard.id").where("importedFrom", "=", second).execute()).toEqual([])
    expect(await database().selectFrom("standard").innerJoin("decision", "decision.id", "standard.decisionId").select("standard.id").where("importedFrom", "=", first).where("validTo", "is not", null).execute()).toEqual([])
    expect((await importReport(database(), await bring(second))).kinds.standard).toMatchObject({ new: 797, changed: 201, refused: 0 })
  })
})
