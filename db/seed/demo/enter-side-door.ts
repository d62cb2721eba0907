// Enters what teams got on their own, and what was answered.
import { answerByo, reportByo } from "../door"
import type { Diary } from "./diary"
import { sideDoor } from "./side-door"

/** Notes each report by whoever made it, and its answer by the relationship manager. */
export function enterSideDoor(diary: Diary): void {
  const { clock } = diary
  const manager = "M. Diaz"
  for (const { code, on, by, unit, goal, cost, data, why, words, found, answer, ...row } of sideDoor) {
    diary.on(on, by, (actor) =>
      diary.make(code, () =>
        reportByo(actor, {
          name: row.name, need: row.need, job: row.job, users: row.users ?? null, missing: [...(row.missing ?? [])], nameless: by === null, whyNot: why, whyNotWords: words ?? "", foundHow: found ?? "told us",
          unitId: unit ? diary.idOf(unit) : null, goalId: goal ? diary.idOf(goal) : null, yearlyCost: cost ?? null, sensitivity: data ?? null,
        })))
    if (!answer) continue
    const { disposition, reason, won } = answer
    const said = () => ({ id: diary.idOf(code), disposition, reason, tolerateUntil: clock.dayOrNull(answer.until ?? null), replacedById: answer.by ? diary.idOf(answer.by) : null })
    diary.on(answer.on, manager, async (actor) => answerByo(actor, { ...said(), version: await diary.versionOf(code), won: null }))
    if (won) diary.on(won.on, manager, async (actor) => answerByo(actor, { ...said(), version: await diary.versionOf(code), won: "won back" }))
  }
}
