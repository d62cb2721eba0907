// The words typed after `throughline`: which command is meant, and which of its places, options and switches are given.

import { parseArgs } from "node:util"
import { UsageError, type Given, type OperatorCommand } from "./operator.server"

/** The command that the first words name, with the words that are left; null where there is none. */
export function commandIn(commands: readonly OperatorCommand[], words: readonly string[]): { command: OperatorCommand; rest: string[] } | null {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "))
    if (command !== undefined) return { command, rest: words.slice(length) }
  }
  return null
}

/** Sorts the words of a call; throws a UsageError that says what is missing, unknown or too much. */
export function sortWords(command: OperatorCommand, rest: readonly string[]): Given {
  const { values, positionals } = read(command, rest)
  const texts: Record<string, string> = {}
  const lists: Record<string, readonly string[]> = {}
  const switches = new Set<string>()
  for (const [name, { example, many, required }] of Object.entries(command.options)) {
    const given = values[name]
    if (given === true) switches.add(name)
    const all = (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === "string")
    const last = all.at(-1)
    if (many) lists[name] = all
    else if (last !== undefined) texts[name] = last
    if (example !== null && all.some((value) => value.trim() === "")) throw new UsageError(`--${name} is empty.`)
    if (required && last === undefined) throw new UsageError(`--${name} is missing.`)
  }
  const missing = command.places[positionals.length]
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`)
  const extra = positionals[command.places.length]
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`)
  if (positionals.some((place) => place.trim() === "")) throw new UsageError(`${command.places[positionals.findIndex((place) => place.trim() === "")] ?? "A word"} is empty.`)
  return { places: positionals, texts, lists, switches }
}

function read(command: OperatorCommand, rest: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { example, many }]) => [name, { type: example === null ? ("boolean" as const) : ("string" as const), multiple: many ?? false }]),
  )
  try {
    return parseArgs({ args: [...rest], options, strict: true, allowPositionals: true })
  } catch (error) {
    // Node adds advice on how to pass values that begin with a dash
    throw new UsageError(error instanceof Error ? error.message.replace(/\. To specify .*$/s, ".") : String(error))
  }
}

/** How one command is called, in one line. */
export function usageOf({ name, places, options }: OperatorCommand): string {
  const shown = Object.entries(options).map(([option, { example, required, many }]) => {
    const one = example === null ? `--${option}` : `--${option} ${example}`
    return required ? one : `[${one}]${many ? " ..." : ""}`
  })
  return ["throughline", name, ...places, ...shown].join(" ")
}

/** How all of them are called and what each does. */
export function usageOfAll(commands: readonly OperatorCommand[]): string {
  return `Usage:\n${commands.map((command) => `  ${usageOf(command)}\n      ${command.purpose}\n`).join("")}`
}
