// GET /search?q=: the search as a page, for those without scripts and for more results.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { kindWords, pathOf } from "~/features/elements/element"
import { groupByKind, searchElements } from "~/features/elements/search.queries.server"
import { Card } from "~/ui/card"
import { TextField } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const typed = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, 200)
  const found = await searchElements(database(), typed, 100)
  return { typed, count: found.length, groups: groupByKind(found) }
}

export const meta = () => [{ title: "Search - Throughline" }]

export default function Search() {
  const { typed, count, groups } = useLoaderData<typeof loader>()
  return (
    <div className="page narrow">
      <PageHeader title={typed === "" ? "Search" : count === 0 ? `Nothing fits “${typed}”.` : `${count} ${count === 1 ? "record fits" : "records fit"} “${typed}”.`} />
      <form method="get" action="/search" className="form">
        <TextField label="Name or code" name="q" type="search" defaultValue={typed} required />
        <div className="form-actions">
          <button type="submit" className="btn primary">
            Search
          </button>
        </div>
      </form>
      {groups.map(({ kind, elements }) => (
        <Card key={kind} title={kindWords[kind].many} aside={String(elements.length)}>
          <ul className="lines">
            {elements.map((element) => (
              <li key={element.id}>
                <a href={pathOf(element.kind, element.code)}>{element.name}</a>
                <span className="code">{element.code}</span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}
