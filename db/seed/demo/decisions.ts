// The decisions of Harbour & Hearth: one that holds and saves, one between four tools, and one that waits for signatures.
import type { DecisionRelation, DecisionTopic } from "#db/words"

export interface DecisionSample {
  code: string
  name: string
  topic: DecisionTopic
  owner: string
  made: string
  context: string
  outcome: string
  reasons: string
  constraints: string
  review: string
  revisit: string
  ties: readonly (readonly [DecisionRelation, string])[]
  options: readonly (readonly [string, string])[]
  /** name, what a 5 means, weight */
  criteria: readonly (readonly [string, string, number])[]
  /** who scored, when, and one row for each option, doing nothing first */
  scores: readonly (readonly [string, string, readonly (readonly number[])[]])[]
  /** asked to score and still to do it */
  toScore?: readonly string[]
  /** the place of the leading option, doing nothing being 0 */
  leads: number
  saving?: Readonly<Record<string, string | number>>
  deciders: readonly string[]
  ready?: { on: string; waiver: string }
  signed?: readonly (readonly [string, string, string])[]
  realised?: { on: string; from: string; until: string; amount: string; evidence: string }
}

export const decisions: readonly DecisionSample[] = [
  {
    code: "D-2", name: "One till for all shops", topic: "standard", owner: "G. Moreau", made: "2026-02-02",
    context: "The shops take money at two kinds of till. Nobody repairs the nine old ones any more.", outcome: "TillPoint in every shop; TillOne goes.",
    reasons: "It takes every card, and the nine old tills cost more to keep than to replace.", constraints: "No change in a shop in the four weeks before the big sale.", review: "2027-02-16", revisit: "The maker raises the price by a tenth\nA shop opens abroad",
    ties: [["governs", "F-2"], ["adopts", "A-5"], ["retires", "A-6"]], options: [["TillPoint for all", "Nine more of the new tills."]],
    criteria: [["Does the job", "Takes every card, and works without a line", 60], ["Yearly cost", "A third of today", 40]],
    scores: [["G. Moreau", "2026-02-05", [[2, 1], [5, 3]]], ["S. Lund", "2026-02-06", [[1, 2], [4, 4]]]], leads: 1,
    saving: { seats: 9, seatPrice: "4777.00", extraSeats: 9, standardPrice: "1806.00", migration: "9000.00", trainingHours: "18.00", hourlyRate: "38.00" },
    deciders: ["A. Kim", "S. Lund"], ready: { on: "2026-02-12", waiver: "The last spare part was used in January." },
    signed: [["A. Kim", "2026-02-13", ""], ["S. Lund", "2026-02-16", "I would have waited for the offer of a second maker."]],
    realised: { on: "2026-10-05", from: "2026-04-01", until: "2026-09-30", amount: "6200.00", evidence: "The maintenance contract of the old tills ended in March." },
  },
  {
    code: "D-4", name: "One tool to read and sign PDFs", topic: "standard", owner: "B. Castell", made: "2026-11-03",
    context: "Four tools do one job. Two of them nobody chose, and one was bought for a single customer.", outcome: "FreePDF for all, Acrobat for those who change contracts.",
    reasons: "It does the job for all but Finance, and costs a quarter of Acrobat.", constraints: "Finance keeps 24 seats of Acrobat until the audit is over.", review: "2027-12-09", revisit: "FreePDF is not kept any more",
    ties: [["governs", "F-13"], ["adopts", "A-24"], ["permits", "A-22"], ["retires", "A-25"]],
    options: [["Acrobat for all", "The dear one, everywhere."], ["FreePDF for all, Finance keeps Acrobat", "Free to read and sign; 24 seats stay."], ["Both side by side", "Each unit chooses."]],
    criteria: [["Does the job", "Reads, fills in and signs without help", 35], ["Yearly cost", "Nothing", 30], ["Easy to use", "Nobody asks how", 20], ["Safe", "Kept up to date, signs for sure", 15]],
    scores: [
      ["B. Castell", "2026-11-06", [[2, 3, 2, 1], [5, 1, 4, 5], [4, 4, 4, 4], [5, 2, 3, 3]]],
      ["S. Lund", "2026-11-09", [[1, 3, 2, 1], [5, 1, 4, 5], [4, 4, 5, 4], [5, 2, 3, 4]]],
      ["T. Abara", "2026-11-10", [[3, 3, 2, 1], [5, 1, 5, 5], [4, 4, 3, 4], [5, 2, 4, 3]]],
    ],
    toScore: ["L. Osei"], leads: 2,
    saving: { seats: 40, seatPrice: "180.00", support: "1000.00", extraSeats: 40, standardPrice: "30.00", migration: "2500.00", contract: "ends", contractEndsOn: "2027-06-30" },
    deciders: ["A. Kim", "E. Falk"],
  },
  {
    code: "D-5", name: "Nothing new without an owner", topic: "policy", owner: "A. Kim", made: "2026-11-10",
    context: "Three tools were bought with a company card, and nobody answers for them.", outcome: "Every new tool has one person who answers for it before it is bought.",
    reasons: "Without a name nobody notices that a contract runs on.", constraints: "Holds for what costs more than 200 euro a year.", review: "2027-11-10", revisit: "Buying takes longer than ten days",
    ties: [["affects", "U-4"]], options: [["An owner before buying", "A name in the request, and no money without one."]], criteria: [], scores: [], leads: 1,
    deciders: ["E. Falk", "S. Lund"], ready: { on: "2026-11-18", waiver: "The audit asks for the rule before December." }, signed: [["S. Lund", "2026-11-19", ""]],
  },
]
