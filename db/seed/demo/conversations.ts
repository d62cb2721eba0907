// The conversations of Harbour & Hearth: what each was about, its meetings, who was heard in them, and how they were rated.
import type { ConsultationForm, ConsultationPurpose, ParticipationLevel } from "#db/words"
import { heardOnWebShop } from "./voices"

export interface MeetingRow {
  on: string
  place: string
  minutes: number
  /** one point a line, as people write it: "What slows you down, 15: What do you do when it stops?" */
  agenda: string
  /** planned on this day and still ahead */
  plannedOn?: string
}

export interface ConversationRow {
  code: string
  name: string
  summary: string
  about: string | null
  unit?: string
  form: ConsultationForm
  purpose: ConsultationPurpose
  level: ParticipationLevel
  question: string
  technical?: string
  costs: string
  effects: string
  options: readonly (readonly [string, string])[]
  made: string
  opened?: string
  closes?: string
  closed?: string
  next?: string
  meetings: readonly MeetingRow[]
  /** name, day of the meeting in which they were heard */
  heard: readonly (readonly [string, string])[]
  /** name, trust, understood, responsive; by those who were there */
  ratings?: readonly (readonly [string, number, number, number])[]
  minutes?: { on: string; words: string }
}

const orderDeskAgenda = "Why we ask, 5\nWhat slows you down, 15: What do you do when it stops?\nThree options, 20: Which one would you choose, and why?\nWhat happens next, 5"
const reviewAgenda = "Open promises, 15: Which one hurts most?\nOpen points, 15\nWhat changed for you, 10\nWhat comes next, 10"
const supportTeam = ["O. Bell", "P. Nair", "Y. Larsen", "L. Quist", "H. Tran", "F. Nowak"]

