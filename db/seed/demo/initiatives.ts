// The work of Harbour & Hearth: twenty-two open initiatives, three that ended, and what each was planned to cost.
import type { Confidence } from "../door"

export interface InitiativeRow {
  code: string
  name: string
  summary: string
  confidence: Confidence
  starts: string | null
  ends: string | null
  /** thousands of euro in this financial year and in the next */
  budget: readonly number[]
  sponsor: string
  owner: string | null
  /** when it was written down, and when it came to each stage */
  made: string
  approved?: string
  /** why it was approved although not everybody had been asked */
  waiver?: string
  running?: string
  completed?: string
  cancelled?: string
  /** units it affects */
  affects: readonly string[]
}

export const initiatives: readonly InitiativeRow[] = [
  { code: "I-5", name: "Card readers in every shop", summary: "Every till takes cards without a cable.", confidence: "committed", starts: "2025-10-01", ends: "2026-03-31", budget: [60], sponsor: "S. Lund", owner: "G. Moreau", made: "2025-09-15", approved: "2025-09-29", running: "2025-10-06", completed: "2026-04-02", affects: ["U-6"] },
  { code: "I-7", name: "Second data centre", summary: "A second room, twelve kilometres away, takes over when the first one stops.", confidence: "committed", starts: "2026-01-12", ends: "2027-04-30", budget: [170, 90], sponsor: "S. Lund", owner: "N. Costa", made: "2025-09-16", approved: "2025-12-08", running: "2026-01-12", affects: ["U-3", "U-6", "U-8"] },
  { code: "I-9", name: "One sign-in for customers", summary: "Customers have one account for the site, the shop and the returns desk.", confidence: "committed", starts: "2026-04-01", ends: "2026-12-22", budget: [75], sponsor: "O. Bell", owner: "N. Costa", made: "2025-09-18", approved: "2026-02-09", running: "2026-04-01", affects: ["U-2", "U-4"] },
  { code: "I-12", name: "One customer record", summary: "Shop, site and support see the same customer, with the same address and the same orders.", confidence: "committed", starts: "2026-02-02", ends: "2027-01-04", budget: [180], sponsor: "O. Bell", owner: "J. Roy", made: "2025-09-22", approved: "2025-12-15", running: "2026-02-02", affects: ["U-1", "U-2", "U-4"] },
  { code: "I-15", name: "Restore test every month", summary: "Each month one system is brought back from its backup, and somebody looks whether it works.", confidence: "committed", starts: "2026-01-05", ends: "2026-12-31", budget: [14], sponsor: "A. Kim", owner: "N. Costa", made: "2025-10-06", approved: "2025-12-08", running: "2026-01-05", affects: ["U-8"] },
  { code: "I-20", name: "Clean product data", summary: "Every article has one name, one size and one picture.", confidence: "committed", starts: "2026-01-19", ends: "2026-09-30", budget: [55], sponsor: "L. Osei", owner: "J. Roy", made: "2025-10-13", approved: "2025-12-15", running: "2026-01-19", completed: "2026-09-30", affects: ["U-1", "U-4"] },
  { code: "I-24", name: "Loyalty card", summary: "A card that collects points in the shops.", confidence: "might", starts: null, ends: null, budget: [0, 85], sponsor: "V. Lind", owner: "L. Osei", made: "2025-10-20", cancelled: "2026-06-15", affects: ["U-1", "U-4"] },
  { code: "I-28", name: "Data lake", summary: "All data of the company in one place, for questions nobody has asked yet.", confidence: "committed", starts: "2026-01-19", ends: "2027-12-31", budget: [171, 69], sponsor: "A. Kim", owner: "J. Roy", made: "2025-11-03", approved: "2025-12-15", running: "2026-01-19", affects: ["U-8"] },
  { code: "I-29", name: "New intranet", summary: "A new home page for everybody in the company.", confidence: "committed", starts: "2026-05-04", ends: "2027-01-29", budget: [80, 10], sponsor: "V. Lind", owner: "B. Castell", made: "2025-11-10", approved: "2026-04-13", running: "2026-05-04", affects: ["U-1", "U-2", "U-3", "U-4", "U-5"] },
  { code: "I-31", name: "Delivery slots you choose", summary: "Customers choose the day and the half of the day when they pay.", confidence: "committed", starts: "2026-01-26", ends: "2026-09-30", budget: [110], sponsor: "T. Abara", owner: "T. Abara", made: "2025-11-17", approved: "2026-01-12", running: "2026-01-26", affects: ["U-2", "U-3"] },
  { code: "I-32", name: "Parcel news by text", summary: "A text message says when the parcel leaves and when it comes.", confidence: "committed", starts: "2026-09-07", ends: "2026-12-18", budget: [18], sponsor: "O. Bell", owner: "O. Bell", made: "2025-11-24", approved: "2026-08-17", running: "2026-09-07", affects: ["U-2", "U-3"] },
  { code: "I-34", name: "New web shop", summary: "Customers order without phoning us: a faster shop with live prices, on the phone as on the desk.", confidence: "committed", starts: "2026-12-01", ends: "2027-02-26", budget: [120, 180], sponsor: "S. Lund", owner: "I. Marsh", made: "2025-12-01", approved: "2026-09-21", affects: ["U-1", "U-2", "U-3", "U-4", "U-5"] },
  { code: "I-36", name: "Guest checkout", summary: "Pay without an account, and decide later whether to keep one.", confidence: "committed", starts: "2026-06-01", ends: "2026-12-11", budget: [45], sponsor: "L. Osei", owner: "I. Marsh", made: "2025-12-08", approved: "2026-05-11", running: "2026-06-01", affects: ["U-1", "U-2"] },
  { code: "I-37", name: "Search that forgives slips", summary: "The search on the site finds the sofa also when it is written with two f.", confidence: "committed", starts: "2026-09-14", ends: "2027-02-12", budget: [40, 20], sponsor: "L. Osei", owner: "J. Roy", made: "2026-01-19", approved: "2026-08-17", running: "2026-09-14", affects: ["U-1", "U-4"] },
  { code: "I-38", name: "Pay by invoice", summary: "Trade customers pay at the end of the month.", confidence: "might", starts: "2027-04-05", ends: "2027-07-30", budget: [0, 35], sponsor: "S. Lund", owner: "I. Marsh", made: "2026-02-02", affects: ["U-1", "U-5"] },
  { code: "I-41", name: "Stock shown live", summary: "Site and shop show what is on the shelf this minute.", confidence: "committed", starts: "2027-05-03", ends: "2027-11-26", budget: [20, 120], sponsor: "T. Abara", owner: "T. Abara", made: "2026-02-16", approved: "2026-09-21", affects: ["U-1", "U-2", "U-3"] },
  { code: "I-43", name: "Collect points in 14 shops", summary: "A shelf, a screen and a trained person in each shop.", confidence: "committed", starts: "2026-03-23", ends: "2027-06-30", budget: [65, 30], sponsor: "L. Osei", owner: "G. Moreau", made: "2026-03-02", approved: "2026-03-16", running: "2026-03-23", affects: ["U-3", "U-6"] },
  { code: "I-44", name: "Scanners for shop staff", summary: "Staff scan an article and see where else it is.", confidence: "likely", starts: "2027-01-11", ends: "2027-05-28", budget: [12, 58], sponsor: "L. Osei", owner: "G. Moreau", made: "2026-05-18", approved: "2026-10-12", affects: ["U-6"] },
  { code: "I-45", name: "Returns without a receipt", summary: "The order number is enough, or the card it was paid with.", confidence: "committed", starts: "2026-07-06", ends: "2027-01-29", budget: [48], sponsor: "S. Lund", owner: "O. Bell", made: "2026-05-25", approved: "2026-06-22", running: "2026-07-06", affects: ["U-2", "U-6"] },
  { code: "I-46", name: "Refund straight to the card", summary: "The money goes back the way it came, without a form.", confidence: "likely", starts: "2027-02-01", ends: "2027-04-30", budget: [0, 22], sponsor: "S. Lund", owner: "S. Lund", made: "2026-06-29", affects: ["U-2", "U-5"] },
  { code: "I-47", name: "Chat assistant pilot", summary: "A chat window on the site that answers by itself, tried for six months.", confidence: "likely", starts: "2027-01-11", ends: "2027-06-25", budget: [10, 40], sponsor: "V. Lind", owner: "A. Kim", made: "2026-07-13", approved: "2026-10-12", affects: ["U-2"] },
  { code: "I-48", name: "Meeting room screens", summary: "New screens in the eight meeting rooms.", confidence: "likely", starts: "2027-02-01", ends: "2027-03-26", budget: [5, 35], sponsor: "A. Kim", owner: "N. Costa", made: "2026-07-20", approved: "2026-10-12", affects: ["U-4", "U-5"] },
  { code: "I-50", name: "One PDF tool", summary: "One tool to read, fill and sign PDFs in place of four.", confidence: "committed", starts: "2026-10-05", ends: "2027-03-26", budget: [5, 4], sponsor: "S. Lund", owner: "B. Castell", made: "2026-08-24", approved: "2026-09-28", running: "2026-10-05", affects: ["U-1", "U-2", "U-4", "U-5"] },
  { code: "I-51", name: "One chat tool", summary: "One tool for a quick word between colleagues in place of three.", confidence: "might", starts: "2027-02-08", ends: "2027-05-28", budget: [0, 12], sponsor: "A. Kim", owner: "M. Diaz", made: "2026-09-07", affects: ["U-1", "U-2", "U-3", "U-4", "U-5"] },
  { code: "I-52", name: "Switch off the old tills", summary: "The last nine tills of the old kind leave the shops.", confidence: "committed", starts: "2027-01-04", ends: "2027-03-31", budget: [15, 25], sponsor: "S. Lund", owner: "G. Moreau", made: "2026-09-14", approved: "2026-10-26", affects: ["U-6"] },
]
