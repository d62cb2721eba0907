// GET and POST /decisions/:code/scores: one's own scores, apart from those of the others.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ScoreFields } from "~/features/decisions/decision-form"
import { scoresForm, scoresIn } from "~/features/decisions/decision.schema"
import { ownScores } from "~/features/decisions/own-scores.server"
import { scoreOptions } from "~/features/decisions/scores.commands.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { idOf } from "~/features/elements/elements.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  return ownScores(database(), requireActor(args, "comment"), args.params.code ?? "")
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "comment")
  const code = args.params.code ?? ""
  return submit(args.request, scoresForm, async (posted) => {
    const { operationId } = await scoreOptions(actor, { operationId: posted.operationId, scores: scoresIn(posted), decisionId: await idOf(database(), code, "decision") })
    return saved(`/decisions/${code}`, operationId)
  })
}

export const meta = () => [{ title: "Your scores | Throughline" }]

export default function Scores() {
  const { decision, options, criteria, mine } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/decisions/${decision.code}`
  return (
    <div className="page narrow">
      <PageHeader title="Your scores" crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }, { label: "Your scores" }]} lede="Every option by every criterion, from 0 to 5. Nobody sees yours before they have given their own, and you see theirs afterwards." />
      <EditForm form={`scores ${decision.code}`} reply={reply} save="Give these scores" cancelHref={path}>
        {() => <ScoreFields options={options} criteria={criteria} mine={mine} reply={reply} />}
      </EditForm>
    </div>
  )
}
