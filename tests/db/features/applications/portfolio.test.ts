// Costs by year, answers about the fit, and judgements about likely twins: who may, what is refused, and the way back.

import { beforeAll, expect, it } from "vitest"
import { addDays, calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { newId } from "~/core/ids"
import { readHistory } from "~/core/record-history.server"
import { createApplication, updateApplication } from "~/features/applications/applications.commands.server"
import { findApplication } from "~/features/applications/applications.queries.server"
import type { FitSide } from "~/features/applications/fit"
import { giveFitAnswer, removeFitAnswer, setCosts } from "~/features/applications/portfolio.commands.server"
import { costLinesOf, fitAnswersOf, fits } from "~/features/applications/portfolio.queries.server"
import { restorePortfolio, type PortfolioKind } from "~/features/applications/portfolio.undo.server"
import { judgeTwins } from "~/features/applications/twins.commands.server"
import { aCompany, aPerson, type SignedInActor } from "../../../support/builders"

const db = database()
const today = calendarDate(new Date(), "Europe/Berlin")
let planner: SignedInActor
let owner: SignedInActor
let viewer: SignedInActor
beforeAll(async () => {
  await aCompany()
  planner = await aPerson({ roles: ["planner"] })
  owner = await aPerson({ name: "Olga", roles: ["contributor"] })
  viewer = await aPerson({ name: "Vera", roles: ["viewer"] })
})

const anApplication = (name = `Tool ${newId()}`) => createApplication(planner, { name, ownerId: owner.personId })
const answers = (applicationId: string, side: FitSide, respondentId: string, score: number, answeredOn = today) =>
  ({ applicationId, side, respondentId, answeredOn, answerA: score, answerB: score, answerC: score, answerD: score })
const takeBack = async (kind: PortfolioKind, actor: SignedInActor, operationId: string) => restorePortfolio(kind, actor, { entries: await readHistory(db, { operationId }) })
const lines = async (id: string) => (await costLinesOf(db, [id])).map(({ financialYear, costKind, amount, version }) => [financialYear, costKind, amount, version])

it("keeps dates, contract, family and plan, merges two people's edits, and refuses stages out of order", async () => {
  const made = await anApplication()
  await updateApplication(planner, { id: made.id, version: 1, activeOn: "2024-01-01", contractEndsOn: "2027-01-31", plannedPlacement: "invest" })
  await updateApplication(owner, { id: made.id, version: 1, noticeOn: "2026-12-01", family: "Tool", productVersion: "15.x" })
  expect(await findApplication(db, made.code)).toMatchObject({
    activeOn: "2024-01-01", contractEndsOn: "2027-01-31", noticeOn: "2026-12-01", family: "Tool", productVersion: "15.x", plannedPlacement: "invest", planOn: null,
  })
  await expect(updateApplication(planner, { id: made.id, version: 3, endOfLifeOn: "2023-12-31" })).rejects.toMatchObject({ field: "endOfLifeOn" })
  await expect(updateApplication(planner, { id: made.id, version: 3, noticeOn: "2027-02-01" })).rejects.toMatchObject({ field: "noticeOn" })
})

it("writes a year's costs, takes a line away, and undoes each", async () => {
  const { id } = await anApplication()
  const first = await setCosts(owner, { applicationId: id, year: 2026, amounts: { licence: "7200.00", support: "300.00" }, seen: {} })
  expect(await lines(id)).toEqual([[2026, "licence", "7200.00", 1], [2026, "support", "300.00", 1]])
  const second = await setCosts(owner, { applicationId: id, year: 2026, amounts: { licence: "8000.00", support: null }, seen: { licence: 1, support: 1 } })
  expect(await lines(id)).toEqual([[2026, "licence", "8000.00", 2]])
  expect(await takeBack("cost line", owner, second.operationId)).toMatchObject({ undone: 2, left: [] })
  expect(await lines(id)).toEqual([[2026, "licence", "7200.00", 3], [2026, "support", "300.00", 3]])
  expect(await takeBack("cost line", owner, first.operationId)).toMatchObject({ undone: 0 })
  await expect(setCosts(viewer, { applicationId: id, year: 2026, amounts: { licence: "1.00" }, seen: {} })).rejects.toThrow("Only its owner")
})

it("does not overwrite a cost that somebody else wrote meanwhile", async () => {
  const { id } = await anApplication()
  await setCosts(owner, { applicationId: id, year: 2027, amounts: { licence: "100.00" }, seen: {} })
  await expect(setCosts(planner, { applicationId: id, year: 2027, amounts: { licence: "200.00" }, seen: {} })).rejects.toMatchObject({ field: "licence" })
  await setCosts(planner, { applicationId: id, year: 2027, amounts: { licence: "100.00", support: "5.00" }, seen: {} })
  expect(await lines(id)).toEqual([[2027, "licence", "100.00", 1], [2027, "support", "5.00", 1]])
})

it("takes everybody's own answers, and others' only from whoever may edit", async () => {
  const { id } = await anApplication()
  const own = await giveFitAnswer(viewer, answers(id, "functional", viewer.personId, 3))
  await expect(giveFitAnswer(viewer, answers(id, "functional", planner.personId, 4))).rejects.toThrow("Only its owner")
  await expect(giveFitAnswer(viewer, answers(id, "functional", viewer.personId, 4))).rejects.toMatchObject({ field: "answeredOn" })
  await expect(giveFitAnswer(owner, answers(id, "technical", viewer.personId, 2, addDays(today, 1)))).rejects.toMatchObject({ field: "answeredOn" })
  await giveFitAnswer(owner, answers(id, "functional", planner.personId, 2))
  const old = await giveFitAnswer(owner, answers(id, "technical", planner.personId, 2, addDays(today, -400)))
  expect((await fits(db, today)).get(id)).toEqual({ functional: 2.5, technical: null })
  await expect(removeFitAnswer(viewer, { id: old.id })).rejects.toThrow("Only its owner")
  const gone = await removeFitAnswer(viewer, { id: own.id })
  expect((await fits(db, today)).get(id)).toEqual({ functional: 2, technical: null })
  expect(await takeBack("fit answer", viewer, gone.operationId)).toMatchObject({ undone: 1 })
  expect((await fitAnswersOf(db, id)).map(({ respondent, side, answeredOn }) => [respondent.name, side, answeredOn])).toContainEqual(["Vera", "functional", today])
})

it("keeps one judgement a pair, whichever way round it is said", async () => {
  const [one, two] = [await anApplication(), await anApplication()]
  await judgeTwins(planner, { ids: [one.id, two.id], judged: "same", reason: "" })
  const second = await judgeTwins(planner, { ids: [two.id, one.id], judged: "different", reason: "One draws, one counts." })
  const rows = () => db.selectFrom("twinJudgement").select(["judged", "reason"]).where("firstId", "in", [one.id, two.id]).execute()
  expect(await rows()).toEqual([{ judged: "different", reason: "One draws, one counts." }])
  await takeBack("twin judgement", planner, second.operationId)
  expect(await rows()).toEqual([{ judged: "same", reason: "" }])
  await expect(judgeTwins(owner, { ids: [one.id, two.id], judged: "same", reason: "" })).rejects.toThrow("Only a planner")
  await expect(judgeTwins(planner, { ids: [one.id, one.id], judged: "same", reason: "" })).rejects.toThrow("one record already")
})
