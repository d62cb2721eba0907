// What a command of the operator is: its words, what it needs of the database, and how it answers.

import { stripVTControlCharacters } from "node:util"
import type { DatabaseAccess } from "./core/operator-database.server"
import { isLoopbackHost, originOf, type Settings } from "./core/env.server"
import { RuleError } from "./core/errors"
import type { Actor } from "./core/policy"

/** Whoever may run programs on this machine as the app's user; history names them so. */
export const operator: Actor = { kind: "operator", personId: null, name: "Operator on this machine", roles: ["admin", "planner"] }

export interface OptionShape {
  /** what the usage shows for its value; null for a switch that takes none */
  example: string | null
  required?: boolean
  /** may be given several times */
  many?: boolean
}

export interface OperatorCommand {
  /** the one or two words that call it */
  name: string
  purpose: string
  /** values without a name, such as FILE; each is required */
  places: readonly string[]
  options: Readonly<Record<string, OptionShape>>
  /** Reads the words before anything is opened; throws UsageError for what cannot be meant. */
  prepare: (given: Given) => Task
}

/** The words of one call, sorted. */
export interface Given {
  places: readonly string[]
  /** the last value of every option that takes one */
  texts: Readonly<Record<string, string>>
  /** all values of options that may be given several times */
  lists: Readonly<Record<string, readonly string[]>>
  switches: ReadonlySet<string>
}

export interface Task {
  access: DatabaseAccess
  /** whether the answer on stdout is one JSON object and nothing else */
  json?: boolean
  /** the object that says why it was refused; by default the sentences as problems */
  refusal?: (sentences: readonly string[]) => object
  /** Does the work; throws what is refused. */
  run: (context: TaskContext) => Promise<Answer>
}

export interface TaskContext {
  settings: Settings
  /** the installation's database */
  url: string
  /** somebody else, mostly the app, works with the embedded database meanwhile */
  shared: boolean
}

export interface Answer {
  /** for the person at the terminal */
  sentences?: readonly string[]
  /** for programs, in place of the sentences */
  json?: object
  /** why nothing was done; the exit code is then 1 */
  refused?: readonly string[]
}

/** The command was called in a way that it does not understand: exit code 2 and its usage. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "UsageError"
  }
}

/** Where people reach the app, as far as settings say. */
export function originFor({ origin, host, port }: Settings): string {
  return origin ?? originOf(isLoopbackHost(host) ? host : "127.0.0.1", port)
}

/** A number of things in words: "1 goal", "3 goals". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`
}

/** Text of a file as a terminal may show it: nothing in it can move the cursor or colour what follows. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ")
}

/** Why a file cannot be written, as a sentence; the error itself where it is none of the usual causes. */
export function fileRefusal(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "ENOENT") return new RuleError(`${path} cannot be written: its folder is not there.`)
  if (code === "EACCES" || code === "EROFS") return new RuleError(`This user may not write ${path}.`)
  if (code === "ENOSPC") return new RuleError(`There is no room left for ${path}; nothing was kept of it.`)
  return error
}
