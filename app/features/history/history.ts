// What the history's address asks for, and how kinds of record are called in it.
import { isCalendarDate } from "~/core/calendar"

/** The kinds an entry may have, as they are called on screen. */
export const historyKinds: Readonly<Record<string, string>> = {
  goal: "Goals", measure: "Measures", reading: "Readings", initiative: "Initiatives", service: "Services", application: "Applications",
  function: "Jobs", capability: "Capabilities", unit: "Units", person: "People", account: "Accounts", link: "Links",
  responsibility: "Owners and parts", erasure: "Erasures", stakeholder: "Ways of speaking with people", comment: "Comments", question: "Questions", "accepted gap": "Accepted gaps", company: "Company",
  feedback: "Points raised", meeting: "Meetings", attendance: "Presence", "minuted decision": "Decisions in meetings", minutes: "Minutes",
}

export interface HistoryAsk {
  kind: string
  actorId: string
  /** YYYY-MM-DD or empty */
  from: string
  to: string
  /** from 1 */
  page: number
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the address asks for; anything unknown is ignored. */
export function historyAsk(address: URLSearchParams): HistoryAsk {
  const said = (name: string) => address.get(name) ?? ""
  const day = (name: string) => (isCalendarDate(said(name)) ? said(name) : "")
  const page = Number(said("page"))
  return {
    kind: said("kind") in historyKinds ? said("kind") : "",
    actorId: uuid.test(said("by")) ? said("by") : "",
    from: day("from"), to: day("to"),
    page: Number.isSafeInteger(page) && page >= 1 ? Math.min(page, 100_000) : 1,
  }
}
