// GET /consultations/:code/ics: the next meeting of a conversation, or its last day, as an entry for one's own calendar.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { found, requireActor } from "~/core/http.server"
import { calendarAnswer } from "~/features/commitments/calendar-file.server"
import { findConsultation } from "~/features/consultations/consultations.queries.server"
import { invitationFile } from "~/features/consultations/invitation.server"
import { codeOf } from "~/features/elements/element"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  const consultation = await findConsultation(database(), args.params.code ?? "")
  const file = found(await invitationFile(database(), consultation, new Date()), "A date of this conversation")
  return calendarAnswer(file, codeOf("consultation", consultation.number))
}
