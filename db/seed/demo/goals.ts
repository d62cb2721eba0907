// What Harbour & Hearth wants: three pillars, twelve goals and the objectives below some of them.
import type { Perspective } from "../door"

export interface GoalRow {
  code: string
  name: string
  partOf?: string
  weight?: number
  perspective?: Perspective
  summary: string
  why?: string
  /** what changes for the people in the company's shops and at home */
  promise?: string
  due?: string
  owner: string | null
  /** who does the work besides the owner */
  partner?: string
}

export const goals: readonly GoalRow[] = [
  { code: "G-1", name: "Grow online sales", summary: "Every second order comes by the site, and the shops gain from it.", why: "Our customers look online first, and half of them never arrive in a shop.", due: "2027-12-31", owner: "L. Osei" },
  { code: "G-2", name: "Delight customers", summary: "Whoever bought from us once comes back and says why.", why: "One customer in five leaves after one bad delivery.", due: "2027-06-30", owner: "O. Bell" },
  { code: "G-3", name: "Half of orders online", partOf: "G-1", weight: 14, perspective: "financial", summary: "Half of all orders are placed on the site, from the sofa or in the shop.", why: "An order online costs us a third of an order by phone.", promise: "You find and buy everything in one place.", due: "2027-06-30", owner: "L. Osei", partner: "I. Marsh" },
  { code: "G-4", name: "Run lean and safe", summary: "We pay for what we use, and one broken part never stops us.", why: "A stopped till costs €4,000 an hour.", due: "2027-12-31", owner: "S. Lund" },
  { code: "G-5", name: "Spend 10 % less on tools", partOf: "G-4", weight: 6, perspective: "financial", summary: "One good tool for each job, and nothing paid that nobody opens.", why: "We pay four tools that all read PDFs.", promise: "One good tool for each job, fewer passwords.", due: "2027-12-31", owner: "S. Lund", partner: "B. Castell" },
  { code: "G-7", name: "Answer in one day", partOf: "G-2", weight: 10, perspective: "customer", summary: "A customer who writes to us has an answer by the next working day.", why: "Customers wait longer than last year, and they tell their friends.", promise: "You would have an answer by tomorrow.", due: "2027-06-30", owner: "O. Bell" },
  { code: "G-9", name: "Customers rate us 4.5", partOf: "G-2", weight: 10, perspective: "customer", summary: "The stars customers give after a delivery, 4.5 of 5 on average.", why: "Below 4.3 the comparison sites stop naming us.", promise: "You never explain your order twice.", due: "2027-06-30", owner: "O. Bell", partner: "J. Roy" },
  { code: "G-10", name: "Refunds in three days", partOf: "G-2", weight: 6, perspective: "internal process", summary: "Money for a return is back within three days.", why: "Every fourth call asks where the money is.", promise: "Your money is back before the weekend.", due: "2027-03-31", owner: "S. Lund", partner: "O. Bell" },
  { code: "G-12", name: "Cut order time by 20 %", partOf: "G-1", weight: 12, perspective: "customer", summary: "A customer places an order in eight minutes instead of ten, without phoning us. One order in five still needs a call.", why: "Two minutes less brings back one in eight of those who give up.", promise: "You order without phoning us.", due: "2027-03-31", owner: "L. Osei", partner: "J. Roy" },
  { code: "G-14", name: "No single point of failure", partOf: "G-4", weight: 8, perspective: "internal process", summary: "No single line, machine or person stops the shops when it fails.", why: "One cut cable closed six shops for a day last year.", promise: "The tills keep working when one line fails.", due: "2027-03-31", owner: "N. Costa" },
  { code: "G-16", name: "Stock shown is right", partOf: "G-1", weight: 8, perspective: "internal process", summary: "What the site says is in the shop is in the shop.", why: "Every tenth visitor comes for something that is not there.", promise: "What you see in the shop is really there.", due: "2027-09-30", owner: "T. Abara", partner: "J. Roy" },
  { code: "G-18", name: "Collect in every shop", partOf: "G-1", weight: 7, perspective: "customer", summary: "All 14 shops have a point where orders can be collected the same day.", why: "Who collects buys one thing more.", promise: "You collect today what you ordered today.", due: "2027-06-30", owner: "G. Moreau" },
  { code: "G-19", name: "Deliver on the promised day", partOf: "G-2", weight: 6, perspective: "customer", summary: "The carrier comes on the day the customer chose.", why: "A missed day costs us €38 and often the customer.", promise: "You choose the day, and we come that day.", due: "2027-03-31", owner: "T. Abara", partner: "O. Bell" },
  { code: "G-21", name: "Sell in two new countries", partOf: "G-1", weight: 6, perspective: "financial", summary: "Two neighbouring countries can order from us, in their language and money.", why: "One parcel in nine is asked for from abroad and refused.", promise: "You could buy from two more countries.", due: "2027-12-31", owner: "L. Osei" },
  { code: "G-22", name: "Leavers lose access that day", partOf: "G-4", weight: 4, perspective: "internal process", summary: "Whoever leaves the company is locked out of every tool on the last day.", why: "A spot check found accounts of people who left two years ago.", promise: "No forgotten account stays open.", due: "2027-06-30", owner: null },
  { code: "G-23", name: "One order in ten needs a call", partOf: "G-12", summary: "Orders that need a person on the phone fall to one in ten.", due: "2027-03-31", owner: "R. Amadi" },
  { code: "G-24", name: "First buyers finish without an account", partOf: "G-12", summary: "Nobody has to invent a password to buy a lamp.", due: "2026-12-31", owner: "I. Marsh" },
  { code: "G-25", name: "Trade customers order online", partOf: "G-3", summary: "Cafes and offices order by themselves, with their own prices.", due: "2027-06-30", owner: "L. Osei" },
  { code: "G-26", name: "Two lines into every shop", partOf: "G-14", summary: "Each of the 14 shops has a second line by another company.", due: "2027-03-31", owner: "N. Costa" },
]
