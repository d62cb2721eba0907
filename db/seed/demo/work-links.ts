// What the work is for and what it touches: contributions with their reasons, what must end first, and what changes.
import type { Relation, ResponsibilityRole, Strength } from "../door"
import { initiatives } from "./initiatives"

/** initiative, goal, strength, because, who linked it, when */
export const contributions: readonly (readonly [string, string, Strength, string, string, string])[] = [
  ["I-5", "G-5", 1, "Fewer terminals to rent.", "A. Kim", "2025-09-30"],
  ["I-7", "G-14", 9, "The second room takes over by itself.", "N. Costa", "2025-12-09"],
  ["I-9", "G-9", 3, "Nobody explains twice who they are.", "A. Kim", "2026-02-10"],
  ["I-12", "G-9", 9, "Support sees every order and every promise.", "J. Roy", "2025-12-16"],
  ["I-15", "G-14", 3, "We know that what we saved comes back.", "N. Costa", "2025-12-09"],
  ["I-20", "G-3", 3, "Nobody buys what has no picture.", "J. Roy", "2025-12-16"],
  ["I-31", "G-19", 9, "Who chooses the day is at home.", "T. Abara", "2026-01-13"],
  ["I-32", "G-19", 3, "A customer who knows the hour opens the door.", "O. Bell", "2026-08-18"],
  ["I-34", "G-12", 9, "Orders no longer go by phone.", "L. Osei", "2026-09-22"],
  ["I-36", "G-12", 3, "Half of first buyers stop at the account page.", "L. Osei", "2026-05-12"],
  ["I-37", "G-3", 3, "One search in six finds nothing.", "J. Roy", "2026-08-18"],
  ["I-38", "G-3", 1, "Trade customers ask for it.", "A. Kim", "2026-02-03"],
  ["I-41", "G-16", 9, "The shelf and the site say the same.", "T. Abara", "2026-09-22"],
  ["I-41", "G-3", 3, "Who sees stock buys.", "T. Abara", "2026-09-23"],
  ["I-43", "G-18", 9, "This is the collect point.", "G. Moreau", "2026-03-17"],
  ["I-44", "G-18", 3, "Staff find the parcel in seconds.", "G. Moreau", "2026-10-13"],
  ["I-45", "G-10", 9, "A return is settled at the desk, on the same day.", "O. Bell", "2026-06-23"],
  ["I-46", "G-10", 3, "The bank's four days fall away.", "S. Lund", "2026-06-30"],
  ["I-50", "G-5", 9, "Four contracts become one.", "B. Castell", "2026-09-29"],
  ["I-51", "G-5", 3, "Three contracts become one.", "B. Castell", "2026-09-08"],
  ["I-52", "G-5", 3, "The old tills cost more to keep than to replace.", "A. Kim", "2026-10-27"],
  ["I-34", "G-3", 3, "Same shop, same basket.", "L. Osei", "2026-10-07"],
  ["I-12", "G-12", 1, "Known customers skip the address.", "J. Roy", "2026-10-07"],
]

/** initiative, needs first, must have, days in between, why */
export const prerequisites: readonly (readonly [string, string, boolean, number, string])[] = [
  ["I-34", "I-9", true, 0, "The new shop signs customers in with it."],
  ["I-34", "I-20", true, 0, "The new shop shows what the product data says."],
  ["I-41", "I-34", true, 14, "Live stock is shown in the new shop."],
  ["I-38", "I-12", true, 0, "An invoice needs one address."],
  ["I-46", "I-45", true, 0, "First the return, then the money."],
  ["I-44", "I-43", false, 0, "Scanners help most where a collect point is."],
  ["I-52", "I-5", true, 0, "The new tills need the new card readers."],
  ["I-47", "I-12", false, 0, "An assistant that knows the customer answers better."],
]

/** initiative, how it changes, what, note */
export const changes: readonly (readonly [string, Relation, string, string])[] = [
  ["I-34", "improves", "S-1", "Ordering works on the phone as on the desk."],
  ["I-34", "replaces", "A-4", "The order desk screen goes."],
  ["I-34", "improves", "A-3", "A new front, the same engine."],
  ["I-34", "improves", "C-2", ""],
  ["I-36", "improves", "S-1", "One page less."],
  ["I-37", "improves", "S-2", ""],
  ["I-12", "improves", "S-4", "One screen in place of three."],
  ["I-12", "improves", "S-1", "Addresses are filled in."],
  ["I-12", "introduces", "A-9", "The one customer record."],
  ["I-9", "improves", "S-14", "Also for customers."],
  ["I-41", "improves", "S-7", ""],
  ["I-41", "improves", "S-6", "The warehouse counts once."],
  ["I-41", "improves", "A-11", ""],
  ["I-43", "improves", "S-5", "Collecting is a way of delivering."],
  ["I-44", "introduces", "A-30", ""],
  ["I-45", "improves", "S-4", ""],
  ["I-45", "improves", "C-6", ""],
  ["I-31", "improves", "S-5", ""],
  ["I-32", "introduces", "A-15", "Sends the texts."],
  ["I-7", "improves", "S-6", "The warehouse works on when a room fails."],
  ["I-7", "improves", "S-15", ""],
  ["I-15", "improves", "C-12", ""],
  ["I-50", "improves", "S-11", ""],
  ["I-50", "retires", "A-24", "When the contract ends."],
  ["I-50", "retires", "A-25", ""],
  ["I-51", "retires", "A-28", ""],
  ["I-52", "retires", "A-6", ""],
  ["I-28", "introduces", "A-35", ""],
  ["I-28", "improves", "S-16", ""],
  ["I-29", "replaces", "A-32", ""],
  ["I-47", "introduces", "A-37", ""],
]

/** Every initiative with each unit it affects. */
export const affected: readonly (readonly [string, string])[] = initiatives.flatMap(({ code, affects }) => affects.map((unit) => [code, unit] as const))

/** record, person, part besides the owner's, when it was given */
export const parts: readonly (readonly [string, string, ResponsibilityRole, string])[] = [
  ["G-12", "A. Kim", "consulted", "2025-09-09"],
  ["G-12", "I. Marsh", "responsible", "2026-11-09"],
  ["G-7", "M. Diaz", "consulted", "2026-03-02"],
  ["I-34", "D. Ferri", "responsible", "2026-09-28"],
  ["I-34", "O. Bell", "consulted", "2026-09-28"],
  ["I-34", "S. Lund", "informed", "2026-09-28"],
  ["I-12", "H. Tran", "consulted", "2026-01-19"],
  ["I-43", "K. Salo", "consulted", "2026-04-13"],
  ["S-1", "N. Ito", "responsible", "2025-11-10"],
  ["A-3", "D. Ferri", "informed", "2025-11-10"],
]
