// Who Harbour & Hearth is: what it wants, its units with their headcount, and its people, all of them made up.
import type { Role, RoleLevel } from "../door"

export const company = {
  name: "Harbour & Hearth",
  purpose: "We help people make a home they love, as easily online as in the shop.",
  timeZone: "Europe/Berlin",
  exclusions: [
    { text: "Own delivery vans", reason: "€300k, and partners do it as well." },
    { text: "A shop app", reason: "Customers asked for a faster site." },
    { text: "A third till supplier", reason: "Two are enough to stay safe." },
  ],
}

export interface UnitRow {
  code: string
  name: string
  summary: string
  partOf?: string
  /** people directly in it: front line, specialists, managers, executives; null is nobody known */
  people: readonly (number | null)[]
}

export const units: readonly UnitRow[] = [
  { code: "U-1", name: "Sales", summary: "Sells furniture and everything around it, in 14 shops and online.", people: [null, 10, 4, 2] },
  { code: "U-2", name: "Support", summary: "Answers customers, takes orders by phone and settles returns.", people: [24, 20, 10, 2] },
  { code: "U-3", name: "Warehouse", summary: "Keeps the stock, packs and hands over to the carriers.", people: [48, 8, 4, null] },
  { code: "U-4", name: "Marketing", summary: "Brings people to the shops and to the site.", people: [null, 32, 7, 1] },
  { code: "U-5", name: "Finance", summary: "Pays, bills and plans, and is home to IT.", people: [null, 10, 3, 1] },
  { code: "U-6", name: "Shops", summary: "The people on the floor of the 14 shops.", partOf: "U-1", people: [92, 6, 6, null] },
  { code: "U-7", name: "Order desk", summary: "Takes the orders that come by phone, in two shifts.", partOf: "U-2", people: [34, null, null, null] },
  { code: "U-8", name: "IT", summary: "Runs what everybody works with and builds what is new.", partOf: "U-5", people: [null, 14, 2, null] },
]

export interface PersonRow {
  code: string
  name: string
  title: string
  unit: string | null
  level: RoleLevel
  /** without roles: no account */
  roles: readonly Role[]
}

export const people: readonly PersonRow[] = [
  { code: "P-1", name: "E. Falk", title: "Chief executive", unit: null, level: "executive", roles: ["viewer"] },
  { code: "P-2", name: "A. Kim", title: "Head of IT", unit: "U-8", level: "manager", roles: ["planner", "admin"] },
  { code: "P-3", name: "M. Diaz", title: "Business relationship manager", unit: "U-8", level: "specialist", roles: ["brm"] },
  { code: "P-4", name: "R. Amadi", title: "Order desk, early shift", unit: "U-7", level: "frontline", roles: ["contributor"] },
  { code: "P-5", name: "L. Osei", title: "Head of Sales", unit: "U-1", level: "executive", roles: ["contributor"] },
  { code: "P-6", name: "S. Lund", title: "Head of Finance", unit: "U-5", level: "executive", roles: ["contributor"] },
  { code: "P-7", name: "O. Bell", title: "Head of Support", unit: "U-2", level: "executive", roles: ["contributor"] },
  { code: "P-8", name: "T. Abara", title: "Head of Warehouse", unit: "U-3", level: "manager", roles: ["contributor"] },
  { code: "P-9", name: "G. Moreau", title: "Shop operations", unit: "U-6", level: "manager", roles: ["contributor"] },
  { code: "P-10", name: "I. Marsh", title: "Web delivery", unit: "U-8", level: "specialist", roles: ["contributor"] },
  { code: "P-11", name: "J. Roy", title: "Customer and product data", unit: "U-8", level: "specialist", roles: ["contributor"] },
  { code: "P-12", name: "N. Costa", title: "Data centre and network", unit: "U-8", level: "specialist", roles: ["contributor"] },
  { code: "P-13", name: "B. Castell", title: "Workplace tools", unit: "U-8", level: "specialist", roles: ["contributor"] },
  { code: "P-14", name: "N. Ito", title: "Service desk", unit: "U-8", level: "manager", roles: [] },
  { code: "P-15", name: "V. Lind", title: "Head of Marketing", unit: "U-4", level: "executive", roles: [] },
  { code: "P-16", name: "J. Petrov", title: "Order desk, late shift", unit: "U-7", level: "frontline", roles: [] },
  { code: "P-17", name: "L. Quist", title: "Returns desk", unit: "U-2", level: "frontline", roles: [] },
  { code: "P-18", name: "K. Salo", title: "Shift lead, warehouse", unit: "U-3", level: "frontline", roles: [] },
  { code: "P-19", name: "H. Tran", title: "Customer letters", unit: "U-2", level: "specialist", roles: [] },
  { code: "P-20", name: "D. Ferri", title: "Web agency", unit: null, level: "external", roles: [] },
]

/** Their made-up address: "l.osei@harbour-hearth.example". */
export function addressOf(name: string): string {
  return `${name.toLowerCase().replace(". ", ".")}@harbour-hearth.example`
}
