// What people said and asked: comments, questions with their answers, and what is left open on purpose.

/** record, who, when, words */
export const comments: readonly (readonly [string, string, string, string])[] = [
  ["I-31", "T. Abara", "2026-09-21", "I moved the end to {2026-11-30}. The third carrier asks for another contract."],
  ["I-31", "L. Osei", "2026-09-22", "Please tell the shops before they print the next leaflet."],
  ["G-7", "O. Bell", "2026-10-08", "We answer slower each month. Six people cannot answer what nine answered."],
  ["G-7", "M. Diaz", "2026-10-09", "Support would trade the intranet for this at once."],
  ["I-28", "S. Lund", "2026-10-15", "Which question will it answer first? We have spent €171k this year."],
  ["I-28", "J. Roy", "2026-10-16", "Nobody has named one yet. I would rather stop and ask."],
  ["I-43", "G. Moreau", "2026-10-28", "Two hours of training for each shop would do."],
  ["A-26", "B. Castell", "2026-11-04", "18 people use it and nobody knew. It came with the laptops."],
  ["I-34", "R. Amadi", "2026-11-12", "The order screen stops around noon. I type every order twice. Will the new shop end that?"],
  ["I-34", "I. Marsh", "2026-11-13", "Yes: the order desk gets the same shop as the customers, and the old screen goes."],
  ["G-19", "T. Abara", "2026-11-16", "The choice of a day alone will not do it while one carrier misses every sixth."],
  ["I-34", "L. Osei", "2026-11-20", "The big sale is our busiest week. Please do not switch before {2027-01-04}."],
  ["I-34", "I. Marsh", "2026-11-20", "Agreed. The start date stays open until the contract is signed."],
  ["I-34", "S. Lund", "2026-11-21", "Contract: one open question on refunds, answer expected on {2026-11-26}."],
]

export interface QuestionRow {
  about: string
  by: string
  on: string
  words: string
  /** the owner (or, without one, the planners) unless said */
  of?: string
  due?: string
  answer?: { by: string; on: string; words: string }
}

export const questions: readonly QuestionRow[] = [
  { about: "I-34", by: "E. Falk", on: "2026-09-23", words: "What changes for a customer on the first day?", answer: { by: "I. Marsh", on: "2026-09-25", words: "One page in place of five, and prices that include delivery." } },
  { about: "G-5", by: "E. Falk", on: "2026-10-14", words: "Which tools do we pay and nobody opens?", answer: { by: "S. Lund", on: "2026-10-20", words: "We know what most of the 40 cost. B. Castell counts the rest." } },
  { about: "I-28", by: "A. Kim", on: "2026-11-09", words: "Which goal does the data lake serve? If none, shall we stop?", due: "2026-11-20" },
  { about: "I-29", by: "A. Kim", on: "2026-11-18", words: "Which goal does the new intranet serve?", due: "2026-11-30" },
  { about: "G-7", by: "A. Kim", on: "2026-11-16", words: "No work helps this goal. What would help most, and what would it cost?", due: "2026-11-30" },
  { about: "G-22", by: "S. Lund", on: "2026-11-17", words: "Who owns this? The auditors ask for a name.", due: "2026-11-30" },
  { about: "I-34", by: "R. Amadi", on: "2026-11-19", words: "Will the late shift see live stock too?", due: "2026-12-01" },
  { about: "I-41", by: "L. Osei", on: "2026-11-19", words: "Can the six biggest shops come first?" },
  { about: "I-51", by: "A. Kim", on: "2026-11-18", words: "Which units have said what they want from one chat tool, and which have not?", of: "M. Diaz", due: "2026-11-27" },
  { about: "I-34", by: "I. Marsh", on: "2026-11-20", words: "At which hour does the order screen stop, and for how long?", of: "R. Amadi" },
  { about: "A-24", by: "S. Lund", on: "2026-11-20", words: "May we take FreePDF off the laptops?" },
]

export const acceptedGap = {
  about: "G-21", by: "A. Kim", on: "2026-10-12", until: "2027-04-30",
  reason: "Starts when the new web shop is live. The board agreed.",
} as const
