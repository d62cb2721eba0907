// What the tab "after" shows one reader: the points they may read, the loop's figures, minutes and ratings.
import { calendarDate } from "~/core/calendar"
import { database, readAs, type ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { can, type Actor } from "~/core/policy"
import { currentRecords, type Records } from "~/features/company/current-records.queries.server"
import { mostChoices, pickElements } from "~/features/elements/elements.queries.server"
import { answersIt, changesIt, confirmsIt, mayRun } from "./feedback-access"
import { loopClosure, type LoopPoint } from "./feedback-loop"
import { loopPoints, pointsOf, readerChoices, type Point } from "./feedback.queries.server"
import { decisionsMinuted } from "./meetings.queries.server"
import { draftMinutes, saidAndDid } from "./minutes"
import { conversationHead, hasRated, minutesReplies, ratingMeans, reviewCadence } from "./minutes.queries.server"
import type { AfterShow } from "./feedback-words"
import { nextDay, usualDays } from "./next-day.server"

/** Somebody who is signed in. */
export type Reader = Actor & { personId: string }

/** Reads the tab; nothing in it says more of a confidential point to a stranger than that there is one. */
export async function afterTab(actor: Reader, code: string, address: URLSearchParams) {
  const db = database()
  const records = await currentRecords(db)
  const { today, company: { timeZone } } = records
  const talk = await onceFor(records, `after ${code}`, () => readTalk(db, code, records))
  const { head, loop, decisions, replies, open } = talk
  const mine = replies.people.find(({ personId }) => personId === actor.personId)
  const read = await pointsOf(actor.personId, { consultationId: head.id }, records)
  const rated = mine ? await readAs(actor.personId, (reader) => hasRated(reader, mine.id)) : true
  const runs = mayRun(actor, head.ownerId)
  const points = read.points.map((point) => asSeen(actor, head.ownerId, { point, open: open.get(point.id) }))
  const show: AfterShow = address.get("show") === "unanswered" ? "unanswered" : address.get("show") === "untold" ? "untold" : "all"
  const answering = points.find((point) => point.code === address.get("answer") && point.mayAnswer)
  const changing = points.find((point) => point.code === address.get("change") && point.mayChange)
  const next = nextDay(talk.review, actor, { nextOn: head.nextOn, lastOn: lastDay(loop, today), mayRun: runs, today, timeZone })
  const editing = address.get("minutes") === "edit"
  const listed = points.filter((point) => show === "all" || (show === "unanswered" ? point.state === "heard" : point.state === "answered"))
  const alike = listed.filter((point) => "sameForAll" in point)
  return {
    shared: onceFor(talk, `shown ${runs}`, () => sharedOf(talk, records, runs)),
    show, confidential: read.confidential, ownConfidential: points.filter(({ confidentiality }) => confidentiality === "confidential").length,
    alike: onceFor(talk, `alike ${alike.map(({ id, mayAnswer, mayConfirm, mayChange }) => `${id} ${mayAnswer} ${mayConfirm} ${mayChange}`).join()}`, () => alike),
    apart: listed.flatMap((point, at) => ("sameForAll" in point ? [] : [{ at, point }])),
    counts: { all: points.length, unanswered: points.filter(({ state }) => state === "heard").length, untold: points.filter(({ state }) => state === "answered").length },
    toTell: points.filter((point) => point.state === "answered" && point.mayAnswer).map(({ id }) => id),
    answering: answering ? { code: answering.code, choices: { ...(await choices()), mayPromise: runs, mayPlan: can(actor, "edit chain"), backHref: `/consultations/${head.code}/after#${answering.code}` } } : null,
    changing: changing ? { code: changing.code, choices: { readers: changing.confidentiality === "confidential" ? await readerChoices(db) : [], backHref: `/consultations/${head.code}/after#${changing.code}` } } : null,
    minutes: {
      editing,
      draft: !editing ? "" : draftMinutes({ question: head.questionPlain, decisions: decisions.map(({ body }) => body), points: points.map((point) => ({ ...point, owner: point.owner?.name ?? null })), confidential: read.confidential }),
      own: head.minutesSentAt && mine ? { says: mine.says, words: mine.words ?? "" } : null,
    },
    mayRate: mine !== undefined && !rated, next,
    text: saidAndDid({ name: head.name, points: points.map((point) => ({ ...point, owner: point.owner?.name ?? null })) }),
  }
}

/** What the tab shows to all who run the conversation, or to all who do not: the same object each time while the records stay; no point is in it. */
function sharedOf({ head, loop, means, replies: { people, ...replies } }: Awaited<ReturnType<typeof readTalk>>, { today, company: { timeZone } }: Records, mayRun: boolean) {
  return {
    head: { code: head.code, name: head.name, version: head.version, minutes: head.minutes, sentOn: head.minutesSentAt && calendarDate(head.minutesSentAt, timeZone) },
    today, mayRun, closure: loopClosure(loop), means, replies,
    people: people.map(({ id, name, says, words }) => ({ id, name, says, words: mayRun && says === "mend" ? words : null })),
  }
}

/** What is the same for everybody who opens the tab; of points only what is read without a reader, which is what everybody may read. */
async function readTalk(db: ReadDb, code: string, records: Records) {
  const head = await conversationHead(db, code)
  const { points } = await pointsOf(null, { consultationId: head.id }, records)
  const [loop, decisions, means, review] = [await loopPoints(db, head.id), await decisionsMinuted(db, head.id), await ratingMeans(db, head.id), await reviewCadence(db, head.id, usualDays)]
  return { head, loop, decisions, means, review, replies: await minutesReplies(db, head.id), open: new Map(points.map((point) => [point.id, point])) }
}

/** The point as this reader sees it on the tab; the same object for all who see no more of it than everybody does and may do the same about it. */
function asSeen(actor: Reader, consultationOwnerId: string | null, { point, open }: { point: Point; open: Point | undefined }) {
  const seen = { ...shown(actor, consultationOwnerId, point), consultation: null }
  if (open === undefined || !seesTheSame(point, open)) return seen
  return onceFor(open, `${seen.mayAnswer} ${seen.mayConfirm} ${seen.mayChange}`, () => ({ ...seen, sameForAll: true as const }))
}

function seesTheSame(point: Point, open: Point): boolean {
  return point.confidentiality !== "confidential" && point.version === open.version && point.voiceKnown === open.voiceKnown
    && point.voice?.id === open.voice?.id && point.unit?.id === open.unit?.id && point.roleLevel === open.roleLevel
}

/** The point as this reader sees it, with what they may do about it. */
export function shown(actor: Reader, consultationOwnerId: string | null, point: Point) {
  const { authorId, agendaItemId: _item, subject: _subject, ...rest } = point
  const may = (demand: ReturnType<typeof answersIt>) => can(actor, demand.permission)
  return {
    ...rest, mayAnswer: may(answersIt(actor, { ownerId: point.owner?.id ?? null, consultationOwnerId })),
    mayConfirm: may(confirmsIt(actor, { voiceId: point.voice?.id ?? null, consultationOwnerId })),
    mayChange: may(changesIt(actor, { authorId, voiceId: point.voice?.id ?? null, consultationOwnerId })),
  }
}

async function choices() {
  const db = database()
  const [people, initiatives, promises] = [await pickElements(db, "person", "", mostChoices), await pickElements(db, "initiative", "", mostChoices), await pickElements(db, "commitment", "", mostChoices)]
  return { people, leadsTo: [...initiatives, ...promises] }
}

function lastDay(points: readonly LoopPoint[], today: string): string {
  return points.map(({ raisedOn }) => raisedOn).sort().at(-1) ?? today
}
