// Enters the goals with their owners, measures and readings, and what was changed about them since.
import { acceptGap, addMeasure, correctReading, createGoal, giveResponsibility, recordReading, setOwner, updateGoal } from "../door"
import type { Diary } from "./diary"
import { goals } from "./goals"
import { correction, measures, readingNotes, type MeasureRow } from "./measures"
import { acceptedGap } from "./talk"

const written = "2025-09-08"

/** Notes the goals, a month's readings on the 18th each, one correction, and one gap that is left on purpose. */
export function enterGoals(diary: Diary): void {
  const { clock } = diary
  for (const { code, partOf, owner, partner, promise, due, name, summary, ...rest } of goals) {
    const fields = { ...rest, name, summary, promiseLine: promise ?? "", dueOn: clock.dayOrNull(due ?? null) }
    diary.on(written, "A. Kim", (kim) => diary.make(code, () => createGoal(kim, { ...fields, parentId: partOf ? diary.idOf(partOf) : null })))
  }
  for (const owner of new Set(goals.map((goal) => goal.owner)))
    if (owner !== null) {
      const owned = goals.filter((goal) => goal.owner === owner)
      diary.on(written, "A. Kim", (kim) => setOwner(kim, { elementIds: owned.map(({ code }) => diary.idOf(code)), personId: diary.idOf(owner) }))
    }
  for (const { code, partner } of goals)
    if (partner) diary.on("2025-09-09", "A. Kim", (kim) => giveResponsibility(kim, { elementId: diary.idOf(code), personId: diary.idOf(partner), role: "responsible" }))
  for (const measure of measures) enterMeasure(diary, measure)
  enterCorrection(diary)
  enterChanges(diary)
}

function enterMeasure(diary: Diary, row: MeasureRow): void {
  const { clock } = diary
  const { key, goal, name, unit, from, to, starts, due, weight = 1, every = 30, source, by, monthly } = row
  diary.on(starts, "A. Kim", async (kim) => {
    const direction = Number(to) > Number(from) ? "up" as const : "down" as const
    const { id } = await addMeasure(kim, {
      goalId: diary.idOf(goal), name, unit, isYesNo: false, direction, baseline: from, target: to,
      startsOn: clock.day(starts), targetOn: clock.day(due), weight, readEveryDays: every, source,
    })
    diary.keep(key, id)
  })
  monthly.forEach((value, index) => {
    if (value === null) return
    const month = index + 1
    const readOn = dayOfReading(month)
    diary.on(readOn, by, async (reader) => {
      const reading = { measureId: diary.idOf(key), readOn: clock.day(readOn), value: String(value), note: readingNotes[`${key} ${month}`] ?? "" }
      diary.keep(`${key} ${month}`, (await recordReading(reader, reading)).id)
    })
  })
}

function enterCorrection(diary: Diary): void {
  const { measure, month, on, by, value, note } = correction
  diary.on(on, by, (reader) => correctReading(reader, { id: diary.idOf(`${measure} ${month}`), version: 1, value, note }))
}

function enterChanges(diary: Diary): void {
  const { clock } = diary
  const change = (day: string, by: string, code: string, fields: Omit<Parameters<typeof updateGoal>[1], "id" | "version">) =>
    diary.on(day, by, async (actor) => updateGoal(actor, { id: diary.idOf(code), version: await diary.versionOf(code), ...fields }))
  change("2026-05-18", "O. Bell", "G-9", { promiseLine: "You never explain your order twice." })
  change("2026-09-14", "A. Kim", "G-12", { weight: 15 })
  change("2026-11-03", "L. Osei", "G-12", {
    healthSet: "at risk",
    healthReason: "The supplier of the web shop is four weeks late with payments. Guest checkout helped, but alone it does not get us there.",
  })
  const { about, by, on, until, reason } = acceptedGap
  diary.on(on, by, (actor) => acceptGap(actor, { elementId: diary.idOf(about), gap: "goalsWithoutWork", reason, untilOn: clock.day(until) }))
}

function dayOfReading(month: number): string {
  return `2026-${String(month).padStart(2, "0")}-18`
}
