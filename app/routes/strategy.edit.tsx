// /strategy/edit: the company's purpose and what it will not do.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { updateCompany } from "~/features/company/company.commands.server"
import { theCompany } from "~/features/company/company.queries.server"
import { strategyWords } from "~/features/company/strategy-words.schema"
import { ExclusionFields, PurposeField } from "~/features/company/strategy-words-form"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "edit chain")
  const { purpose, exclusions, version } = await theCompany(database())
  return { purpose, exclusions, version }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit chain")
  return submit(args.request, strategyWords, async (words) => {
    const { operationId } = await updateCompany(actor, words)
    return saved(new URL(args.request.url).searchParams.has("back") ? postedFrom(args.request, "/strategy") : "/strategy", operationId)
  })
}

export const meta = () => [{ title: "Edit the strategy · Throughline" }]

export default function EditStrategy() {
  const { purpose, exclusions, version } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  return (
    <div className="page narrow">
      <PageHeader title="Purpose, and what we will not do" crumbs={[{ label: "Strategy on a page", href: "/strategy" }, { label: "Edit" }]} />
      <EditForm form="strategy words" version={version} reply={reply} save="Save" cancelHref="/strategy">
        {(typed) => (
          <>
            <PurposeField typed={typed} purpose={purpose} />
            <ExclusionFields typed={typed} exclusions={exclusions} />
          </>
        )}
      </EditForm>
    </div>
  )
}
