// What the parts of the meeting's screen are given.
import type { FeedbackKind, RoleLevel } from "#db/words"
import type { Packed } from "~/core/packed"
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
  kind: FeedbackKind
  confidentiality: string
  body: string
  voice: ElementRef | null
  unit: ElementRef | null
  roleLevel: RoleLevel | null
  owner: ElementRef | null
  answerBy: string | null
  readers: readonly ElementRef[]
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

/** The same for everybody who looks at the meeting; no point is in it. */
export interface DuringShared {
  head: { code: string; name: string }
  today: string
  meeting: MeetingOnScreen | null
  others: readonly { id: string; when: string }[]
  decisions: readonly { id: string; body: string; author: string | null }[]
  actions: readonly { id: string; code: string; name: string; dueOn: string; owner: string | null; state: string }[]
  room: readonly PersonInRoom[]
  /** of each subject, who was heard about it so far, in all its conversations */
  heardNow: readonly { id: string; name: string; sentence: string; passes: boolean | null }[]
  owed: readonly { id: string; code: string; name: string; dueOn: string }[]
}

/** What one reader may read and do of it at a moment. */
export interface DuringOwn {
  mayRun: boolean
  now: string
  confidential: number
  notes: readonly NoteOnScreen[]
  /** who can see to something; null: they are asked for once the page is there */
  people: readonly ElementRef[] | null
}

export interface DuringView extends DuringShared, DuringOwn {}

/** As it travels. */
export interface DuringSent {
  name: string
  shared: Packed<DuringShared>
  own: Packed<DuringOwn>
}
