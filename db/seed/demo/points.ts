// What people of Harbour & Hearth said in conversations and what became of it, with holes left on purpose: a point nobody answered for sixty days, one nobody was told about.
import type { FeedbackKind, Disposition, Confidentiality } from "#db/words"

export interface PointRow {
  /** the conversation's short id */
  about: string
  by: string
  on: string
  kind: FeedbackKind
  words: string
  confidentiality?: Confidentiality
  /** who answers, and by when */
  owner?: string
  byWhen?: string
  answer?: { by: string; on: string; as: Disposition; because: string; until?: string; leadsTo?: string }
  told?: string
  confirmed?: string
}

export const points: readonly PointRow[] = [
  { about: "R-9", by: "K. Lindqvist", on: "2026-11-17", kind: "concern", words: "Show the price with delivery before the customer signs in. They ask us at the till.", owner: "I. Marsh", answer: { by: "I. Marsh", on: "2026-11-19", as: "accepted", because: "Added to the first release. It costs two days." }, told: "2026-11-20", confirmed: "2026-11-21" },
  { about: "R-9", by: "W. Novak", on: "2026-11-17", kind: "objection", words: "Do not switch off orders by phone for trade customers.", owner: "L. Osei", answer: { by: "L. Osei", on: "2026-11-19", as: "rejected", because: "Phone orders stay for trade customers, and only for them: one in nine still needs a person." }, told: "2026-11-20" },
  { about: "R-9", by: "S. Lund", on: "2026-11-20", kind: "concern", words: "Month-end reports must not change before the year is closed.", owner: "J. Roy", answer: { by: "J. Roy", on: "2026-11-21", as: "accepted", because: "Reports keep their form until the year is closed." } },
  { about: "R-9", by: "C. Mwangi", on: "2026-11-18", kind: "need", words: "Labels have to print in the order we pick.", owner: "T. Abara", byWhen: "2026-11-21" },
  { about: "R-9", by: "H. Tran", on: "2026-11-18", kind: "wish", words: "Let me split one order over two deliveries.", owner: "I. Marsh", answer: { by: "I. Marsh", on: "2026-11-20", as: "partly accepted", because: "Two deliveries work from the first day. Three or more follow with live stock." }, told: "2026-11-21" },
  { about: "R-9", by: "G. Baptiste", on: "2026-11-20", kind: "question", words: "Can we preview a campaign page before it is public?", owner: "I. Marsh", answer: { by: "I. Marsh", on: "2026-11-21", as: "deferred", because: "Yes, with the second release.", until: "2027-05-31" } },
  { about: "R-9", by: "R. Holm", on: "2026-11-17", kind: "concern", words: "I fear that fewer people will be needed at the collect point.", confidentiality: "confidential", owner: "M. Diaz" },
  { about: "R-3", by: "P. Nair", on: "2026-06-18", kind: "need", words: "The late shift has no phones that reach the shops.", owner: "N. Ito", answer: { by: "M. Diaz", on: "2026-06-24", as: "accepted", because: "New phones for the late shift." }, told: "2026-06-25", confirmed: "2026-06-30" },
  { about: "R-3", by: "Y. Larsen", on: "2026-06-18", kind: "wish", words: "A second screen at each order desk.", owner: "N. Ito", answer: { by: "M. Diaz", on: "2026-06-24", as: "accepted", because: "Bought with the next order of laptops." }, told: "2026-06-25" },
  { about: "R-4", by: "T. Weiss", on: "2026-09-21", kind: "need", words: "Price labels jam every second day. Nobody came to look.", owner: "B. Castell", byWhen: "2026-10-05" },
  { about: "R-5", by: "H. Tran", on: "2026-09-17", kind: "concern", words: "The order screen still stops at noon. We write orders on paper until it comes back.", owner: "M. Diaz", answer: { by: "M. Diaz", on: "2026-10-24", as: "accepted", because: "The noon stop is found: a report that runs at the same time. It moves to the night.", leadsTo: "W-5" }, told: "2026-10-26" },
  { about: "R-5", by: "L. Quist", on: "2026-09-17", kind: "praise", words: "The second screen saves me a walk for each return.", owner: "M. Diaz", answer: { by: "M. Diaz", on: "2026-09-24", as: "noted", because: "Passed on to those who set them up." }, told: "2026-09-24" },
  { about: "R-6", by: "K. Lindqvist", on: "2026-10-06", kind: "need", words: "Gift vouchers have to work on the new tills before the old ones go.", owner: "G. Moreau", answer: { by: "G. Moreau", on: "2026-10-12", as: "accepted", because: "Vouchers are tested in two shops in December." }, told: "2026-10-13", confirmed: "2026-10-14" },
  { about: "R-6", by: "P. Rossi", on: "2026-10-06", kind: "concern", words: "Nobody showed us the new returns screen. Queues will be long on the first day.", confidentiality: "role only", owner: "G. Moreau", answer: { by: "G. Moreau", on: "2026-10-12", as: "partly accepted", because: "One trainer stands in each shop on its first day. A second one is not to be had." }, told: "2026-10-13" },
]
