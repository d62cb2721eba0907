// Who may write points down, answer and confirm them, run a meeting, and write, confirm and rate what came of it.

import { randomUUID } from "node:crypto"
import { addDays } from "~/core/calendar"
import { newId } from "~/core/ids"
import { answerPoint, tellBack } from "~/features/consultations/feedback.commands.server"
import { nextPoint, planMeeting } from "~/features/consultations/meetings.commands.server"
import { sendMinutes, writeMinutes } from "~/features/consultations/minutes.commands.server"
import { readAgenda } from "~/features/consultations/meeting"
import { aPerson, type SignedInActor } from "../../support/builders"
import { aConversation, aParticipant, aPoint } from "../../support/conversation-builders"
import { signedIn, toSignIn, type AccessRow, type Asker, type SampleRequest, type Statuses } from "./row"

const form = () => ({ operationId: randomUUID() })
const soon = () => addDays(new Date().toISOString().slice(0, 10), 30)
/** Relationship managers, planners and administrators get the status. */
const engaged = (status: number): Statuses => ({ ...signedIn(403), brm: status, planner: status, admin: status, anonymous: toSignIn })

let running: SignedInActor | undefined
/** Somebody else who runs conversations. */
const runner = async () => (running ??= await aPerson({ roles: ["brm"] }))
const theirs = async () => aConversation(await runner())
const mine = async (asker: Asker) => aConversation(asker ?? (await runner()))

function post(route: string, of: string, request: (asker: Asker) => Promise<SampleRequest>, expected: Statuses): AccessRow {
  return { route: `routes/${route}`, method: "POST", of, request, expected }
}

async function point(fields: Parameters<typeof aPoint>[2] = {}, step: "heard" | "told" = "heard"): Promise<string> {
  const author = await runner()
  const { id } = await aPoint(author, (await theirs()).id, fields)
  if (step === "heard") return id
  await answerPoint(author, { id, version: 1, disposition: "noted", reason: "", deferredUntil: null })
  await tellBack(author, { ids: [id] })
  return id
}

async function meeting(begun: boolean): Promise<{ id: string; consultationId: string }> {
  const author = await runner()
  const { id: consultationId } = await theirs()
  const { id } = await planMeeting(author, { consultationId, startsAt: new Date(), minutes: 30, place: "", agenda: readAgenda("Why, 5\nWhat, 10") })
  if (begun) await nextPoint(author, { meetingId: id })
  return { id, consultationId }
}

async function heard(asker: Asker, sent = false): Promise<string> {
  const conversation = await theirs()
  await aParticipant(conversation.id, (asker ?? (await aPerson())).personId, new Date())
  if (!sent) return `/consultations/${conversation.code}`
  const author = await runner()
  await writeMinutes(author, { consultationId: conversation.id, version: 1, minutes: "We talked." })
  await sendMinutes(author, { consultationId: conversation.id })
  return `/consultations/${conversation.code}`
}

const note = () => ({ ...form(), body: "It stops at noon.", kind: "concern" })
const answer = () => ({ ...form(), version: "1", disposition: "noted", reason: "" })

const conversationRows: readonly AccessRow[] = [
  { route: "routes/consultations.$code_.during", method: "GET", request: async () => ({ path: `/consultations/${(await theirs()).code}/during` }), expected: signedIn(200) },
  { route: "routes/consultations.$code_.after", method: "GET", request: async () => ({ path: `/consultations/${(await theirs()).code}/after` }), expected: signedIn(200) },
  post("consultations.$code_.points", "another's", async () => ({ path: `/consultations/${(await theirs()).code}/points`, form: note() }), engaged(302)),
  post("consultations.$code_.points", "own", async (asker) => ({ path: `/consultations/${(await mine(asker)).code}/points`, form: note() }), signedIn(302)),
  post("consultations.$code_.decisions", "another's", async () => ({ path: `/consultations/${(await theirs()).code}/decisions`, form: { ...form(), body: "Fix noon." } }), engaged(302)),
  post("consultations.$code_.actions", "another's", async () => ({ path: `/consultations/${(await theirs()).code}/actions`, form: { ...form(), body: "Show the stop.", ownerId: (await aPerson()).personId, by: soon() } }), engaged(302)),
  post("consultations.$code_.meetings", "another's", async () => ({
    path: `/consultations/${(await theirs()).code}/meetings`, form: { ...form(), startsAt: `${soon()}T10:00`, minutes: "30", place: "", agenda: "Why, 5" },
  }), engaged(302)),
  post("consultations.$code_.minutes", "another's", async () => ({ path: `/consultations/${(await theirs()).code}/minutes`, form: { ...form(), version: "1", minutes: "We talked." } }), engaged(302)),
  post("consultations.$code_.minutes_.send", "another's, empty", async () => ({ path: `/consultations/${(await theirs()).code}/minutes/send`, form: form() }), engaged(422)),
  post("consultations.$code_.minutes_.reply", "where one was heard", async (asker) => ({ path: `${await heard(asker, true)}/minutes/reply`, form: { ...form(), says: "right" } }), signedIn(302)),
  post("consultations.$code_.minutes_.reply", "where one was not", async () => ({ path: `${await heard(null, true)}/minutes/reply`, form: { ...form(), says: "right" } }), signedIn(422)),
  post("consultations.$code_.rating", "where one was heard", async (asker) => ({ path: `${await heard(asker)}/rating`, form: { ...form(), understood: "4", trust: "3", responsive: "5" } }), signedIn(302)),
  post("consultations.$code_.rating", "where one was not", async () => ({ path: `${await heard(null)}/rating`, form: { ...form(), understood: "4", trust: "3", responsive: "5" } }), signedIn(422)),
]

