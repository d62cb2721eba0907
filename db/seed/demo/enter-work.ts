// Enters the work: planned, linked, approved, begun, reported on and changed, each by whoever did it.
import { createInitiative, createLink, createLinks, giveResponsibility, reportStatus, setOwner, setStage, updateInitiative, type Stage } from "../door"
import type { Diary } from "./diary"
import { initiatives, type InitiativeRow } from "./initiatives"
import { reports } from "./reports"
import { affected, changes, contributions, parts, prerequisites } from "./work-links"

/** Nothing was kept of who was asked before the planner came. */
const approvedByTheBoard = "The board approved it before we kept who was asked."

/** Notes every initiative with its whole life, what it is linked to, and how it was reported to go. */
export function enterWork(diary: Diary): void {
  for (const row of initiatives) enterInitiative(diary, row)
  enterLinks(diary)
  for (const { work, on, time, cost, content, done, note, next } of reports) {
    const owner = initiatives.find(({ code }) => code === work)?.owner ?? null
    diary.on(on, owner, (reporter) =>
      reportStatus(reporter, {
        id: diary.idOf(work), scheduleHealth: time, costHealth: cost, scopeHealth: content, progress: done,
        healthNote: diary.clock.words(note), nextReportOn: diary.clock.day(next),
      }))
  }
  enterChanges(diary)
}

function enterInitiative(diary: Diary, row: InitiativeRow): void {
  const { clock } = diary
  const { code, name, summary, confidence, starts, ends, budget, sponsor, owner, made } = row
  diary.on(made, "A. Kim", async (kim) => {
    await diary.make(code, () =>
      createInitiative(kim, {
        name, summary, confidence, status: "proposed", startsOn: clock.dayOrNull(starts), endsOn: clock.dayOrNull(ends),
        sponsorId: diary.idOf(sponsor), budget: clock.budget(budget),
      }))
  })
  if (owner !== null) diary.on(made, "A. Kim", (kim) => setOwner(kim, { elementIds: [diary.idOf(code)], personId: diary.idOf(owner) }))
  const stage = (day: string | undefined, by: string | null, to: Stage, waiver?: string) => {
    if (day !== undefined) diary.on(day, by, (actor) => setStage(actor, { ids: [diary.idOf(code)], to, waiver }))
  }
  stage(row.approved, "A. Kim", "approved", row.waiver ?? approvedByTheBoard)
  stage(row.running, owner, "in progress")
  stage(row.completed, owner, "completed")
  stage(row.cancelled, "A. Kim", "cancelled")
}

function enterLinks(diary: Diary): void {
  const id = diary.idOf
  for (const [from, to, strength, note, by, on] of contributions)
    diary.on(on, by, (actor) => createLink(actor, { fromId: id(from), relation: "contributes to", toId: id(to), strength, note }))
  diary.on("2026-09-24", "A. Kim", (kim) =>
    createLinks(kim, { links: prerequisites.map(([from, to, mandatory, lagDays, note]) => ({ fromId: id(from), relation: "requires", toId: id(to), mandatory, lagDays, note })) }))
  diary.on("2026-09-28", "A. Kim", (kim) =>
    createLinks(kim, { links: changes.map(([from, relation, to, note]) => ({ fromId: id(from), relation, toId: id(to), note })) }))
  diary.on("2026-09-29", "A. Kim", (kim) =>
    createLinks(kim, { links: affected.map(([from, unit]) => ({ fromId: id(from), relation: "affects", toId: id(unit) })) }))
  for (const [record, person, role, on] of parts)
    diary.on(on, "A. Kim", (kim) => giveResponsibility(kim, { elementId: id(record), personId: id(person), role }))
}

function enterChanges(diary: Diary): void {
  const { clock } = diary
  const change = (day: string, by: string, code: string, fields: Omit<Parameters<typeof updateInitiative>[1], "id" | "version">) =>
    diary.on(day, by, async (actor) => updateInitiative(actor, { id: diary.idOf(code), version: await diary.versionOf(code), ...fields }))
  change("2026-09-21", "T. Abara", "I-31", { endsOn: clock.day("2026-11-30") })
  change("2026-09-28", "A. Kim", "I-34", { budget: clock.budget([120, 200]) })
  change("2026-11-03", "I. Marsh", "I-34", { endsOn: clock.day("2027-03-31") })
  change("2026-11-12", "J. Roy", "I-12", { summary: "Shop, site and support see the same customer, with the same address and the same orders. Nobody types them twice." })
}
