// GET /link?about=G-12&way=contributes to<&with=I-34: links a record to another, from either end; the other one may be chosen already.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { theCompany } from "~/features/company/company.queries.server"
import { isChainKind, pathOf } from "~/features/elements/element"
import { asRef, findElement, ownersOf, pickElements } from "~/features/elements/elements.queries.server"
import { linkWays } from "~/features/elements/link"
import { LinkForm, LinkWays } from "~/features/elements/link-form"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit record")
  const { searchParams } = new URL(args.request.url)
  const db = database()
  const found = await findElement(db, searchParams.get("about") ?? "")
  const code = searchParams.get("with")
  const ends = [found, ...(code === null ? [] : [await findElement(db, code)])]
  // who owns one of the two may link them
  const ownerIds = [...(await ownersOf(db, ends.map(({ id }) => id))).values()].flat()
  for (const end of ends) openForm(actor, end, { permission: "edit record", ownerIds })
  const about = asRef(found)
  const ways = isChainKind(about.kind) ? linkWays(about.kind) : []
  const way = ways.find(({ key }) => key === searchParams.get("way")) ?? (ways.length === 1 ? (ways[0] ?? null) : null)
  const choices = way ? (await Promise.all(way.kinds.map((kind) => pickElements(db, kind, "", 2000)))).flat().filter(({ id }) => id !== about.id) : []
  const chosen = choices.find((choice) => choice.code === code)?.id ?? ""
  return { about, ways, way, choices, chosen, back: pathOf(about.kind, about.code), currency: (await theCompany(db)).currency }
}

export const meta = () => [{ title: "Link - Throughline" }]

export default function Link() {
  const { about, ways, way, choices, chosen, back, currency } = useLoaderData<typeof loader>()
  return (
    <div className="page narrow">
      <PageHeader title={`Link ${about.name}`} code={about.code} crumbs={[{ label: about.name, href: back }, { label: "Link" }]} />
      {way ? <LinkForm about={about} way={way} choices={choices} chosen={chosen} back={back} currency={currency} /> : <LinkWays about={about} ways={ways} />}
    </div>
  )
}
