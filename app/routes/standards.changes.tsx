// GET /standards/changes?from=&to=: how products stood on two days, and what became of each.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { addDays, dayMonthYear, isCalendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { changesBetween, changesTitle, countChanges } from "~/features/decisions/standard-changes"
import { decisionDays, standardsOn } from "~/features/decisions/standard-list.queries.server"
import { ChangesTable } from "~/features/decisions/standard-table"
import { shifts, shiftWords } from "~/features/decisions/standard-time"
import { pagesOf } from "~/features/elements/list"
import { DateField } from "~/ui/field"
import { Pagination, Tabs } from "~/ui/link-sets"
import { PageHeader } from "~/ui/page-header"

const pageSize = 50

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { today } = alignment
  const days = await onceFor(alignment, "days of standards", () => decisionDays(db))
  const address = new URL(args.request.url).searchParams
  const day = (name: string, usual: string) => (isCalendarDate(address.get(name) ?? "") ? (address.get(name) ?? usual) : usual)
  const decided = [...new Set(days.map((one) => one.day))]
  const [to, from] = [day("to", decided[0] ?? today), day("from", decided[1] ?? addDays(decided[0] ?? today, -1))]
  const all = await onceFor(alignment, `standards between ${from} and ${to}`, async () => {
    const [first, second] = [await standardsOn(db, from), await standardsOn(db, to)]
    return changesBetween(first, second, { from, to })
  })
  const asked = address.get("show") ?? ""
  const fits = all.filter((one) => (asked === "ran out" ? one.ranOut : shifts.every((shift) => shift !== asked) || one.shift === asked))
  const { page, pageCount, offset } = pagesOf(fits.length, { page: Math.max(1, Math.floor(Number(address.get("page")) || 1)), pageSize })
  return { from, to, asked, counts: countChanges(all), changes: fits.slice(offset, offset + pageSize), total: fits.length, all: all.length, page, pageCount }
}

export const meta = () => [{ title: "What changed in the standards | Throughline" }]

export default function ChangesPage() {
  const { from, to, asked, counts, changes, total, all, page, pageCount } = useLoaderData<typeof loader>()
  const href = (show: string, at = 1) => `?${new URLSearchParams({ from, to, ...(show ? { show } : {}), ...(at > 1 ? { page: String(at) } : {}) }).toString()}`
  const tabs = [
    { label: "All", href: href(""), current: asked === "", count: all },
    ...shifts.map((shift) => ({ label: shiftWords[shift], href: href(shift), current: asked === shift, count: counts[shift] })),
    { label: "Ran out", href: href("ran out"), current: asked === "ran out", count: counts.ranOut },
  ]
  return (
    <div className="page">
      <PageHeader title={changesTitle(counts)} crumbs={[{ label: "Standards", href: "/standards" }]} lede={`How products stood on ${dayMonthYear(from)} and on ${dayMonthYear(to)}. “Not looked at again”: nobody decided about it anew in between.`} />
      <form method="get" className="two-days">
        <DateField label="First day" name="from" defaultValue={from} required />
        <DateField label="Second day" name="to" defaultValue={to} required />
        <button type="submit" className="btn">Compare</button>
      </form>
      <Tabs label="What changed" links={tabs} />
      <ChangesTable changes={changes} total={total} />
      <Pagination page={page} pageCount={pageCount} hrefFor={(at) => href(asked, at)} />
    </div>
  )
}
