// How Harbour & Hearth will know: the measures of its goals, read once a month by whoever counts.

export interface MeasureRow {
  key: string
  goal: string
  name: string
  unit: string
  /** where it stood, and where it should be */
  from: string
  to: string
  starts: string
  due: string
  weight?: number
  every?: number
  source: string
  /** who reads it */
  by: string
  /** one value a month from January 2026; null is a month nobody read */
  monthly: readonly (number | null)[]
}

export const measures: readonly MeasureRow[] = [
  { key: "online sales", goal: "G-1", name: "Sales through the site", unit: "M€ a quarter", from: "6.1", to: "11", starts: "2026-01-01", due: "2027-12-31", every: 91, source: "accounting", by: "L. Osei", monthly: [null, null, 6.4, null, null, 6.8, null, null, 7.5] },
  { key: "come back", goal: "G-2", name: "Customers who come back within a year", unit: "%", from: "37", to: "48", starts: "2026-01-01", due: "2027-06-30", every: 91, source: "CustomerBook", by: "O. Bell", monthly: [null, null, 37, null, null, 38, null, null, 38.6] },
  { key: "online share", goal: "G-3", name: "Orders placed online", unit: "%", from: "34", to: "50", starts: "2026-01-01", due: "2027-06-30", source: "ShopX", by: "I. Marsh", monthly: [34, 34.8, 35.2, 36.4, 37.1, 38.5, 39, 40.2, 41.6, 42.8, 43.9] },
  { key: "it cost", goal: "G-4", name: "IT cost for each person", unit: "€ a year", from: "7400", to: "6700", starts: "2026-01-01", due: "2027-12-31", every: 91, source: "LedgerLine", by: "S. Lund", monthly: [null, null, 7390, null, null, 7310, null, null, 7120] },
  { key: "tool cost", goal: "G-5", name: "Yearly cost of tools", unit: "k€", from: "1840", to: "1656", starts: "2026-11-01", due: "2027-12-31", source: "the contracts we pay", by: "B. Castell", monthly: [null, null, null, null, null, null, null, null, null, null, 1836] },
  { key: "answer in a day", goal: "G-7", name: "Answered within a day", unit: "%", from: "41", to: "90", starts: "2026-06-01", due: "2027-06-30", source: "CareDesk", by: "O. Bell", monthly: [null, null, null, null, null, 41, 42, 40, 41, 39, 38] },
  { key: "stars", goal: "G-9", name: "Stars after delivery", unit: "of 5", from: "3.9", to: "4.5", starts: "2026-02-01", due: "2027-06-30", source: "the question after each delivery", by: "J. Roy", monthly: [null, 3.9, 3.9, 3.9, 4, 4, 4, 4.1, 4.1, 4.1, 4.2] },
  { key: "refund days", goal: "G-10", name: "Days until the refund", unit: "days", from: "9", to: "3", starts: "2026-04-01", due: "2027-03-31", source: "LedgerLine", by: "O. Bell", monthly: [null, null, null, 9, 8.8, 8.4, 7.9, 6.6, 6.1, 5.6, 5.2] },
  { key: "order time", goal: "G-12", name: "Time per order", unit: "min", from: "10", to: "8", starts: "2026-01-01", due: "2027-03-31", weight: 3, source: "ShopX and the order desk", by: "J. Roy", monthly: [10, 9.9, 10, 9.9, 9.8, 9.8, null, 9.7, 9.6, 9.1, 9.2] },
  { key: "need a call", goal: "G-12", name: "Orders that need a call", unit: "%", from: "30", to: "15", starts: "2026-01-01", due: "2027-03-31", source: "the order desk", by: "J. Roy", monthly: [30, 30, 29, 29, 28, 27, 26, 25, 24, 22, 21] },
  { key: "give up", goal: "G-12", name: "Customers who give up in the basket", unit: "%", from: "68", to: "58", starts: "2026-01-01", due: "2027-03-31", source: "ShopX", by: "J. Roy", monthly: [68, 68, 67, 68, 68, 67, 67, 66, 66] },
  { key: "single points", goal: "G-14", name: "Single points left", unit: "points", from: "7", to: "0", starts: "2025-12-01", due: "2027-03-31", source: "the yearly walk through the data centre and the shops", by: "N. Costa", monthly: [7, 7, 6, 6, 5, 5, 5, 4, 3, 3, 2] },
  { key: "stock matches", goal: "G-16", name: "Stock counts that match", unit: "%", from: "88", to: "98", starts: "2026-04-01", due: "2027-09-30", source: "the weekly count of 200 articles", by: "T. Abara", monthly: [null, null, null, 88, 88.5, 89, 90, 91, 91.8, 92.4, 93] },
  { key: "collect points", goal: "G-18", name: "Shops with a collect point", unit: "shops", from: "3", to: "14", starts: "2026-04-01", due: "2027-06-30", source: "the list of opened shops", by: "G. Moreau", monthly: [null, null, null, 3, 3, 4, 4, 4, 5, 5, 6] },
  { key: "promised day", goal: "G-19", name: "Delivered on the promised day", unit: "%", from: "86", to: "95", starts: "2026-01-01", due: "2027-03-31", source: "the carriers' reports", by: "T. Abara", monthly: [86, 86, 87, 86, 85, 86, 86, 84, 84, 85, 85] },
  { key: "countries", goal: "G-21", name: "Countries we sell in", unit: "countries", from: "1", to: "3", starts: "2026-10-01", due: "2027-12-31", every: 91, source: "the first order delivered there", by: "L. Osei", monthly: [null, null, null, null, null, null, null, null, null, 1] },
  { key: "locked out", goal: "G-22", name: "Leavers locked out the same day", unit: "%", from: "62", to: "100", starts: "2026-11-01", due: "2027-06-30", source: "a spot check of 40 leavers; nobody counts yet", by: "B. Castell", monthly: [] },
  { key: "one in ten", goal: "G-23", name: "Calls for a hundred orders", unit: "calls", from: "24", to: "10", starts: "2026-05-01", due: "2027-03-31", source: "the order desk", by: "R. Amadi", monthly: [null, null, null, null, 24, 23.5, 23, 22, 20.5, 19, 17.8] },
  { key: "without account", goal: "G-24", name: "First buyers who finish", unit: "%", from: "48", to: "60", starts: "2026-06-01", due: "2026-12-31", source: "ShopX", by: "I. Marsh", monthly: [null, null, null, null, null, 48, 48.4, 49, 53.5, 56.2, 58.4] },
  { key: "second line", goal: "G-26", name: "Shops with a second line", unit: "shops", from: "2", to: "14", starts: "2026-01-01", due: "2027-03-31", source: "the line contracts in use", by: "N. Costa", monthly: [2, 2, 3, 4, 5, 6, 7, 7, 8, 9, 11] },
]

/** October's reading of the time per order as it was corrected, with why. */
export const correction = { measure: "order time", month: 10, on: "2026-11-02", by: "J. Roy", value: "9.3", note: "Two shops were missing." }

/** Why a month carries words; by measure and month. */
export const readingNotes: Readonly<Record<string, string>> = {
  "order time 8": "No reading last month: the order desk moved to new phones.",
  "give up 9": "The site counts visits in another way from next month; a new count follows.",
  "promised day 8": "One carrier stopped for nine days.",
  "refund days 8": "Returns without a receipt started.",
  "without account 9": "Guest checkout is live.",
}
