// GET and POST /applications/A-3/costs?year=2026: what an application costs in a year.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { financialYearLabel, financialYearOf } from "~/core/calendar"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { costsOfYear } from "~/features/applications/application.schema"
import { findApplication } from "~/features/applications/applications.queries.server"
import { costYears } from "~/features/applications/cost-line"
import { setCosts } from "~/features/applications/portfolio.commands.server"
import { CostFields } from "~/features/applications/portfolio-form"
import { costLinesOf } from "~/features/applications/portfolio.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { asRef, idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { Segmented } from "~/ui/link-sets"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const application = await findApplication(db, args.params.code ?? "")
  openForm(actor, application, { permission: "edit record", ownerIds: application.ownerIds })
  const [{ company, today }, lines] = await Promise.all([currentAlignment(db), costLinesOf(db, [application.id])])
  const now = financialYearOf(today, company.yearFirstMonth)
  const asked = Number(new URL(args.request.url).searchParams.get("year") ?? now)
  const year = Number.isInteger(asked) && asked >= 1990 && asked <= 2200 ? asked : now
  const years = [year - 1, year, year + 1].map((one) => ({ label: financialYearLabel(one, company.yearFirstMonth), href: `?year=${one}`, current: one === year }))
  return { application: asRef(application), year, years, saved: costYears(lines).find((one) => one.year === year) ?? null, currency: company.currency }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const code = args.params.code ?? ""
  return submit(args.request, costsOfYear, async ({ operationId, year, seenLicence, seenSupport, seenMaintenance, seenAdministration, ...amounts }) => {
    const seen = { licence: seenLicence, support: seenSupport, maintenance: seenMaintenance, administration: seenAdministration }
    const done = await setCosts(actor, { operationId, applicationId: await idOf(database(), code, "application"), year, amounts, seen })
    return saved(`/applications/${code}#costs`, done.operationId)
  })
}

export const meta = () => [{ title: "Full yearly cost | Throughline" }]

export default function Page() {
  const { application, year, years, saved: kept, currency } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/applications/${application.code}`
  return (
    <div className="page narrow">
      <PageHeader title={`What ${application.name} costs in ${year}`} crumbs={[{ label: "Applications", href: "/applications" }, { label: application.name, href: path }]} lede="What units pay for their seats is kept beside it and not added." actions={<Segmented label="Year" links={years} />} />
      <EditForm key={year} form={`costs ${application.code} ${year}`} reply={reply} save="Save" cancelHref={path} action={`${path}/costs?year=${year}`}>
        {(typed) => <CostFields typed={typed} year={year} saved={kept} currency={currency === "EUR" ? "€" : currency} />}
      </EditForm>
    </div>
  )
}
