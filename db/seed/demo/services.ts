// What people at Harbour & Hearth get from IT, what it supports and who uses it; and the capabilities behind it.
import type { Relation } from "../door"

export interface ServiceRow {
  code: string
  name: string
  summary: string
  owner: string | null
  /** goals and capabilities it supports */
  supports: readonly string[]
  /** units that use it, with the people in each */
  users: readonly (readonly [string, number | null])[]
}

export const services: readonly ServiceRow[] = [
  { code: "S-1", name: "Ordering", summary: "From the wish to the order, on the site and at the order desk.", owner: "J. Roy", supports: ["G-12", "C-2"], users: [["U-1", 120], ["U-2", 90]] },
  { code: "S-2", name: "Online shop window", summary: "Articles, prices and search on the site.", owner: "I. Marsh", supports: ["G-3"], users: [["U-4", 40]] },
  { code: "S-3", name: "Payments and tills", summary: "Takes money in the shops and online.", owner: "G. Moreau", supports: ["C-3"], users: [["U-6", 104], ["U-5", 6]] },
  { code: "S-4", name: "Customer care", summary: "Every question of a customer in one place.", owner: "O. Bell", supports: ["G-7", "G-9"], users: [["U-2", 85]] },
  { code: "S-5", name: "Delivery", summary: "Hands parcels to the carriers and follows them.", owner: "T. Abara", supports: ["G-19"], users: [["U-3", 60], ["U-2", 20]] },
  { code: "S-6", name: "Warehouse", summary: "Where it lies, who packs it, when it leaves.", owner: "T. Abara", supports: ["C-8"], users: [["U-3", 60]] },
  { code: "S-7", name: "Stock", summary: "How many of each article, in every shop.", owner: "T. Abara", supports: ["G-16", "C-8"], users: [["U-3", 60], ["U-6", 104]] },
  { code: "S-8", name: "Product information", summary: "Names, sizes and pictures of 9,000 articles.", owner: "J. Roy", supports: ["C-2"], users: [["U-4", 22], ["U-1", 16]] },
  { code: "S-9", name: "Printing", summary: "Printers in the shops, the warehouse and the office.", owner: "N. Ito", supports: [], users: [["U-1", 60], ["U-2", 60], ["U-3", 60], ["U-5", 30]] },
  { code: "S-10", name: "E-mail and calendar", summary: "Letters and dates for everybody.", owner: "N. Ito", supports: ["C-12"], users: [["U-1", 120], ["U-2", 90], ["U-3", 60], ["U-4", 40], ["U-5", 30]] },
  { code: "S-11", name: "Documents", summary: "Write, read, sign and keep documents.", owner: "B. Castell", supports: ["G-5"], users: [["U-1", 40], ["U-4", 40], ["U-5", 30]] },
  { code: "S-12", name: "Accounting", summary: "Bills, payments and the year's end.", owner: "S. Lund", supports: ["C-11"], users: [["U-5", 30]] },
  { code: "S-13", name: "Pay and people", summary: "Wages, holidays and contracts.", owner: "S. Lund", supports: ["C-11"], users: [["U-5", 8]] },
  { code: "S-14", name: "Signing in", summary: "One name and password for what one works with.", owner: "N. Costa", supports: ["G-22"], users: [["U-1", 120], ["U-2", 90], ["U-3", 60], ["U-4", 40], ["U-5", 30]] },
  { code: "S-15", name: "Network and phones", summary: "Lines into every shop, and the phones on them.", owner: "N. Costa", supports: ["G-14", "C-12"], users: [["U-1", 120], ["U-2", 90], ["U-3", 60]] },
  { code: "S-16", name: "Reports and figures", summary: "What was sold, where and to whom.", owner: "J. Roy", supports: ["C-10"], users: [["U-5", 18], ["U-1", null], ["U-4", 12]] },
  { code: "S-17", name: "News to customers", summary: "Letters, offers and invitations.", owner: "V. Lind", supports: ["C-1"], users: [["U-4", 26]] },
  { code: "S-18", name: "Music in the shops", summary: "The same playlist in all 14 shops.", owner: null, supports: [], users: [["U-6", null]] },
]

/** code, name, summary, part of */
export const capabilities: readonly (readonly [string, string, string, string | null])[] = [
  ["C-1", "Sell", "Turn interest into an order.", null],
  ["C-2", "Sell online", "On the site, day and night.", "C-1"],
  ["C-3", "Sell in the shop", "With advice, and the article at hand.", "C-1"],
  ["C-4", "Serve customers", "Before and after the order.", null],
  ["C-5", "Answer questions", "By phone, letter and chat.", "C-4"],
  ["C-6", "Take things back", "Returns, repairs and refunds.", "C-4"],
  ["C-7", "Bring goods home", "From the carrier's door to the customer's.", null],
  ["C-8", "Keep stock", "Enough of the right things in the right place.", "C-7"],
  ["C-9", "Plan deliveries", "Day, route and carrier.", "C-7"],
  ["C-10", "Run the company", "Money, people and tools.", null],
  ["C-11", "Pay and account", "On time and to the cent.", "C-10"],
  ["C-12", "Keep IT running", "Seen to by the people who built it.", "C-10"],
]

/** capability, goal it enables, note */
export const enables: readonly (readonly [string, Relation, string, string])[] = [
  ["C-1", "enables", "G-3", "Selling well is where it starts."],
  ["C-2", "enables", "G-12", "The order is placed here."],
  ["C-5", "enables", "G-7", ""],
  ["C-6", "enables", "G-10", ""],
  ["C-8", "enables", "G-16", ""],
  ["C-9", "enables", "G-19", ""],
  ["C-10", "enables", "G-5", "Tools are part of running the company."],
  ["C-12", "enables", "G-14", ""],
]