const meetingRows: readonly AccessRow[] = [
  post("meetings.$id.next", "another's", async () => ({ path: `/meetings/${(await meeting(false)).id}/next`, form: form() }), engaged(302)),
  post("meetings.$id.close", "another's", async () => ({ path: `/meetings/${(await meeting(true)).id}/close`, form: form() }), engaged(302)),
  post("meetings.$id.presence", "another's", async () => {
    const { id, consultationId } = await meeting(true)
    return { path: `/meetings/${id}/presence`, form: { ...form(), participationId: await aParticipant(consultationId, (await aPerson()).personId), here: "yes" } }
  }, engaged(302)),
]

/** A confidential point is not there for those who may not read it, administrators too. */
const secret = { confidentiality: "confidential" as const, body: "Worried." }
const pointRows: readonly AccessRow[] = [
  post("points.$id.change", "another's", async () => ({ path: `/points/${await point()}/change`, form: { ...form(), version: "1", body: "It stops at one." } }), engaged(302)),
  post("points.$id.change", "raised by oneself", async (asker) => ({ path: `/points/${await point({ personId: asker?.personId ?? null })}/change`, form: { ...form(), version: "1", body: "It stops at one." } }), signedIn(302)),
  post("points.$id.withdraw", "raised by oneself", async (asker) => ({ path: `/points/${await point({ personId: asker?.personId ?? null })}/withdraw`, form: form() }), signedIn(302)),
  post("points.$id.change", "confidential", async () => ({ path: `/points/${await point(secret)}/change`, form: { ...form(), version: "1", body: "Mine." } }), signedIn(404)),
  post("points.$id.answer", "another's", async () => ({ path: `/points/${await point()}/answer`, form: answer() }), engaged(302)),
  post("points.$id.answer", "given to oneself", async (asker) => ({ path: `/points/${await point({ ownerId: asker?.personId ?? null })}/answer`, form: answer() }), signedIn(302)),
  post("points.$id.answer", "confidential", async () => ({ path: `/points/${await point(secret)}/answer`, form: answer() }), signedIn(404)),
  post("points.$id.confirm", "another's", async () => ({ path: `/points/${await point({}, "told")}/confirm`, form: form() }), engaged(302)),
  post("points.$id.confirm", "raised by oneself", async (asker) => ({ path: `/points/${await point({ personId: asker?.personId ?? null }, "told")}/confirm`, form: form() }), signedIn(302)),
  post("points.$id.confirm", "confidential", async () => ({ path: `/points/${await point(secret, "told")}/confirm`, form: form() }), signedIn(404)),
  post("points.$id.withdraw", "another's", async () => ({ path: `/points/${await point()}/withdraw`, form: form() }), engaged(302)),
  post("points.$id.withdraw", "confidential", async () => ({ path: `/points/${await point(secret)}/withdraw`, form: form() }), signedIn(404)),
  post("points.$id.readers", "confidential", async () => ({ path: `/points/${await point(secret)}/readers`, form: { ...form(), personId: newId() } }), signedIn(404)),
  post("points.$id.readers", "as a reader", async (asker) => ({
    path: `/points/${await point({ ...secret, readerIds: asker ? [asker.personId] : [] })}/readers`, form: { ...form(), personId: asker?.personId ?? newId() },
  }), signedIn(302)),
  post("points.told", "another's, answered", async () => ({ path: "/points/told", form: { ...form(), id: await point({}, "told") } }), engaged(302)),
  post("points.told", "confidential", async () => ({ path: "/points/told", form: { ...form(), id: await point(secret, "told") } }), signedIn(404)),
]

export const conversationPointRows: readonly AccessRow[] = [...conversationRows, ...meetingRows, ...pointRows]
