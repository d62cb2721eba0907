// The diary of the sample company: who did what on which day, written through the commands in the order of time.
import { sql } from "kysely"
import { atSampleTime, database, type Actor, type Role } from "../door"
import type { SampleClock } from "./sample-clock"

/** Who writes what nobody in the company did: setting the company up, its people and its records of old. */
export const theSample: Actor = { kind: "sample", personId: null, name: "Sample company", roles: ["planner", "admin"] }

interface Entry {
  day: string
  by: string | null
  write: (actor: Actor) => Promise<unknown>
}

export interface Diary {
  clock: SampleClock
  /** Notes what a person (null: the sample itself) does on a day; entries of one day keep their order. */
  on: (day: string, by: string | null, write: (actor: Actor) => Promise<unknown>) => void
  /** Makes a record that is to have this short id: numbers before it stay unused. Known by it from then on. */
  make: (code: string, create: () => Promise<{ id: string; code: string }>) => Promise<void>
  /** Remembers a row that has no short id under a name of its own. */
  keep: (name: string, id: string) => void
  /** The id of a record by its short id, of a person by name, of a kept row by its name; refuses what is not made yet. */
  idOf: (name: string) => string
  /** The record's version as it is now. */
  versionOf: (name: string) => Promise<number>
  /** Says that a person acts with these roles from now on. */
  introduce: (name: string, id: string, roles: readonly Role[]) => void
}

const sequences: Record<string, string> = {
  G: "number_goal", I: "number_initiative", S: "number_service", A: "number_application",
  F: "number_function", C: "number_capability", U: "number_unit", P: "number_person", W: "number_commitment", R: "number_consultation", D: "number_decision",
}

/** An empty diary and the function that writes it. */
export function openDiary(clock: SampleClock): { diary: Diary; write: () => Promise<number> } {
  const entries: Entry[] = []
  const ids = new Map<string, string>()
  const actors = new Map<string, Actor>()
  const numbers = new Map<string, number>()

  function idOf(name: string): string {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`The sample's story mentions ${name} before it exists.`)
    return id
  }

  function actorOf(by: string | null): Actor {
    const actor = by === null ? theSample : actors.get(by)
    if (!actor) throw new Error(`The sample's story lets ${by} act before anybody knows them.`)
    return actor
  }

  const diary: Diary = {
    clock,
    idOf,
    on: (day, by, write) => void entries.push({ day, by, write }),
    keep: (name, id) => void ids.set(name, id),
    introduce(name, id, roles) {
      ids.set(name, id)
      actors.set(name, { kind: "person", personId: id, name, roles })
    },
    async make(code, create) {
      const [prefix = "", wanted = ""] = code.split("-")
      await leaveOut(sequences[prefix] ?? "", Number(wanted) - (numbers.get(prefix) ?? 0) - 1)
      const made = await create()
      if (made.code !== code) throw new Error(`${made.code} should be ${code}: the sample needs an empty installation.`)
      numbers.set(prefix, Number(wanted))
      ids.set(code, made.id)
    },
    async versionOf(name) {
      const row = await database().selectFrom("element").select("version").where("id", "=", idOf(name)).executeTakeFirstOrThrow()
      return row.version
    },
  }

  /** Writes every entry and returns how many there were. */
  async function write(): Promise<number> {
    const ordered = entries.map((entry, index) => ({ ...entry, index })).sort((a, b) => (a.day === b.day ? a.index - b.index : a.day < b.day ? -1 : 1))
    let day = ""
    let minutes = 0
    for (const entry of ordered) {
      minutes = entry.day === day ? minutes + 1 : 0
      day = entry.day
      await atSampleTime(clock.moment(day, minutes), () => entry.write(actorOf(entry.by)))
    }
    return ordered.length
  }

  return { diary, write }
}

async function leaveOut(sequence: string, count: number): Promise<void> {
  if (count > 0) await sql`select nextval(${sequence}::regclass) from generate_series(1, ${count}::int)`.execute(database())
}
