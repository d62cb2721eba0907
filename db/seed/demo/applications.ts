// The forty applications of Harbour & Hearth: what they deliver, the jobs they do, and who pays for how many seats.
import type { Lifecycle } from "../door"

export interface ApplicationRow {
  code: string
  name: string
  vendor: string
  lifecycle?: Lifecycle
  summary: string
  owner: string | null
  /** services, with how much each needs it */
  delivers: readonly (readonly [string, "low" | "medium" | "high"])[]
  /** jobs, with how well it does each, 1 to 4 */
  does: readonly (readonly [string, number | null])[]
  /** units with seats and yearly cost in euro; null is not known yet */
  used: readonly (readonly [string, number | null, number | null])[]
}

export const applications: readonly ApplicationRow[] = [
  { code: "A-1", name: "LedgerLine", vendor: "Numeris", summary: "The books.", owner: "S. Lund", delivers: [["S-12", "high"]], does: [["F-11", 4]], used: [["U-5", 30, 96000]] },
  { code: "A-2", name: "PayDay", vendor: "Numeris", summary: "Wages and holidays.", owner: "S. Lund", delivers: [["S-13", "high"]], does: [["F-12", 4]], used: [["U-5", 8, 31000]] },
  { code: "A-3", name: "ShopX", vendor: "Basketworks", summary: "The shop on the site, and the engine behind the order desk.", owner: "I. Marsh", delivers: [["S-1", "high"], ["S-2", "high"]], does: [["F-1", 3]], used: [["U-1", 120, 248000], ["U-2", 34, 61000]] },
  { code: "A-4", name: "Order desk screen", vendor: "Built by us", lifecycle: "phase out", summary: "The old screen for orders by phone. It stops at noon.", owner: "I. Marsh", delivers: [["S-1", "medium"]], does: [["F-1", 2]], used: [["U-2", 34, 18000]] },
  { code: "A-5", name: "TillPoint", vendor: "Kassa", summary: "The new tills.", owner: "G. Moreau", delivers: [["S-3", "high"]], does: [["F-2", 4]], used: [["U-6", 62, 112000]] },
  { code: "A-6", name: "TillOne", vendor: "Kassa", lifecycle: "phase out", summary: "The nine tills of the old kind.", owner: "G. Moreau", delivers: [["S-3", "medium"]], does: [["F-2", 2]], used: [["U-6", 9, 43000]] },
  { code: "A-7", name: "PayBridge", vendor: "PayBridge", summary: "Takes cards, online and in the shops.", owner: "S. Lund", delivers: [["S-3", "high"], ["S-1", "high"]], does: [["F-2", 3]], used: [["U-5", 6, 88000]] },
  { code: "A-8", name: "CareDesk", vendor: "Helpline", summary: "Questions of customers, from the first to the last word.", owner: "O. Bell", delivers: [["S-4", "high"]], does: [["F-3", 3]], used: [["U-2", 85, 76000]] },
  { code: "A-9", name: "CustomerBook", vendor: "Built by us", lifecycle: "phase in", summary: "The one record of each customer.", owner: "J. Roy", delivers: [["S-4", "high"], ["S-1", "medium"]], does: [["F-3", 3]], used: [["U-2", 85, 54000], ["U-1", 24, null]] },
  { code: "A-10", name: "RingBoard", vendor: "Telco North", summary: "The phones of order desk and support.", owner: "N. Costa", delivers: [["S-15", "high"], ["S-4", "high"]], does: [["F-3", 2]], used: [["U-2", 90, 47000]] },
  { code: "A-11", name: "StockPilot", vendor: "Lagerheim", summary: "What lies where, and how many of it.", owner: "T. Abara", delivers: [["S-6", "high"], ["S-7", "high"]], does: [["F-4", 3]], used: [["U-3", 60, 134000]] },
  { code: "A-12", name: "CountSheet", vendor: "Built by us", summary: "The shops' own counting list.", owner: "G. Moreau", delivers: [["S-7", "low"]], does: [["F-4", 2]], used: [["U-6", null, null]] },
  { code: "A-13", name: "RouteWise", vendor: "Wegwerk", summary: "Plans which carrier takes what.", owner: "T. Abara", delivers: [["S-5", "high"]], does: [["F-5", 3]], used: [["U-3", 12, 39000]] },
  { code: "A-14", name: "LabelJet", vendor: "Wegwerk", summary: "Prints the parcel labels.", owner: "T. Abara", delivers: [["S-5", "medium"]], does: [["F-5", 3], ["F-9", 3]], used: [["U-3", 22, 9000]] },
  { code: "A-15", name: "ParcelPing", vendor: "Wegwerk", lifecycle: "phase in", summary: "Sends a text when the parcel leaves and comes.", owner: "O. Bell", delivers: [["S-5", "low"]], does: [["F-5", null]], used: [["U-2", 20, 7000]] },
  { code: "A-16", name: "PicturePool", vendor: "Lumen", summary: "Pictures and texts of all articles.", owner: "J. Roy", delivers: [["S-8", "high"], ["S-2", "medium"]], does: [["F-6", 4]], used: [["U-4", 22, 36000]] },
  { code: "A-17", name: "PriceTag", vendor: "Basketworks", summary: "Prices and offers for site and shops.", owner: "L. Osei", delivers: [["S-8", "high"], ["S-3", "medium"]], does: [["F-6", 3]], used: [["U-1", 16, 28000]] },
  { code: "A-18", name: "LetterBird", vendor: "Flock", summary: "Newsletters and invitations.", owner: "V. Lind", delivers: [["S-17", "high"]], does: [["F-7", 4]], used: [["U-4", 26, 22000]] },
  { code: "A-19", name: "StarBoard", vendor: "Flock", summary: "Asks customers after each delivery.", owner: "J. Roy", delivers: [["S-17", "low"], ["S-4", "low"]], does: [["F-7", 3]], used: [["U-4", 8, 11000]] },
  { code: "A-20", name: "PrintHub", vendor: "Inkwell", summary: "All printers and their toner.", owner: "N. Ito", delivers: [["S-9", "high"]], does: [["F-9", 3]], used: [["U-1", 60, 21000], ["U-2", 60, 21000], ["U-3", 60, 21000], ["U-5", 30, 10000]] },
  { code: "A-21", name: "Office suite", vendor: "Northgate", summary: "Letters, tables, slides and mail.", owner: "B. Castell", delivers: [["S-10", "high"], ["S-11", "high"]], does: [["F-8", 4], ["F-10", 3]], used: [["U-1", 58, 41000], ["U-2", 90, 63000], ["U-3", 20, 14000], ["U-4", 40, 28000], ["U-5", 30, 21000]] },
  { code: "A-22", name: "Acrobat", vendor: "Its maker", summary: "Reads, changes and signs PDFs. The dear one.", owner: "B. Castell", delivers: [["S-11", "medium"]], does: [["F-13", 4]], used: [["U-4", 40, 9600], ["U-5", 30, 7200]] },
  { code: "A-23", name: "ShareBox", vendor: "Northgate", summary: "Files in folders, for everybody.", owner: "B. Castell", delivers: [["S-11", "high"]], does: [["F-10", 4]], used: [["U-1", 58, 12000], ["U-4", 40, 8000], ["U-5", 30, 6000]] },
  { code: "A-24", name: "FreePDF", vendor: "Nobody we pay", summary: "Makes PDFs. Came with a printer years ago.", owner: null, delivers: [["S-11", "low"]], does: [["F-13", 2]], used: [["U-2", 25, 0], ["U-1", null, 0]] },
  { code: "A-25", name: "SignNow", vendor: "Its maker", summary: "Signs contracts. Bought by Sales for one big customer.", owner: "L. Osei", delivers: [["S-11", "low"]], does: [["F-13", 3]], used: [["U-1", 12, 3600]] },
  { code: "A-26", name: "Preview", vendor: "Came with the laptops", summary: "Reads and signs PDFs on the laptops of Marketing.", owner: null, delivers: [["S-11", "low"]], does: [["F-13", 2]], used: [["U-4", 18, 0]] },
  { code: "A-27", name: "TeamTalk", vendor: "Northgate", summary: "Chat and video for the office.", owner: "B. Castell", delivers: [["S-10", "medium"]], does: [["F-14", 4], ["F-15", 4]], used: [["U-1", 58, 7000], ["U-5", 30, 4000]] },
  { code: "A-28", name: "Huddle", vendor: "Flock", summary: "Chat of Marketing with its agencies.", owner: "V. Lind", delivers: [["S-10", "low"]], does: [["F-14", 3]], used: [["U-4", 40, 5800]] },
  { code: "A-29", name: "TeamTalk Shops", vendor: "Northgate", summary: "Chat of the shops and the warehouse, on their own phones. Nobody knows whether it is the TeamTalk of the office.", owner: null, delivers: [["S-10", "low"]], does: [["F-14", 3]], used: [["U-6", null, null], ["U-3", 48, null]] },
  { code: "A-30", name: "ShelfScan", vendor: "Lagerheim", lifecycle: "plan", summary: "Will show staff where an article is.", owner: "G. Moreau", delivers: [["S-7", "medium"]], does: [["F-4", null]], used: [] },
  { code: "A-31", name: "KeyRing", vendor: "Northgate", summary: "One sign-in for the tools of the office.", owner: "N. Costa", delivers: [["S-14", "high"]], does: [["F-16", 3]], used: [["U-1", 120, 9000], ["U-2", 90, 7000], ["U-3", 60, 4500], ["U-4", 40, 3000], ["U-5", 30, 2500]] },
  { code: "A-32", name: "Pinboard", vendor: "Built by us", lifecycle: "phase out", summary: "The old intranet.", owner: "B. Castell", delivers: [["S-11", "low"]], does: [["F-10", 1]], used: [["U-5", 30, 4000]] },
  { code: "A-33", name: "LineWatch", vendor: "Telco North", summary: "Sees when a line to a shop fails.", owner: "N. Costa", delivers: [["S-15", "high"]], does: [["F-17", 4]], used: [["U-8", 6, 19000]] },
  { code: "A-34", name: "SafeCopy", vendor: "Arkiv", summary: "Copies of everything, in another town.", owner: "N. Costa", delivers: [["S-15", "medium"], ["S-6", "medium"]], does: [["F-17", 3]], used: [["U-8", 4, 34000]] },
  { code: "A-35", name: "DeepStore", vendor: "Arkiv", lifecycle: "phase in", summary: "Where the data lake lies.", owner: "J. Roy", delivers: [["S-16", "low"]], does: [["F-18", null]], used: [["U-8", 5, 92000]] },
  { code: "A-36", name: "TeamTimer", vendor: "Kolibri", summary: "Hours of Marketing. Bought with a company card.", owner: null, delivers: [], does: [["F-12", 2]], used: [["U-4", 14, null]] },
  { code: "A-37", name: "AnswerBot", vendor: "Helpline", lifecycle: "plan", summary: "Would answer customers in a chat window.", owner: "A. Kim", delivers: [["S-4", "low"]], does: [["F-3", null]], used: [] },
  { code: "A-38", name: "FloorPlan 3", vendor: "Lumen", lifecycle: "end of life", summary: "Drew the shops. Its maker closed.", owner: null, delivers: [], does: [["F-6", 1]], used: [["U-6", 2, 900]] },
  { code: "A-39", name: "SoundShelf", vendor: "Lumen", summary: "The playlist of the shops.", owner: "G. Moreau", delivers: [["S-18", "high"]], does: [], used: [["U-6", 14, 5000]] },
  { code: "A-40", name: "FigureBoard", vendor: "Numeris", summary: "Sales figures by shop and day.", owner: "J. Roy", delivers: [["S-16", "high"]], does: [["F-18", 3]], used: [["U-5", 18, 26000], ["U-4", 12, 17000], ["U-1", 20, null]] },
]

/** code, job, owner */
export const jobs: readonly (readonly [string, string, string | null])[] = [
  ["F-1", "Take orders", "L. Osei"],
  ["F-2", "Take payments", "S. Lund"],
  ["F-3", "Look after customers' questions", "O. Bell"],
  ["F-4", "Count stock", "T. Abara"],
  ["F-5", "Send parcels", "T. Abara"],
  ["F-6", "Describe and price articles", "L. Osei"],
  ["F-7", "Write to many customers", null],
  ["F-8", "Write letters and tables", "B. Castell"],
  ["F-9", "Print", null],
  ["F-10", "Share files and news", "B. Castell"],
  ["F-11", "Keep the books", "S. Lund"],
  ["F-12", "Count hours and pay wages", "S. Lund"],
  ["F-13", "Read and sign PDFs", "B. Castell"],
  ["F-14", "Chat with colleagues", "B. Castell"],
  ["F-15", "Meet by video", "B. Castell"],
  ["F-16", "Sign in", "N. Costa"],
  ["F-17", "Watch and back up", "N. Costa"],
  ["F-18", "Answer questions with figures", "J. Roy"],
]
