// GET /ask?about=G-12: the form for a question about a record.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { calendarDate } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { AskForm } from "~/features/elements/ask-form"
import { asRef, findElement, pickElements } from "~/features/elements/elements.queries.server"
import { responsibilitiesOf } from "~/features/elements/responsibilities.queries.server"
import { openForm } from "~/features/elements/open-form"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "ask")
  const db = database()
  const code = new URL(args.request.url).searchParams.get("about")
  const found = code ? await findElement(db, code) : null
  if (found) openForm(actor, found, { permission: "ask" })
  const about = found && asRef(found)
  const people = await pickElements(db, "person", "", 500)
  const owner = about ? ((await responsibilitiesOf(db, about.id)).find((one) => one.role === "accountable")?.person ?? null) : null
  const records = about ? [] : [...(await pickElements(db, "goal")), ...(await pickElements(db, "initiative")), ...(await pickElements(db, "service"))]
  return { about, owner, people, records, today: calendarDate(new Date(), "UTC") }
}

export const meta = () => [{ title: "Ask - Throughline" }]

export default function Ask() {
  const { about, ...rest } = useLoaderData<typeof loader>()
  return (
    <div className="page narrow">
      <PageHeader title={about ? `Ask about ${about.name}` : "Ask a question"} code={about?.code} />
      <AskForm about={about} {...rest} />
    </div>
  )
}
