// POST /consultations/R-9/meetings: plans a meeting with its agenda.
import type { ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { postedFrom, saved } from "~/core/return.server"
import { theCompany } from "~/features/company/company.queries.server"
import { momentIn, readAgenda } from "~/features/consultations/meeting"
import { meetingPlan } from "~/features/consultations/meeting.schema"
import { planMeeting } from "~/features/consultations/meetings.commands.server"
import { idOf } from "~/features/elements/elements.queries.server"

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args)
  return submit(args.request, meetingPlan, async ({ startsAt, agenda, ...posted }) => {
    const consultationId = await idOf(database(), args.params.code ?? "", "consultation")
    const { timeZone } = await theCompany(database())
    const { operationId } = await planMeeting(actor, { ...posted, consultationId, startsAt: momentIn(startsAt, timeZone), agenda: readAgenda(agenda) })
    return saved(postedFrom(args.request, `/consultations/${args.params.code}/during`), operationId)
  })
}
export { RefusedForm as default } from "~/features/elements/refused-form"
