// Who matters to whom at Harbour & Hearth: named groups, how people like to be spoken to, and where they stand, overall and about the web shop.
import type { Engagement, ListeningStyle, RoleLevel } from "#db/words"

/** short id, name, what they are, unit, level, how many */
export const groups: readonly (readonly [string, string, string, string | null, RoleLevel, number])[] = [
  ["P-51", "Late shift of the order desk", "Answers the phone from two to ten.", "U-7", "frontline", 17],
  ["P-52", "Trade customers", "Hotels and offices that order every month.", null, "external", 140],
  ["P-53", "Till staff of the 14 shops", "Everybody who works at a till.", "U-6", "frontline", 60],
]

/** name, how to speak to them, how they like to be reached */
export const styles: readonly (readonly [string, ListeningStyle, string])[] = [
  ["R. Amadi", "plain", "Between one and two, never at noon"],
  ["J. Petrov", "plain", "By text message, late shift"],
  ["L. Quist", "plain", "At the returns desk"],
  ["O. Bell", "standard", "Fridays in person"],
  ["T. Abara", "standard", "By phone before nine"],
  ["L. Osei", "plain", "Two minutes in the corridor"],
  ["N. Costa", "technical", "By mail"],
  ["J. Roy", "technical", "By mail"],
  ["V. Lind", "plain", "Through the assistant"],
]

export interface StandingRow {
  who: string
  /** short id of what it is about; null: overall */
  about: string | null
  on: string
  influence: number
  interest: number
  now: Engagement
  wanted: Engagement
  /** where they came to later */
  later?: { on: string; now: Engagement }
}

const overall = (who: string, influence: number, interest: number, now: Engagement, wanted: Engagement, later?: StandingRow["later"]): StandingRow =>
  ({ who, about: null, on: "2026-03-16", influence, interest, now, wanted, ...(later ? { later } : {}) })
const aboutShop = (who: string, influence: number, interest: number, now: Engagement, wanted: Engagement): StandingRow =>
  ({ who, about: "I-34", on: "2026-11-13", influence, interest, now, wanted })

export const standings: readonly StandingRow[] = [
  overall("O. Bell", 5, 4, "resistant", "supportive"),
  overall("L. Osei", 5, 5, "neutral", "leading", { on: "2026-09-25", now: "supportive" }),
  overall("S. Lund", 5, 3, "supportive", "supportive"),
  overall("E. Falk", 5, 2, "neutral", "supportive"),
  overall("T. Abara", 4, 4, "supportive", "leading"),
  overall("V. Lind", 4, 3, "unaware", "supportive"),
  overall("G. Moreau", 3, 5, "neutral", "supportive", { on: "2026-10-14", now: "supportive" }),
  overall("P. Nair", 3, 4, "neutral", "supportive"),
  overall("R. Amadi", 1, 5, "unaware", "neutral"),
  overall("L. Quist", 1, 5, "resistant", "neutral"),
  overall("K. Salo", 2, 4, "neutral", "supportive"),
  overall("N. Costa", 3, 2, "supportive", "supportive"),
  overall("Late shift of the order desk", 1, 5, "unaware", "supportive"),
  overall("Trade customers", 2, 4, "unaware", "neutral"),
  overall("Till staff of the 14 shops", 2, 3, "neutral", "supportive"),
  aboutShop("O. Bell", 5, 5, "resistant", "supportive"),
  aboutShop("L. Osei", 5, 5, "leading", "leading"),
  aboutShop("S. Lund", 4, 2, "neutral", "supportive"),
  aboutShop("T. Abara", 3, 4, "supportive", "supportive"),
  aboutShop("R. Amadi", 1, 5, "unaware", "supportive"),
  aboutShop("Late shift of the order desk", 1, 5, "resistant", "supportive"),
  aboutShop("Trade customers", 2, 5, "unaware", "supportive"),
]
