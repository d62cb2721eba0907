// /consultations/:code/people/:id: one participant; a post makes a personal link for them, shown once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { found, keyParam, requireActor } from "~/core/http.server"
import { isOneAddress, mailIsSet } from "~/core/outbox.server"
import { hashToken, newToken } from "~/core/session.server"
import { theCompany } from "~/features/company/company.queries.server"
import { inviteeOf, takingPart } from "~/features/consultations/before.queries.server"
import { justDo } from "~/features/consultations/consultation.schema"
import { findConsultation } from "~/features/consultations/consultations.queries.server"
import { mayRun } from "~/features/consultations/feedback-access"
import { InvitePage } from "~/features/consultations/invite-page"
import { conversationHead } from "~/features/consultations/minutes.queries.server"
import { makeLink } from "~/features/consultations/participations.commands.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "comment")
  const db = database()
  const [consultation, { timeZone }] = await Promise.all([findConsultation(db, args.params.code ?? ""), theCompany(db)])
  if (!mayRun(actor, consultation.ownerId)) throw new Response("Only its owner, a relationship manager, a planner or an administrator may invite people to this conversation.", { status: 403 })
  const { linkUntil, ...taking } = found((await takingPart(db, consultation.id, timeZone)).find(({ id }) => id === keyParam(args)), "This participant")
  const part = { ...taking, hasLink: linkUntil !== null && linkUntil > new Date() }
  const email = (await inviteeOf(db, part.id))?.email ?? null
  const mail = { isSet: mailIsSet(), address: email !== null && isOneAddress(email) ? email : null }
  return { mail, code: args.params.code ?? "", name: consultation.name, state: consultation.state, question: consultation.questionPlain, part, confirms: part.heardOn !== null && (await conversationHead(db, args.params.code ?? "")).minutesSentAt !== null }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  return submit(args.request, justDo, async (posted) => {
    const token = newToken()
    const { made } = await makeLink(actor, { ...posted, participationId: keyParam(args), tokenHash: hashToken(token) })
    return { link: made ? `${args.context.origin}/answer/${token}` : "just made" as const }
  })
}

export const meta = () => [{ title: "Invite | Throughline" }]

export default function Invite() {
  const answer = useActionData<typeof action>()
  const refused: string[] = answer && "result" in answer ? Object.values((answer.result.error ?? {}) as Record<string, string[] | null>).flatMap((messages) => messages ?? []) : []
  return <InvitePage {...useLoaderData<typeof loader>()} refused={refused} link={answer && "link" in answer ? answer.link : null} />
}
