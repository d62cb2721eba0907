// The list's filter by quarter means the same quarters as the grid, for every influence and interest.

import { expect, it } from "vitest"
import { database } from "~/core/database.server"
import { listAsk } from "~/features/elements/list"
import { standingList } from "~/features/stakeholders/stakeholder-list"
import { listParties } from "~/features/stakeholders/stakeholder-list.queries.server"
import { saveStanding } from "~/features/stakeholders/stakeholders.commands.server"
import { quarterOf, quarters, scale } from "~/features/stakeholders/standing"
import { aPerson } from "../../../support/builders"

it("finds in each quarter those whom the grid shows there", async () => {
  const brm = await aPerson({ name: "Bea Bond", roles: ["brm"] })
  const expected = new Map<string, string[]>()
  for (const influence of scale)
    for (const interest of scale) {
      const { personId } = await aPerson({ name: `Party ${influence}${interest}` })
      await saveStanding(brm, { personId, subjectId: null, version: 0, influence, interest })
      const quarter = quarterOf({ influence, interest }) ?? ""
      expected.set(quarter, [...(expected.get(quarter) ?? []), `Party ${influence}${interest}`])
    }
  for (const quarter of quarters) {
    const list = listAsk(new URLSearchParams({ quarter }), standingList)
    const { rows } = await listParties(database(), { list, withStanding: true, today: "2026-11-22", timeZone: "UTC" })
    expect(rows.map(({ name }) => name).sort(), quarter).toEqual(expected.get(quarter))
  }
})
