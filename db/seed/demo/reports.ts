// How the work has been going: the reports its owners gave over the year, the latest last.

export type Part = "on track" | "at risk" | "off track" | "not reported"

export interface ReportRow {
  work: string
  on: string
  /** time, cost, content */
  time: Part
  cost: Part
  content: Part
  /** share of steps done, in per cent */
  done: number
  note: string
  next: string
}

const good = "on track" as const
const risk = "at risk" as const
const off = "off track" as const

function report(work: string, on: string, [time, cost, content]: readonly [Part, Part, Part], done: number, next: string, note: string): ReportRow {
  return { work, on, time, cost, content, done, next, note }
}

export const reports: readonly ReportRow[] = [
  report("I-5", "2026-01-12", [good, good, good], 60, "2026-03-12", "Eight of fourteen shops take cards without a cable."),
  report("I-5", "2026-03-27", [good, good, good], 100, "2026-04-10", "All shops are done."),
  report("I-7", "2026-03-02", [good, good, good], 15, "2026-05-04", "The room is rented, the lines are ordered."),
  report("I-7", "2026-06-01", [risk, good, good], 30, "2026-08-03", "The cooling comes five weeks later than promised."),
  report("I-7", "2026-08-31", [good, good, good], 42, "2026-11-02", "The cooling runs; two weeks are won back."),
  report("I-7", "2026-11-09", [good, good, good], 55, "2026-12-14", "The stock system ran from the second room for a night."),
  report("I-9", "2026-06-08", [good, good, good], 25, "2026-08-10", "Customers of the returns desk can use it."),
  report("I-9", "2026-09-07", [risk, good, good], 50, "2026-10-12", "Two accounts of one customer are harder to join than we thought."),
  report("I-9", "2026-11-10", [risk, good, good], 68, "2026-12-07", "It ends on {2026-12-22}, three weeks after the new web shop wants to start."),
  report("I-12", "2026-03-30", [good, good, good], 15, "2026-06-01", "Support chose what a customer's page shows."),
  report("I-12", "2026-06-29", [good, risk, good], 38, "2026-08-31", "Old addresses cost more hands than planned."),
  report("I-12", "2026-09-14", [good, good, good], 60, "2026-11-09", "The shops see the same customer as support."),
  report("I-12", "2026-11-12", [good, good, good], 75, "2026-12-10", "Double typing ends with the last step, on {2027-01-04}."),
  report("I-15", "2026-04-07", [good, good, good], 30, "2026-07-06", "Three systems came back, one needed a second try."),
  report("I-15", "2026-07-06", [good, good, good], 50, "2026-10-05", "Six of twelve tests are done."),
  report("I-15", "2026-11-03", [good, good, good], 83, "2026-12-31", "Ten of twelve tests are done, the till data came back in two hours."),
  report("I-20", "2026-05-11", [good, good, good], 45, "2026-07-13", "4,100 of 9,000 articles are clean."),
  report("I-20", "2026-09-28", [good, good, good], 100, "2026-10-05", "All articles have one name, one size and one picture."),
  report("I-29", "2026-07-06", [good, good, good], 30, "2026-09-07", "The first three departments write their own pages."),
  report("I-29", "2026-10-19", [good, good, good], 66, "2026-12-07", "News of all shops is in one place."),
  report("I-31", "2026-03-30", [good, good, good], 20, "2026-05-25", "Two carriers offer half days."),
  report("I-31", "2026-06-15", [risk, good, good], 45, "2026-08-10", "The route data is worse than we believed."),
  report("I-31", "2026-09-21", [off, risk, good], 70, "2026-10-19", "The end moves by two months: the third carrier has not signed."),
  report("I-31", "2026-10-22", [off, risk, risk], 78, "2026-11-16", "Without the third carrier, six shops stay without slots."),
  report("I-32", "2026-10-12", [good, good, good], 35, "2026-11-09", "Texts go out when a parcel leaves."),
  report("I-32", "2026-11-11", [good, good, good], 60, "2026-12-07", "Carriers report the hour for two parcels in three."),
  report("I-34", "2026-10-12", [good, good, good], 20, "2026-11-02", "The place to run it is chosen, and the money is approved."),
  report("I-34", "2026-11-03", [risk, good, good], 32, "2026-11-19", "The supplier is four weeks late with payments."),
  report("I-34", "2026-11-19", [risk, risk, good], 40, "2026-12-03", "The payment contract is not signed. Two more weeks of supplier time."),
  report("I-36", "2026-07-20", [good, good, good], 40, "2026-09-07", "Paying without an account works on the test site."),
  report("I-36", "2026-09-15", [good, good, good], 80, "2026-11-02", "Guest checkout is live since yesterday."),
  report("I-36", "2026-11-09", [good, good, good], 90, "2026-12-07", "First buyers finish more often, from 49 to 58 of 100."),
  report("I-37", "2026-10-19", [good, good, good], 25, "2026-12-01", "The search knows the 400 most frequent slips."),
  report("I-43", "2026-06-08", [good, good, good], 20, "2026-08-10", "The fourth shop has its collect point."),
  report("I-43", "2026-09-14", [good, good, good], 38, "2026-10-26", "Five shops are open, two are being built."),
  report("I-43", "2026-10-28", [risk, good, good], 45, "2026-12-01", "Staff of the next four shops are not trained yet."),
  report("I-45", "2026-08-24", [good, good, good], 40, "2026-10-05", "The order number is enough in all shops."),
  report("I-45", "2026-10-26", [good, good, good], 70, "2026-12-07", "Also the card it was paid with is enough."),
  report("I-50", "2026-11-10", [good, good, good], 20, "2026-12-08", "25 people try two of the four tools."),
]
