// Enters the company, its units, its people and their accounts into the diary, on the first two days of the story.
import { createAccount, createPerson, createUnit, setUpCompany, updateCompany } from "../door"
import type { Diary } from "./diary"
import { addressOf, company, people, units } from "./organisation"
import { moreVoices } from "./voices"

const begun = "2025-09-01"

/** Notes how the company came to be; everybody else's entries come after it. */
export function enterOrganisation(diary: Diary): void {
  const { exclusions } = company
  diary.on(begun, null, (sample) => setUpCompany(sample, { ...company, exclusions: exclusions.slice(0, 2), isSample: true }))
  for (const { code, name, summary, partOf, people: headcount } of units) {
    const [frontline = null, specialist = null, manager = null, executive = null] = headcount
    diary.on(begun, null, (sample) =>
      diary.make(code, () => createUnit(sample, { name, summary, parentId: partOf ? diary.idOf(partOf) : null, frontline, specialist, manager, executive })))
  }
  for (const { code, name, title, unit, level, roles } of people) {
    diary.on(begun, null, async (sample) => {
      const email = addressOf(name)
      const fields = { name, title, email, unitId: unit ? diary.idOf(unit) : null, roleLevel: level }
      await diary.make(code, () => createPerson(sample, fields))
      diary.introduce(name, diary.idOf(code), roles)
    })
    if (roles.length > 0) diary.on(begun, null, (sample) => createAccount(sample, { personId: diary.idOf(name), email: addressOf(name), roles }))
  }
  for (const { code, name, title, unit, level } of moreVoices)
    diary.on("2025-09-02", "A. Kim", async (kim) => {
      await diary.make(code, () => createPerson(kim, { name, title, email: addressOf(name), unitId: unit ? diary.idOf(unit) : null, roleLevel: level }))
      diary.introduce(name, diary.idOf(code), [])
    })
  diary.on("2026-09-14", "A. Kim", (kim) => updateCompany(kim, { version: 1, exclusions }))
}
