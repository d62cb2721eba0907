// What teams of the sample company got on their own: one answer is late, one team came back, one report has no name.
import type { Control, WhyNot } from "../door"

export interface SideDoorRow {
  code: string
  name: string
  need: string
  on: string
  /** null: without a name */
  by: string | null
  job: string
  unit?: string
  users?: number
  cost?: string
  data?: number
  missing?: readonly Control[]
  why: WhyNot
  words?: string
  found?: "told us" | "conversation" | "invoice"
  goal?: string
  answer?: { on: string; disposition: "tolerate" | "replace"; reason: string; until?: string; by?: string; won?: { on: string } }
}

export const sideDoor: readonly SideDoorRow[] = [
  {
    code: "B-1", name: "BigFile", need: "Send a film to the agency without cutting it into pieces.", on: "2026-05-11", by: "M. Diaz", job: "Send large files", unit: "U-4", users: 18, cost: "430.00", data: 2, missing: ["contract", "owner"], why: "did not know", found: "conversation",
    answer: { on: "2026-06-02", disposition: "replace", by: "A-23", reason: "ShareBox takes files of any size since spring. We showed it to the whole team.", won: { on: "2026-09-21" } },
  },
  {
    code: "B-2", name: "PlanSheet", need: "Know by Friday who works where next week, on the phone.", on: "2026-07-20", by: "G. Moreau", job: "Plan shifts", unit: "U-6", users: 96, cost: "2280.00", data: 3, missing: ["sign-on", "contract"], why: "not offered", found: "invoice",
    answer: { on: "2026-08-12", disposition: "tolerate", until: "2027-03-31", reason: "It works, and we have nothing better. Until spring we look for one that knows the company sign-on." },
  },
  { code: "B-3", name: "CardWall", need: "See at a glance which call the late shift takes over from the early one.", on: "2026-10-05", by: "R. Amadi", job: "Hand over open calls", unit: "U-2", users: 24, cost: "0.00", data: 3, missing: ["sign-on", "backup", "contract"], why: "too slow", words: "We asked in spring. It was to come after the new order screen.", goal: "G-7" },
  { code: "B-4", name: "QuillMate", need: "Write a kind answer to an angry customer in a minute, not in ten.", on: "2026-11-07", by: null, job: "Write answers", data: 3, missing: ["contract"], why: "better at home", goal: "G-7" },
  { code: "B-5", name: "Card Wall", need: "See which delivery is at which gate.", on: "2026-11-14", by: "T. Abara", job: "Watch the gates", unit: "U-3", users: 11, data: 1, why: "did not know", goal: "G-19" },
  { code: "B-6", name: "TranslateIt", need: "Answer a customer abroad in their own language.", on: "2026-11-16", by: "L. Osei", job: "Translate letters", unit: "U-1", users: 5, cost: "144.00", missing: ["contract"], why: "too slow" },
]
