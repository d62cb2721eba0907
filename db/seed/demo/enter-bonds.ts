// Enters what was promised to units and how close both sides think they are.
import { createCommitment, keepCommitment, moveCommitment, recordView, setRelationship, statements } from "../door"
import { promises, views } from "./bonds"
import type { Diary } from "./diary"

/** Notes promises with their moves, and the relationship with Support as each side sees it. */
export function enterBonds(diary: Diary): void {
  const { clock } = diary
  const manager = "M. Diaz"
  for (const { code, name, to, owner, made, due, moved, kept } of promises) {
    diary.on(made, manager, (actor) => diary.make(code, () => createCommitment(actor, { name, unitId: diary.idOf(to), ownerId: diary.idOf(owner), dueOn: clock.day(due) })))
    if (moved) diary.on(moved.on, manager, (actor) => moveCommitment(actor, { id: diary.idOf(code), toOn: clock.day(moved.to), reason: moved.reason }))
    if (kept) diary.on(kept.on, manager, (actor) => keepCommitment(actor, { id: diary.idOf(code), note: kept.note }))
  }
  diary.on("2026-03-12", manager, (actor) =>
    setRelationship(actor, {
      unitId: diary.idOf("U-2"), version: 0, itPersonId: diary.idOf(manager), businessPersonId: diary.idOf("O. Bell"), reviewEveryDays: 90, nextReviewOn: clock.day("2027-02-23"),
      sharedVision: "A customer who calls has an answer the same day.", businessExpects: "Dates that hold, and a word early when one does not.",
      itExpects: "Two people who test with us before anything changes.", measures: "Calls answered in one day\nNo stop at noon",
    }))
  for (const { unit, side, on, level, more = [], added = {} } of views)
    diary.on(on, manager, (actor) =>
      recordView(actor, { unitId: diary.idOf(unit), side, holds: [...statements.filter((one) => one.level <= level).map(({ key }) => key), ...more], added }))
}
