// GET /consultations: the list of consultations; ?state= and ?page= narrow it.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData, useSearchParams } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { readState, stateWords, type ConsultationState } from "~/features/consultations/consultation"
import { listConsultations } from "~/features/consultations/consultation-list.queries.server"
import { ConsultationTable } from "~/features/consultations/consultation-table"
import { savedViewsOf } from "~/features/elements/saved-views.queries.server"
import { ViewTabs } from "~/features/elements/view-tabs"
import { EmptyState } from "~/ui/empty-state"
import { DownloadMenu } from "~/ui/menu"
import { PageHeader } from "~/ui/page-header"

const states = Object.keys(stateWords) as ConsultationState[]

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const address = new URL(args.request.url).searchParams
  const state = readState(address.get("state"))
  const { timeZone } = await theCompany(db)
  const asked = Number(address.get("page") ?? "1")
  const list = await listConsultations(db, { state, page: Number.isInteger(asked) ? asked : 1, timeZone, now: new Date() })
  return { ...list, state, views: await savedViewsOf(db, actor, "consultations"), mayMake: can(actor, "edit engagement") }
}

export const meta = () => [{ title: "Conversations | Throughline" }]

export default function ConsultationsPage() {
  const { rows, total, page, pageCount, state, views, mayMake } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  const file = (ending: string) => `/consultations.${ending}${state ? `?state=${state}` : ""}`
  const make = mayMake ? <a className="btn primary" href="/consultations/new">Plan a conversation</a> : undefined
  const narrowed = state ? `state=${state}&` : ""
  return (
    <div className="page">
      <PageHeader title={state ? `${total} ${total === 1 ? "conversation" : "conversations"}: ${stateWords[state].toLowerCase()}` : `${total} ${total === 1 ? "conversation" : "conversations"}`} lede="Who was asked about what, who was heard, and who is still missing." actions={<><DownloadMenu csvHref={file("csv")} xlsxHref={file("xlsx")} />{make}</>} />
      <ViewTabs screen="consultations" address={address} views={views} tabs={[{ label: "All", query: "" }, ...states.map((one) => ({ label: stateWords[one], query: `state=${one}` }))]} />
      {rows.length === 0 ? (
        <EmptyState title={state ? "No conversation is in this state." : "Nobody was asked yet."} actions={make}>Start with an initiative that is still an idea.</EmptyState>
      ) : <ConsultationTable rows={rows} total={total} />}
      {pageCount > 1 ? (
        <nav className="row" aria-label="Pages">
          {page > 1 ? <a href={`/consultations?${narrowed}page=${page - 1}`}>Previous</a> : null}
          <span>Page {page} of {pageCount}</span>
          {page < pageCount ? <a href={`/consultations?${narrowed}page=${page + 1}`}>Next</a> : null}
        </nav>
      ) : null}
    </div>
  )
}
