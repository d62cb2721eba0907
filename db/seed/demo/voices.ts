// Who was asked about the new web shop: more people of Harbour & Hearth, all of them made up, and who among all was heard when.
import type { RoleLevel } from "../door"
import type { PersonRow } from "./organisation"

/** short id, name, title, unit, level */
const more: readonly (readonly [string, string, string, string, RoleLevel])[] = [
  ["P-21", "B. Otieno", "Order desk, early shift", "U-7", "frontline"],
  ["P-22", "C. Varga", "Order desk, late shift", "U-7", "frontline"],
  ["P-23", "F. Nowak", "Returns desk", "U-2", "frontline"],
  ["P-24", "A. Brandt", "Shop floor, Harbour Street", "U-6", "frontline"],
  ["P-25", "D. Okafor", "Shop floor, Harbour Street", "U-6", "frontline"],
  ["P-26", "E. Silva", "Shop floor, Old Market", "U-6", "frontline"],
  ["P-27", "H. Jansen", "Shop floor, Old Market", "U-6", "frontline"],
  ["P-28", "I. Petit", "Kitchens, North Quay", "U-6", "frontline"],
  ["P-29", "J. Ahmed", "Kitchens, North Quay", "U-6", "frontline"],
  ["P-30", "K. Lindqvist", "Till, Station", "U-6", "frontline"],
  ["P-31", "M. Duarte", "Till, Station", "U-6", "frontline"],
  ["P-32", "O. Fischer", "Lamps, Hill Road", "U-6", "frontline"],
  ["P-33", "P. Rossi", "Lamps, Hill Road", "U-6", "frontline"],
  ["P-34", "R. Holm", "Collect point, Station", "U-6", "frontline"],
  ["P-35", "S. Mbeki", "Trade customers", "U-1", "specialist"],
  ["P-36", "T. Weiss", "Prices and offers", "U-1", "specialist"],
  ["P-37", "U. Garcia", "Shop planning", "U-6", "specialist"],
  ["P-38", "W. Novak", "Trade customers", "U-1", "manager"],
  ["P-39", "Y. Larsen", "Complaints", "U-2", "specialist"],
  ["P-40", "P. Nair", "Shift planning", "U-2", "manager"],
  ["P-41", "B. Keller", "Picking, early shift", "U-3", "frontline"],
  ["P-42", "C. Mwangi", "Picking, late shift", "U-3", "frontline"],
  ["P-43", "D. Horvat", "Packing", "U-3", "frontline"],
  ["P-44", "E. Laine", "Loading bay", "U-3", "frontline"],
  ["P-45", "F. Adeyemi", "Stock count", "U-3", "specialist"],
  ["P-46", "G. Baptiste", "Campaigns", "U-4", "specialist"],
  ["P-47", "H. Sato", "Pictures and words", "U-4", "specialist"],
  ["P-48", "J. Moser", "Newsletter", "U-4", "specialist"],
  ["P-49", "L. Popescu", "Search adverts", "U-4", "specialist"],
  ["P-50", "M. Ek", "Brand", "U-4", "manager"],
]

export const moreVoices: readonly PersonRow[] = more.map(([code, name, title, unit, level]) => ({ code, name, title, unit, level, roles: [] }))

/** name, day they were heard; in the order of the four sessions */
export const heardOnWebShop: readonly (readonly [string, string])[] = [
  ...["A. Brandt", "D. Okafor", "E. Silva", "H. Jansen", "I. Petit", "J. Ahmed", "T. Weiss", "L. Osei", "G. Moreau"].map((name) => [name, "2026-11-16"] as const),
  ...["K. Lindqvist", "M. Duarte", "O. Fischer", "P. Rossi", "R. Holm", "S. Mbeki", "U. Garcia", "W. Novak"].map((name) => [name, "2026-11-17"] as const),
  ...["K. Salo", "B. Keller", "C. Mwangi", "D. Horvat", "E. Laine", "F. Adeyemi", "T. Abara", "H. Tran", "Y. Larsen", "P. Nair"].map((name) => [name, "2026-11-18"] as const),
  ...["G. Baptiste", "H. Sato", "J. Moser", "L. Popescu", "M. Ek", "J. Roy", "B. Castell", "N. Costa", "A. Kim", "N. Ito", "S. Lund"].map((name) => [name, "2026-11-20"] as const),
]

/** Invited, and not heard yet: name, day, whether the decision needs their word. */
export const waitingOnWebShop: readonly (readonly [string, string, boolean])[] = [
  ["O. Bell", "2026-11-16", true],
  ["V. Lind", "2026-11-17", false],
]
