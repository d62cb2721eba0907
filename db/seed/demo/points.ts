// What people of Harbour & Hearth said in conversations and what became of it, with holes left on purpose: a point nobody answered for sixty days, one nobody was told about.
import type { FeedbackKind, Disposition, Confidentiality } from "#db/words"

export interface PointRow {
  about: "web shop" | "June review" | "printing"
  by: string
  on: string
  kind: FeedbackKind
  words: string
  confidentiality?: Confidentiality
  /** who answers, and by when */
  owner?: string
  by_when?: string
  answer?: { by: string; on: string; as: Disposition; because: string; until?: string }
  told?: string
  confirmed?: string
}

export const points: readonly PointRow[] = [
  { about: "web shop", by: "K. Lindqvist", on: "2026-11-17", kind: "concern", words: "Show the price with delivery before the customer signs in. They ask us at the till.", owner: "I. Marsh", answer: { by: "I. Marsh", on: "2026-11-19", as: "accepted", because: "Added to the first release. It costs two days." }, told: "2026-11-20", confirmed: "2026-11-21" },
  { about: "web shop", by: "W. Novak", on: "2026-11-17", kind: "objection", words: "Do not switch off orders by phone for trade customers.", owner: "L. Osei", answer: { by: "L. Osei", on: "2026-11-19", as: "rejected", because: "Phone orders stay for trade customers, and only for them: one in nine still needs a person." }, told: "2026-11-20" },
  { about: "web shop", by: "S. Lund", on: "2026-11-20", kind: "concern", words: "Month-end reports must not change before the year is closed.", owner: "J. Roy", answer: { by: "J. Roy", on: "2026-11-21", as: "accepted", because: "Reports keep their form until the year is closed." } },
  { about: "web shop", by: "C. Mwangi", on: "2026-11-18", kind: "need", words: "Labels have to print in the order we pick.", owner: "T. Abara", by_when: "2026-11-21" },
  { about: "web shop", by: "H. Tran", on: "2026-11-18", kind: "wish", words: "Let me split one order over two deliveries.", owner: "I. Marsh", answer: { by: "I. Marsh", on: "2026-11-20", as: "partly accepted", because: "Two deliveries work from the first day. Three or more follow with live stock." }, told: "2026-11-21" },
  { about: "web shop", by: "G. Baptiste", on: "2026-11-20", kind: "question", words: "Can we preview a campaign page before it is public?", owner: "I. Marsh", answer: { by: "I. Marsh", on: "2026-11-21", as: "deferred", because: "Yes, with the second release.", until: "2027-05-31" } },
  { about: "web shop", by: "R. Holm", on: "2026-11-17", kind: "concern", words: "I fear that fewer people will be needed at the collect point.", confidentiality: "confidential", owner: "M. Diaz" },
  { about: "June review", by: "P. Nair", on: "2026-06-18", kind: "need", words: "The late shift has no phones that reach the shops.", owner: "N. Ito", answer: { by: "N. Ito", on: "2026-06-24", as: "accepted", because: "New phones for the late shift." }, told: "2026-06-25", confirmed: "2026-06-30" },
  { about: "June review", by: "Y. Larsen", on: "2026-06-18", kind: "wish", words: "A second screen at each order desk.", owner: "N. Ito", answer: { by: "N. Ito", on: "2026-06-24", as: "accepted", because: "Bought with the next order of laptops." }, told: "2026-06-25" },
  { about: "printing", by: "T. Weiss", on: "2026-09-21", kind: "need", words: "Price labels jam every second day. Nobody came to look.", owner: "B. Castell", by_when: "2026-10-05" },
]
