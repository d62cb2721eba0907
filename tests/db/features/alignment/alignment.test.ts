// The alignment of the records: read once for each version, without what is archived, the same figures as the rules compute.

import { beforeAll, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { currentAlignment, linkVersions, loadGraph } from "~/features/alignment/alignment.queries.server"
import { figures } from "~/features/alignment/figures"
import { acceptGap } from "~/features/elements/accepted-gaps.commands.server"
import { createLink } from "~/features/elements/links.commands.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { aCompany, aGoal, anInitiative, aPerson, aUnit, thePreparer } from "../../../support/builders"

beforeAll(() => aCompany())

it("is worked out once for a version, by all who ask at the same time, and anew after a command", async () => {
  const db = database()
  const [one, two] = await Promise.all([currentAlignment(db), currentAlignment(db)])
  expect(two).toBe(one)
  expect(await currentAlignment(db)).toBe(one)
  await aGoal({ name: "Something new" })
  const next = await currentAlignment(db)
  expect(next).not.toBe(one)
  expect(Number(next.version)).toBeGreaterThan(Number(one.version))
})

it("holds what the records say, and neither archived records nor links to them", async () => {
  const pillar = await aGoal({ name: "Grow" })
  const [goal, gone] = [await aGoal({ name: "Sell", parentId: pillar.id }), await aGoal({ name: "Gone", parentId: pillar.id })]
  const [work, unit] = [await anInitiative({ name: "Shop" }), await aUnit({ name: "Sales" })]
  await createLink(thePreparer, { fromId: work.id, relation: "contributes to", toId: goal.id, strength: 9, note: "sells more" })
  await createLink(thePreparer, { fromId: work.id, relation: "contributes to", toId: gone.id, strength: 3, note: "because" })
  await createLink(thePreparer, { fromId: work.id, relation: "affects", toId: unit.id })
  await archiveGoals(thePreparer, { ids: [gone.id], archived: true })
  const alignment = await currentAlignment(database())
  expect(alignment.index.nodes.has(gone.id)).toBe(false)
  expect(alignment.index.nodes.get(goal.id)).toMatchObject({ name: "Sell", parentId: pillar.id, measureCount: 0 })
  expect(alignment.index.nodes.get(work.id)?.unitIds).toEqual([unit.id])
  expect(alignment.servesOf(work.id)).toMatchObject([{ goalId: goal.id, strength: 9, via: "direct" }])
  const link = alignment.index.linksFrom.get(work.id)?.find(({ to }) => to === goal.id)
  expect(link).toMatchObject({ strength: 9, isPrimary: true, reason: "sells more" })
  expect(await linkVersions(database(), [link?.id ?? ""])).toEqual({ [link?.id ?? ""]: 1 })
  expect(figures(await loadGraph(database())).counts).toEqual(alignment.figures.counts)
})

it("keeps an accepted gap in the figures and says until when", async () => {
  const planner = await aPerson({ roles: ["planner"] })
  const goal = await aGoal({ name: "Left alone on purpose" })
  const untilOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  await acceptGap(planner, { elementId: goal.id, gap: "goalsWithoutWork", reason: "Next year", untilOn })
  const alignment = await currentAlignment(database())
  expect(alignment.gapsOf(goal.id)).toContainEqual({ gap: "goalsWithoutWork", acceptedUntil: untilOn })
  expect(alignment.figures.gaps.goalsWithoutWork.map(({ id }) => id)).toContain(goal.id)
  expect(alignment.standingOf(goal.id)).toMatchObject({ progress: null, shown: "no work" })
})
