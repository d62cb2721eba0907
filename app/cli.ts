// The command line: finds the command in the words given, runs it on the installation's database, and says how it went.

import { stderr, stdout } from "node:process"
import { parseArgs, type ParseArgsConfig } from "node:util"
import { operatorCommands, type OperatorCommand } from "./operator-commands.server"
import { readEnvironment, readSettings } from "./core/env.server"
import { withOperatorDatabase } from "./core/operator-database.server"
import { sentencesOf } from "./core/start-failure.server"
import { versionOf } from "./core/version.server"

/** Runs one command and returns the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function main(words: readonly string[], root: string): Promise<0 | 1 | 2> {
  const command = operatorCommands.find(({ name }) => words.slice(0, 2).join(" ") === name)
  if (command === undefined) {
    const asksForHelp = words.length === 0 || words.includes("--help") || words.includes("-h")
    ;(asksForHelp ? stdout : stderr).write(usage())
    return asksForHelp ? 0 : 2
  }
  const values = parsed(command, words.slice(2))
  if (values === null) return 2
  try {
    Object.assign(process.env, readEnvironment(root))
    const settings = readSettings(process.env, root)
    const asked = { settings, version: versionOf(root), command: command.name }
    const sentences = await withOperatorDatabase(asked, () => command.run(values, settings))
    for (const sentence of sentences) stdout.write(`${sentence}\n`)
    return 0
  } catch (error) {
    for (const sentence of sentencesOf(error)) stderr.write(`${sentence}\n`)
    return 1
  }
}

function parsed(command: OperatorCommand, rest: string[]): Record<string, string> | null {
  const options: ParseArgsConfig["options"] = Object.fromEntries(
    Object.keys(command.options).map((name) => [name, { type: "string" as const }]),
  )
  const wrong: string[] = []
  const values: Record<string, string> = {}
  try {
    const given = parseArgs({ args: rest, options, strict: true, allowPositionals: false }).values
    for (const [name, value] of Object.entries(given)) if (typeof value === "string") values[name] = value
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error))
  }
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required && !values[name]?.trim() && wrong.length === 0) wrong.push(`--${name} is missing.`)
  }
  if (wrong.length === 0) return values
  stderr.write(`${wrong.join("\n")}\n\n${usageOf(command)}\n`)
  return null
}

function usage(): string {
  return `Usage:\n${operatorCommands.map((command) => `  ${usageOf(command)}\n      ${command.purpose}\n`).join("")}`
}

function usageOf(command: OperatorCommand): string {
  const options = Object.entries(command.options).map(([name, { example, required }]) => {
    const shown = `--${name} ${example}`
    return required ? shown : `[${shown}]`
  })
  return ["throughline", command.name, ...options].join(" ")
}
