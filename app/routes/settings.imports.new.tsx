// /settings/imports/new: the form that brings a file, and where it is sent; the one address that takes 15 MB.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { RuleError } from "~/core/errors"
import { submitUpload } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { countImport, importWaitSentence } from "~/core/rate-limit.server"
import { uploadLimits } from "~/core/safe-form"
import { tableKinds } from "~/features/exchange/brought"
import { useRefusedFields } from "~/features/exchange/import-frame"
import { startImport } from "~/features/exchange/import-job.server"
import { shortly } from "~/features/exchange/import-screen.server"
import { UploadForm } from "~/features/exchange/import-upload-form"
import { importUpload } from "~/features/exchange/import.schema"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"

export function loader(args: LoaderFunctionArgs) {
  requireActor(args, "import")
  const as = new URL(args.request.url).searchParams.get("as")
  return { as: tableKinds.find((kind) => kind === as) ?? null, mostBytes: uploadLimits.bytes }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "import")
  return submitUpload(args.request, importUpload, async ({ as, savedAt }, file) => {
    const verdict = await countImport(actor.personId, new Date())
    if (!verdict.allowed) throw new RuleError(importWaitSentence(verdict), { field: "file" })
    const { id, done } = await startImport(actor, { ...file, choices: as ? { as } : {}, ...(savedAt ? { savedAt } : {}) })
    await shortly(done)
    return redirect(`/settings/imports/${id}`)
  })
}

export const meta = () => [{ title: "Bring in a file - Throughline" }]

export default function NewImport() {
  const { as, mostBytes } = useLoaderData<typeof loader>()
  const errors = useRefusedFields()
  return (
    <div className="page import">
      <PageHeader title="Bring in a file" crumbs={[{ label: "Settings", href: "/settings" }, { label: "Imports", href: "/settings/imports" }, { label: "File" }]} lede="You see every change before it is written, and can undo all of it for 30 days." />
      <Card>
        <UploadForm as={as} mostBytes={mostBytes} errors={errors} />
      </Card>
    </div>
  )
}
