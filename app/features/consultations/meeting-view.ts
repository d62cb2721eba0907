// What the parts of the meeting's screen are given.
import type { Disposition, FeedbackKind, RoleLevel } from "#db/words"
import type { ElementRef } from "~/features/elements/element"

export interface MeetingOnScreen {
  id: string
  place: string
  minutes: number
  when: string
  startedAt: string | null
  closed: boolean
  agenda: readonly AgendaOnScreen[]
}

export interface AgendaOnScreen {
  id: string
  name: string
  minutes: number
  prompt: string
  startedAt: string | null
  endedAt: string | null
}

export interface NoteOnScreen {
  id: string
  code: string
  kind: FeedbackKind
  confidentiality: string
  body: string
  voice: ElementRef | null
  unit: ElementRef | null
  roleLevel: RoleLevel | null
  owner: ElementRef | null
  answerBy: string | null
  disposition: Disposition | null
  readers: readonly ElementRef[]
  agendaItemId: string | null
}

export interface PersonInRoom {
  participationId: string
  personId: string
  name: string
  unitName: string | null
  roleLevel: RoleLevel | null
  heard: boolean
  here: boolean
}

export interface DuringView {
  head: { code: string; name: string }
  mayRun: boolean
  now: string
  today: string
  confidential: number
  meeting: MeetingOnScreen | null
  others: readonly { id: string; when: string }[]
  notes: readonly NoteOnScreen[]
  decisions: readonly { id: string; body: string; agendaItemId: string | null; author: string | null }[]
  actions: readonly { id: string; code: string; name: string; dueOn: string; owner: string | null; state: string }[]
  room: readonly PersonInRoom[]
  /** of each subject, who was heard about it so far, in all its conversations */
  heardNow: readonly { id: string; name: string; sentence: string; passes: boolean | null }[]
  owed: readonly { id: string; code: string; name: string; dueOn: string }[]
  /** who can see to something; null: they are asked for once the page is there */
  people: readonly ElementRef[] | null
}
