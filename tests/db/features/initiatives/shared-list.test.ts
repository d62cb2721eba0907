// The list of initiatives is drawn once for many people: each still gets their own rights, picks and words, and never yesterday's rows.

import { beforeAll, describe, expect, it } from "vitest"
import { database } from "~/core/database.server"
import { setOwner } from "~/features/elements/responsibilities.commands.server"
import { findInitiative } from "~/features/initiatives/initiatives.queries.server"
import { updateInitiative } from "~/features/initiatives/initiatives.commands.server"
import { aCompany, anInitiative, aPerson, thePreparer, type Made, type SignedInActor } from "../../../support/builders"
import { serverBuild } from "../../../support/built-app"
import { wrappedApp } from "../../../support/wrapped-app"

const app = wrappedApp(await serverBuild())
const people: Record<"planner" | "other" | "owner" | "viewer", { actor: SignedInActor; cookie: string }> = Object.create(null)
let hers: Made
let nobodys: Made

beforeAll(async () => {
  await aCompany()
  for (const [who, name, role] of [["planner", "Paula Planner", "planner"], ["other", "Peter Planner", "planner"], ["owner", "Olga Owner", "contributor"], ["viewer", "Vera Viewer", "viewer"]] as const) {
    const actor = await aPerson({ name, roles: [role] })
    people[who] = { actor, cookie: await app.cookieOf(actor.personId) }
  }
  hers = await anInitiative({ name: "Claims portal" })
  nobodys = await anInitiative({ name: "Archive of letters" })
  await setOwner(thePreparer, { elementIds: [hers.id], personId: people.owner.actor.personId })
})

/** The page as somebody sees it, after others have seen it. */
async function seenBy(who: keyof typeof people, path = "/initiatives"): Promise<string> {
  const answer = await app.ask(path, people[who].cookie)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** The row of one initiative in the table. */
function rowOf(page: string, { code }: Made): string {
  return new RegExp(`<tr data-row="${code}">.*?</tr>`, "s").exec(page)?.[0] ?? ""
}

function mayBeEdited(page: string, made: Made): boolean {
  return rowOf(page, made).includes("cell-edit")
}

describe("one list for many people", () => {
  it("gives each the cells they may edit, whoever asked before", async () => {
    for (let round = 0; round < 2; round += 1) {
      for (const [who, editsHers, editsNobodys] of [["planner", true, true], ["viewer", false, false], ["owner", true, false], ["other", true, true], ["viewer", false, false]] as const) {
        const page = await seenBy(who)
        expect(rowOf(page, hers), who).toContain("Claims portal")
        expect([mayBeEdited(page, hers), mayBeEdited(page, nobodys)], who).toEqual([editsHers, editsNobodys])
        expect(page.includes('href="/initiatives/new"'), who).toBe(who === "planner" || who === "other")
      }
    }
  })

  it("names nobody else who reads it, and repeats nobody's id of an operation", async () => {
    const pages = { planner: await seenBy("planner"), other: await seenBy("other"), viewer: await seenBy("viewer") }
    expect(pages.planner).toContain("Paula Planner")
    expect(pages.other).not.toContain("Paula Planner")
    expect(pages.viewer).not.toMatch(/(Paula|Peter) Planner/)
    const ids = (page: string) => [...page.matchAll(/name="operationId" value="([^"]+)"/g)].map(([, id]) => id)
    expect(ids(pages.planner).length).toBeGreaterThan(0)
    expect(ids(pages.planner).filter((id) => ids(pages.other).includes(id))).toEqual([])
  })

  it("shows each the filters of their own address", async () => {
    const search = (page: string) => /<input[^>]*name="q"[^>]*aria-label="Search initiatives"[^>]*>|<input[^>]*aria-label="Search initiatives"[^>]*>/.exec(page)?.[0] ?? ""
    expect(search(await seenBy("planner", "/initiatives?q=portal"))).toContain('value="portal"')
    expect(search(await seenBy("other", "/initiatives?q=letters"))).toContain('value="letters"')
    expect(search(await seenBy("viewer"))).toContain('value=""')
    const picked = await seenBy("planner", "/initiatives?owner=none")
    expect(picked).toMatch(/aria-current="true">No owner/)
    expect(rowOf(picked, hers)).toBe("")
    expect(await seenBy("planner")).not.toMatch(/aria-current="true">No owner/)
  })

  it("shows everybody what somebody changed, in the rows and in what the scripts are given", async () => {
    for (const who of ["planner", "viewer"] as const) await seenBy(who)
    const found = await findInitiative(database(), hers.code)
    await updateInitiative(people.planner.actor, { id: hers.id, version: found?.version ?? 0, name: "Claims by phone" })
    for (const who of ["planner", "owner", "viewer"] as const) {
      const page = await seenBy(who)
      expect(rowOf(page, hers), who).toContain("Claims by phone")
      expect(page, who).not.toContain("Claims portal")
      const data = await (await app.ask("/initiatives.data", people[who].cookie)).text()
      expect(data, who).toContain("Claims by phone")
      expect(data, who).not.toContain("Claims portal")
    }
  })

  it("counts new work beside the places at once", async () => {
    const counted = (page: string) => /href="\/initiatives"[^>]*>Initiatives<span class="count">(\d+)/.exec(page)?.[1]
    const before = Number(counted(await seenBy("viewer")))
    await anInitiative({ name: "One more" })
    expect(Number(counted(await seenBy("viewer")))).toBe(before + 1)
  })
})

describe("one initiative for many people", () => {
  it("gives each what they may do, and everybody what was changed since", async () => {
    const path = `/initiatives/${nobodys.code}`
    const editsBudget = (page: string) => page.includes("Change the budget")
    for (let round = 0; round < 2; round += 1)
      for (const [who, edits] of [["planner", true], ["viewer", false], ["other", true]] as const) expect(editsBudget(await seenBy(who, path)), who).toBe(edits)
    const found = await findInitiative(database(), nobodys.code)
    await updateInitiative(people.planner.actor, { id: nobodys.id, version: found.version, budget: { 2031: "1234.00" }, startsOn: "2031-02-03" })
    for (const who of ["viewer", "planner"] as const) {
      const page = await seenBy(who, path)
      expect(page, who).toContain("1,234")
      expect(page, who).toContain("3 Feb 2031")
    }
  })
})
