// What the tab "before" shows one reader: coverage with its matrix, both gates, who is missing and could speak, and who takes part.
import { calendarDate, dayMonthYear } from "~/core/calendar"
import { database } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { mostChoices, namesOf, pickElements } from "~/features/elements/elements.queries.server"
import { unitTree } from "~/features/units/units.queries.server"
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

/** Reads the tab; `address` may name one of several subjects, and ask for the choices of a form. */
export async function beforeTab(actor: Actor, code: string, address: URLSearchParams) {
  const db = database()
  const now = new Date()
  const [consultation, { timeZone }] = [await findConsultation(db, code), await theCompany(db)]
  const today = calendarDate(now, timeZone)
  const [subjects, options, taking, chosen] = [await subjectsOf(db, consultation.id), await optionsOf(db, consultation.id), await takingPart(db, consultation.id, timeZone, now), await choicesMade(db, consultation.id)]
  const subject = subjects.find((one) => one.code === address.get("about")) ?? subjects[0] ?? null
  const asked = subject ? ((await askedAbout(db, [subject.id], now)).get(subject.id) ?? null) : null
  const runs = mayRun(actor, consultation.ownerId) && consultation.archivedAt === null
  const missing = asked?.coverage.missing ?? []
  const tree = missing.length > 0 || address.has("choose") ? await unitTree(db) : []
  const within = (unitId: string): string[] => [unitId, ...tree.filter(({ parentId }) => parentId === unitId).flatMap(({ id }) => within(id))]
  const groups = missing.map((cell) => ({ ...cell, unitIds: within(cell.unitId) }))
  const speakers = runs ? await couldSpeak(db, { consultationId: consultation.id, groups, timeZone, today }) : []
  const names = await namesOf(db, [consultation.ownerId, consultation.unitId])
  const choose = runs && address.has("choose")
  return {
    head: {
      id: consultation.id, code: codeOf("consultation", consultation.number), name: consultation.name, summary: consultation.summary, state: consultation.state, form: consultation.form, purpose: consultation.purpose,
      level: consultation.participationLevel, version: consultation.version, archivedAt: consultation.archivedAt, closesOn: consultation.closesOn && dayMonthYear(consultation.closesOn),
      openedOn: consultation.openedAt && dayMonthYear(calendarDate(consultation.openedAt, timeZone)), question: consultation.questionPlain, costs: consultation.costs, effects: consultation.effects,
      owner: consultation.ownerId ? (names.get(consultation.ownerId)?.name ?? null) : null, unit: consultation.unitId ? (names.get(consultation.unitId) ?? null) : null,
    },
    today: dayMonthYear(today), mayRun: runs, subjects, subject, options: options.map((option) => ({ ...option, chosen: chosen.get(option.id) ?? 0 })), taking, asked,
    missing: groups.slice(0, mostGroups).map((group) => {
      const could = speakers.filter(({ unitId, roleLevel }) => roleLevel === group.roleLevel && group.unitIds.includes(unitId))
      const waiting = taking.filter(({ heardOn, roleLevel, unit }) => heardOn === null && roleLevel === group.roleLevel && tree.some(({ id, name }) => name === unit && group.unitIds.includes(id)))
      return {
        unitId: group.unitId, roleLevel: group.roleLevel, name: cellName(group), headcount: group.headcount, needed: group.needed, heard: group.heard,
        waiting: waiting.map(({ person, invitedOn, mustHear }) => ({ person, invitedOn, mustHear })), could: could.slice(0, mostNames), more: could.slice(mostNames).map(({ person }) => person.name),
      }
    }),
    hasMeeting: (await meetingsOf(db, consultation.id)).some(({ startsAt, closedAt }) => closedAt === null && startsAt.getTime() >= now.getTime()),
    missingMore: Math.max(0, groups.length - mostGroups),
    choices: {
      people: choose ? await pickElements(db, "person", "", mostChoices) : null,
      subjects: choose ? await subjectChoices() : null,
      units: tree.map(({ id, name }) => ({ value: id, label: name })),
    },
  }

  async function subjectChoices(): Promise<ElementRef[]> {
    const found: ElementRef[] = []
    for (const kind of subjectKinds) found.push(...(await pickElements(db, kind, "", mostChoices)))
    return found
  }
}

export type BeforeData = Awaited<ReturnType<typeof beforeTab>>
