// Adds the sample company Harbour & Hearth to an empty installation: a year of work, written through the commands.
import { calendarDate } from "../door"
import { openDiary } from "./diary"
import { enterBonds } from "./enter-bonds"
import { enterConversations } from "./enter-conversations"
import { enterDecisions } from "./enter-decisions"
import { enterGoals } from "./enter-goals"
import { enterLandscape } from "./enter-landscape"
import { enterOrganisation } from "./enter-organisation"
import { enterParties } from "./enter-parties"
import { enterPortfolio } from "./enter-portfolio"
import { enterTalk } from "./enter-talk"
import { enterWork } from "./enter-work"
import { company } from "./organisation"
import { sampleClock } from "./sample-clock"

/**
 * Writes the sample company as it stands today in its time zone; returns how many steps its story took. Refused when the
 * installation belongs to a company already.
 */
export async function seedDemo(now: Date = new Date()): Promise<{ steps: number }> {
  const { diary, write } = openDiary(sampleClock(calendarDate(now, company.timeZone)))
  enterOrganisation(diary)
  enterGoals(diary)
  enterLandscape(diary)
  enterWork(diary)
  enterPortfolio(diary)
  enterTalk(diary)
  enterBonds(diary)
  enterParties(diary)
  enterConversations(diary)
  enterDecisions(diary)
  return { steps: await write() }
}
