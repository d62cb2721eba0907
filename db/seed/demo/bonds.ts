// The sample company's promises and relationships, with a gap between two views, two late promises and a unit nobody has asked.

export interface SamplePromise {
  code: string
  name: string
  /** the unit's short id */
  to: string
  owner: string
  made: string
  due: string
  moved?: { on: string; to: string; reason: string }
  kept?: { on: string; note: string }
}

export const promises: readonly SamplePromise[] = [
  { code: "W-1", name: "Second screen at each order desk", to: "U-2", owner: "M. Diaz", made: "2026-06-10", due: "2026-09-30", kept: { on: "2026-09-28", note: "All 22 desks have one; the team leads signed for them." } },
  { code: "W-2", name: "Phones for the late shift", to: "U-2", owner: "M. Diaz", made: "2026-06-10", due: "2026-08-31", moved: { on: "2026-08-25", to: "2026-10-12", reason: "The vendor could not deliver headsets before October." } },
  { code: "W-3", name: "Answer every point from the June review", to: "U-2", owner: "M. Diaz", made: "2026-06-24", due: "2026-11-17" },
  { code: "W-4", name: "One list of open returns each morning", to: "U-2", owner: "M. Diaz", made: "2026-07-02", due: "2026-10-01", kept: { on: "2026-10-07", note: "It is sent at seven each morning." } },
  { code: "W-5", name: "Fix the noon stop in the order screen", to: "U-2", owner: "M. Diaz", made: "2026-10-24", due: "2026-12-04" },
]

export interface SampleView {
  unit: string
  side: "it" | "business"
  on: string
  /** every statement up to this level */
  level: number
  more?: readonly string[]
  added?: Readonly<Record<string, string>>
}

export const views: readonly SampleView[] = [
  { unit: "U-2", side: "it", on: "2026-03-12", level: 3 },
  { unit: "U-2", side: "business", on: "2026-03-12", level: 1, more: ["2-whom", "2-done"] },
  { unit: "U-2", side: "business", on: "2026-11-20", level: 2, more: ["3-dates", "3-vital"], added: { "3-dates": "Since June", "3-vital": "Ordering", "3-kept": "Two of your promises are late. We plan around them." } },
]
