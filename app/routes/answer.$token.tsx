// GET and POST /answer/:token: a personal page: the question, and the answer of one person without an account.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node"
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react"
import { submit } from "~/core/form.server"
import { countLinkUse, waitSentence } from "~/core/rate-limit.server"
import { hashToken } from "~/core/session.server"
import { AnswerPage, NoAnswerPage } from "~/features/consultations/answer-page"
import { answerPage, personalLink, respondentOf } from "~/features/consultations/answer.server"
import { answerForm, saidOn } from "~/features/consultations/consultation.schema"
import { submitAnswer } from "~/features/consultations/participations.commands.server"
import type { EditReply } from "~/features/elements/edit-form"

export function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return answerPage(hashToken(params.token ?? ""), { wording: searchParams.get("wording"), done: searchParams.get("done"), path: `/answer/${params.token}` })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const verdict = await countLinkUse(context.clientAddress, new Date())
  if (!verdict.allowed) throw new Response(waitSentence(verdict), { status: 429, headers: { "Retry-After": String(verdict.retryAfterSeconds) } })
  const link = await personalLink(hashToken(params.token ?? ""))
  return submit(request, answerForm, async (posted) => {
    await submitAnswer(respondentOf(link), { participationId: link.participationId, ...saidOn(posted), operationId: posted.operationId })
    return redirect(`/answer/${params.token}?done=sent`)
  })
}

// the address goes to no other site: every response says same-origin, and no-referrer would make browsers send plain forms without their origin
export const headers = () => ({ "X-Robots-Tag": "noindex, nofollow" })
export const meta = () => [{ title: "Your answer" }, { name: "robots", content: "noindex" }]

export default function Answer() {
  return <AnswerPage {...useLoaderData<typeof loader>()} reply={useActionData() as EditReply | undefined} />
}

/** Whoever has a dead link is told what to do with it, and nothing of the planner. */
export function ErrorBoundary() {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) throw error
  return <NoAnswerPage words={error.status === 404 ? null : String(error.data)} />
}
