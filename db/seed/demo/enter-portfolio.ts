// Enters the portfolio: plans, contracts and costs as A. Kim wrote them down in summer, and what people answered about their tools.
import { giveFitAnswer, giveResponsibility, setCosts, updateApplication } from "../door"
import type { Diary } from "./diary"
import { answers, costs, plans } from "./portfolio"

const planned = "2026-07-06"
const counted = "2026-07-13"

/** Notes what is planned with the applications, what they cost, and how well they fit. */
export function enterPortfolio(diary: Diary): void {
  const { clock } = diary
  for (const [code, plannedPlacement, contractEndsOn, noticeOn, activeOn, endOfLifeOn, technicalOwner] of plans) {
    const days = { contractEndsOn: clock.dayOrNull(contractEndsOn), noticeOn: clock.dayOrNull(noticeOn), activeOn: clock.dayOrNull(activeOn), endOfLifeOn: clock.dayOrNull(endOfLifeOn) }
    diary.on(planned, "A. Kim", async (kim) => updateApplication(kim, { id: diary.idOf(code), version: await diary.versionOf(code), plannedPlacement, ...days }))
    if (technicalOwner !== null)
      diary.on(planned, "A. Kim", (kim) => giveResponsibility(kim, { elementId: diary.idOf(code), personId: diary.idOf(technicalOwner), role: "responsible" }))
  }
  const money = (amount: number | null) => (amount === null ? undefined : `${amount}.00`)
  for (const [code, years, licence, support, maintenance, administration] of costs)
    diary.on(counted, "A. Kim", (kim) =>
      setCosts(kim, {
        applicationId: diary.idOf(code), year: Number(clock.today.slice(0, 4)) + years, seen: {},
        amounts: { licence: money(licence), support: money(support), maintenance: money(maintenance), administration: money(administration) },
      }))
  for (const [day, code, side, respondent, [answerA, answerB, answerC, answerD]] of answers)
    diary.on(day, "A. Kim", (kim) =>
      giveFitAnswer(kim, { applicationId: diary.idOf(code), side, respondentId: diary.idOf(respondent), answeredOn: clock.day(day), answerA, answerB, answerC, answerD }))
}