export const conversations: readonly ConversationRow[] = [
  {
    code: "R-3", name: "June review with Support", summary: "How we work together, what is promised and what is open.", about: null, unit: "U-2",
    form: "review meeting", purpose: "relationship", level: "involve", question: "What should IT keep, start and stop?", costs: "", effects: "", options: [],
    made: "2026-06-01", opened: "2026-06-04", closed: "2026-06-24", next: "2026-09-17",
    meetings: [{ on: "2026-06-18", place: "Support, room 2", minutes: 60, agenda: reviewAgenda }],
    heard: supportTeam.map((name) => [name, "2026-06-18"] as const),
    ratings: [["O. Bell", 3, 2, 2], ["P. Nair", 3, 3, 2], ["Y. Larsen", 4, 3, 3], ["L. Quist", 3, 2, 2], ["H. Tran", 3, 3, 3], ["F. Nowak", 2, 2, 2]],
    minutes: { on: "2026-06-24", words: "Phones for the late shift and second screens come in autumn. Every point gets an answer in writing." },
  },
  {
    code: "R-4", name: "How does printing do?", summary: "Five questions about the printers, the labels and who comes when they stop.", about: "S-9",
    form: "survey", purpose: "service", level: "consult", question: "When did printing last keep you from working?", costs: "", effects: "", options: [],
    made: "2026-09-10", opened: "2026-09-14", closes: "2026-10-05", closed: "2026-10-05",
    meetings: [{ on: "2026-09-21", place: "By telephone", minutes: 30, agenda: "Printers and labels, 20\nWho comes when they stop, 10" }],
    heard: [["T. Weiss", "2026-09-21"], ["W. Novak", "2026-09-21"], ["F. Adeyemi", "2026-09-21"]],
  },
  {
    code: "R-5", name: "September review with Support", summary: "What became of the points from June, and what comes next.", about: null, unit: "U-2",
    form: "review meeting", purpose: "relationship", level: "involve", question: "What became better since June, and what did not?", costs: "", effects: "", options: [],
    made: "2026-09-10", opened: "2026-09-14", closed: "2026-09-24", next: "2027-02-23",
    meetings: [{ on: "2026-09-17", place: "Support, room 2", minutes: 60, agenda: reviewAgenda }],
    heard: supportTeam.map((name) => [name, "2026-09-17"] as const),
    ratings: [["O. Bell", 3, 3, 3], ["P. Nair", 4, 4, 3], ["Y. Larsen", 4, 4, 4], ["L. Quist", 3, 3, 3], ["H. Tran", 4, 3, 4], ["F. Nowak", 3, 3, 3]],
    minutes: { on: "2026-09-24", words: "The second screens are in. The phones wait for headsets until October. Order screens still stop at noon." },
  },
  {
    code: "R-6", name: "When do the old tills go?", summary: "The nine old tills cost a service contract of their own. We want to know what the shops need before they leave.", about: "I-52",
    form: "workshop", purpose: "decision", level: "involve", question: "What must work on the new tills before the old ones leave your shop?",
    costs: "€40k for the change, €18k less a year afterwards.", effects: "Two hours of training for everybody at a till, and one evening of moving for each shop.",
    options: [["After the Christmas sale", "Shop by shop from January, one evening each."], ["Before the Christmas sale", "All nine in October, in one week."]],
    made: "2026-09-18", opened: "2026-09-21", closes: "2026-10-12", closed: "2026-10-12",
    meetings: [{ on: "2026-10-06", place: "Harbour Street, upstairs", minutes: 60, agenda: "Why we ask, 5\nA day at the till, 25: What do you do when it stops?\nThree options, 20\nWhat happens next, 10" }],
    heard: ["A. Brandt", "D. Okafor", "E. Silva", "H. Jansen", "I. Petit", "J. Ahmed", "K. Lindqvist", "M. Duarte", "O. Fischer", "P. Rossi", "U. Garcia", "G. Moreau"].map((name) => [name, "2026-10-06"] as const),
    minutes: { on: "2026-10-13", words: "The shops want the old tills to leave after the Christmas sale, one evening for each shop. Gift vouchers must work first." },
  },
  {
    code: "R-9", name: "How should ordering work?", summary: "Customers order by phone because the site is slow. We want to know what you need before the new shop is built.", about: "I-34",
    form: "workshop", purpose: "decision", level: "involve", question: "What would make ordering easier for you and for the customers you talk to?",
    technical: "Which steps of order entry, payment and hand-over to the warehouse have to change, and which must not?",
    costs: "€320k over two years.", effects: "The order desk screen goes. Prices and stock are shown live. Thirty-four people learn a new way to help customers.",
    options: [["New web shop", "Everything can be ordered online, by everybody."], ["New web shop, phone for trade customers", "Private customers order online, trade customers may still phone."]],
    made: "2026-11-12", opened: "2026-11-14", closes: "2026-11-30",
    meetings: [
      { on: "2026-11-16", place: "Harbour Street, upstairs", minutes: 45, agenda: orderDeskAgenda },
      { on: "2026-11-17", place: "Station, back office", minutes: 45, agenda: orderDeskAgenda },
      { on: "2026-11-18", place: "Warehouse, room 1", minutes: 45, agenda: orderDeskAgenda },
      { on: "2026-11-20", place: "Head office, room 4", minutes: 45, agenda: orderDeskAgenda },
      { on: "2026-11-24", place: "Support, order desk", minutes: 45, agenda: orderDeskAgenda, plannedOn: "2026-11-20" },
    ],
    heard: heardOnWebShop,
  },
  {
    code: "R-11", name: "Which tool for a quick word?", summary: "Three chat tools are in use. Before one is chosen, those who use them should say what they need.", about: "I-51",
    form: "survey", purpose: "decision", level: "consult", question: "What do you use to ask a colleague something quickly, and what do you miss in it?",
    costs: "Not known yet.", effects: "Two of the three tools go.", options: [["Keep the one most people use", ""], ["Choose a new one", ""]],
    made: "2026-11-19", meetings: [], heard: [],
  },
]
