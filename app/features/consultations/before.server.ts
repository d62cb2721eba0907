// What the tab "before" shows one reader: coverage with its matrix, both gates, who is missing and could speak, and who takes part.
import { calendarDate, dayMonthYear } from "~/core/calendar"
import { database, type ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import type { Actor } from "~/core/policy"
import { currentRecords, type Records } from "~/features/company/current-records.queries.server"
import { mostChoices, namesOf, pickElements } from "~/features/elements/elements.queries.server"
import { unitTree } from "~/features/units/units.queries.server"
import type { BeforeShown } from "./before-view"
import { choicesMade, couldSpeak, takingPart } from "./before.queries.server"
import { findConsultation, optionsOf, subjectsOf } from "./consultations.queries.server"
import { cellName } from "./coverage"
import { askedAbout } from "./coverage.queries.server"
import { subjectKinds } from "./consultation"
import { meetingsOf } from "./meetings.queries.server"
import { mayRun } from "./feedback-access"
import { codeOf, type ElementRef } from "~/features/elements/element"

const mostGroups = 6
const mostNames = 3

/**
 * Reads the tab; `address` may name one of several subjects, and ask for the choices of a form. It is the same object for all who may do the
 * same while the records stay as they are, since no point stands in it.
 */
export async function beforeTab(actor: Actor, code: string, address: URLSearchParams): Promise<BeforeShown> {
  const db = database()
  const records = await currentRecords(db)
  const now = new Date()
  const talk = await onceFor(records, `before ${code}`, () => readTalk(db, code, records))
  const subject = talk.subjects.find((one) => one.code === address.get("about")) ?? talk.subjects[0] ?? null
  const runs = mayRun(actor, talk.ownerId) && talk.head.archivedAt === null
  const choose = runs && address.has("choose")
  const hasMeeting = talk.meetings.some(({ startsAt, closedAt }) => closedAt === null && startsAt.getTime() >= now.getTime())
  // links end at a moment, which no version of the records tells
  const open = talk.taking.filter(({ linkUntil }) => linkUntil !== null && linkUntil > now).length
  const shown = await onceFor(talk, `${subject?.id} ${runs} ${choose} ${hasMeeting} ${open}`, () => tabOf(db, talk, { subject, runs, hasMeeting, now, records, withUnits: choose }))
  return choose ? { ...shown, choices: { ...shown.choices, people: await pickElements(db, "person", "", mostChoices), subjects: await subjectChoices(db) } } : shown
}

type Talk = Awaited<ReturnType<typeof readTalk>>

async function readTalk(db: ReadDb, code: string, { company: { timeZone } }: Records) {
  const consultation = await findConsultation(db, code)
  const { id, ownerId, unitId } = consultation
  const [subjects, options, taking, chosen] = [await subjectsOf(db, id), await optionsOf(db, id), await takingPart(db, id, timeZone), await choicesMade(db, id)]
  const names = await namesOf(db, [ownerId, unitId])
  return {
    ownerId, subjects, taking, meetings: await meetingsOf(db, id), options: options.map((option) => ({ ...option, chosen: chosen.get(option.id) ?? 0 })),
    head: {
      id, code: codeOf("consultation", consultation.number), name: consultation.name, summary: consultation.summary, state: consultation.state, form: consultation.form, purpose: consultation.purpose,
      level: consultation.participationLevel, version: consultation.version, archivedAt: consultation.archivedAt?.toISOString() ?? null, closesOn: consultation.closesOn && dayMonthYear(consultation.closesOn),
      openedOn: consultation.openedAt && dayMonthYear(calendarDate(consultation.openedAt, timeZone)), question: consultation.questionPlain, costs: consultation.costs, effects: consultation.effects,
      owner: ownerId ? (names.get(ownerId)?.name ?? null) : null, unit: unitId ? (names.get(unitId) ?? null) : null,
    },
  }
}

async function tabOf(db: ReadDb, talk: Talk, { subject, runs, hasMeeting, now, records, withUnits }: { subject: ElementRef | null; runs: boolean; hasMeeting: boolean; now: Date; records: Records; withUnits: boolean }): Promise<BeforeShown> {
  const { head, subjects, options } = talk
  const { today, company: { timeZone } } = records
  const asked = subject ? ((await askedAbout(db, [subject.id], now)).get(subject.id) ?? null) : null
  const missing = asked?.coverage.missing ?? []
  const tree = missing.length > 0 || withUnits ? await unitTree(db) : []
  const within = (unitId: string): string[] => [unitId, ...tree.filter(({ parentId }) => parentId === unitId).flatMap(({ id }) => within(id))]
  const groups = missing.map((cell) => ({ ...cell, unitIds: within(cell.unitId) }))
  const speakers = runs ? await couldSpeak(db, { consultationId: head.id, groups, timeZone, today }) : []
  const taking = talk.taking.map(({ linkUntil, ...one }) => ({ ...one, hasLink: linkUntil !== null && linkUntil > now }))
  return {
    head, today: dayMonthYear(today), mayRun: runs, subjects, subject, options, taking, asked, hasMeeting,
    missing: groups.slice(0, mostGroups).map((group) => {
      const could = speakers.filter(({ unitId, roleLevel }) => roleLevel === group.roleLevel && group.unitIds.includes(unitId))
      const waiting = taking.filter(({ heardOn, roleLevel, unit }) => heardOn === null && roleLevel === group.roleLevel && tree.some(({ id, name }) => name === unit && group.unitIds.includes(id)))
      return {
        unitId: group.unitId, roleLevel: group.roleLevel, name: cellName(group), headcount: group.headcount, needed: group.needed, heard: group.heard,
        waiting: waiting.map(({ person, invitedOn, mustHear }) => ({ person, invitedOn, mustHear })), could: could.slice(0, mostNames), more: could.slice(mostNames).map(({ person }) => person.name),
      }
    }),
    missingMore: Math.max(0, groups.length - mostGroups),
    // those who may not correct who is affected need no units
    choices: { people: null, subjects: null, units: runs ? tree.map(({ id, name }) => ({ value: id, label: name })) : [] },
  }
}

async function subjectChoices(db: ReadDb): Promise<ElementRef[]> {
  const found: ElementRef[] = []
  for (const kind of subjectKinds) found.push(...(await pickElements(db, kind, "", mostChoices)))
  return found
}
