// Enters named groups, how people wish to be spoken to, and where they stand.
import { createPerson, saveProfile, saveStanding } from "../door"
import type { Diary } from "./diary"
import { groups, standings, styles } from "./parties"

const manager = "M. Diaz"

/** Notes the parties of the company; after the people exist. */
export function enterParties(diary: Diary): void {
  for (const [code, name, summary, unit, roleLevel, groupHeadcount] of groups)
    diary.on("2026-03-13", "A. Kim", async (kim) => {
      await diary.make(code, () => createPerson(kim, { name, summary, unitId: unit ? diary.idOf(unit) : null, roleLevel, groupHeadcount }))
      diary.introduce(name, diary.idOf(code), [])
    })
  for (const [name, listeningStyle, contactPreference] of styles)
    diary.on("2026-03-14", manager, (actor) => saveProfile(actor, { personId: diary.idOf(name), version: 0, listeningStyle, contactPreference }))
  for (const { who, about, on, influence, interest, now, wanted, later } of standings) {
    const subject = () => ({ personId: diary.idOf(who), subjectId: about === null ? null : diary.idOf(about) })
    diary.on(on, manager, (actor) => saveStanding(actor, { ...subject(), version: 0, influence, interest, engagementNow: now, engagementWanted: wanted }))
    if (later) diary.on(later.on, manager, (actor) => saveStanding(actor, { ...subject(), version: 1, engagementNow: later.now }))
  }
}
