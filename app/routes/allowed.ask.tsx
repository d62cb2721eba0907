// GET and POST /allowed/ask: asks for a tool, after what others asked for the same was shown.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answerSentence } from "~/features/decisions/allowed"
import { answersFor } from "~/features/decisions/allowed.queries.server"
import { AskForTool } from "~/features/decisions/request-page"
import { requestCreate } from "~/features/decisions/tool-request.schema"
import { askForTool } from "~/features/decisions/tool-requests.commands.server"
import { onlyJobOf, sameRequests } from "~/features/decisions/tool-requests.queries.server"
import type { EditReply } from "~/features/elements/edit-form"
import { asRef, findElement, mostChoices, pickElements } from "~/features/elements/elements.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "ask")
  const db = database()
  const { today, company } = await currentAlignment(db)
  const address = new URL(args.request.url).searchParams
  const code = address.get("product")
  const product = code === null ? null : asRef(await findElement(db, code, "application"))
  const name = product?.name ?? (address.get("name") ?? "").trim().slice(0, 200)
  const [known] = product ? await answersFor(db, [product], { personId: actor.personId, today }) : []
  return {
    name, product, jobs: await pickElements(db, "function", "", mostChoices), functionId: product ? await onlyJobOf(db, product.id) : null,
    others: name === "" ? [] : await sameRequests(db, { name, applicationId: product?.id ?? null, personId: actor.personId }, company.timeZone),
    answer: known ? [...new Set(known.answers.map(({ answer }) => answerSentence(answer)))].join(" ") : null,
  }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "ask")
  return submit(args.request, requestCreate, async (posted) => {
    const { id, operationId } = await askForTool(actor, posted)
    return saved(`/allowed/requests/${id}`, operationId)
  })
}

export const meta = () => [{ title: "Ask for a tool | Throughline" }]

export default function Page() {
  return <AskForTool {...useLoaderData<typeof loader>()} reply={useActionData() as EditReply | undefined} />
}
