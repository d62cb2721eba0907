// /initiatives/I-34/link?what=goal: the form for a new link of an initiative; it posts to /links.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import type { ElementKind } from "~/features/elements/element"
import { asRef, findElement, ownerIdsOf, pickElements } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { openForm } from "~/features/elements/open-form"
import { InitiativeLinkForm, linkTitles, linkWhats, type LinkWhat } from "~/features/initiatives/link-form"
import { PageHeader } from "~/ui/page-header"

const kindsOf: Record<LinkWhat, readonly ElementKind[]> = {
  goal: ["goal"], needs: ["initiative"], "needed-by": ["initiative"], changes: ["service", "application", "capability"], unit: ["unit"],
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const db = database()
  const asked = new URL(args.request.url).searchParams.get("what")
  const what = linkWhats.find((one) => one === asked) ?? "goal"
  const found = await findElement(db, args.params.code ?? "", "initiative")
  openForm(actor, found, { permission: "edit record", ownerIds: await ownerIdsOf(db, found.id) })
  const record = asRef(found)
  const [links, ...lists] = await Promise.all([linksOf(db, record.id), ...kindsOf[what].map((kind) => pickElements(db, kind, "", 2000))])
  const linked = new Set(what === "changes" ? [] : links.map((link) => link.other.id))
  return { what, record, choices: lists.flat().filter(({ id }) => id !== record.id && !linked.has(id)) }
}

export const meta = () => [{ title: "Link · Throughline" }]

export default function LinkInitiative() {
  const { what, record, choices } = useLoaderData<typeof loader>()
  const path = `/initiatives/${record.code}`
  return (
    <div className="page narrow">
      <PageHeader title={linkTitles[what]} code={record.code} crumbs={[{ label: "Initiatives", href: "/initiatives" }, { label: record.name, href: path }, { label: "Link" }]} />
      <InitiativeLinkForm what={what} record={record} choices={choices} />
    </div>
  )
}
