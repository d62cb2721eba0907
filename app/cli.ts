// The command line: finds the command in the words given, runs it on the installation's database, and says how it went.

import { stderr, stdout } from "node:process"
import { commandIn, sortWords, usageOf, usageOfAll } from "./cli-words"
import { operatorCommands } from "./operator-commands.server"
import { UsageError, type Answer, type Task } from "./operator.server"
import { readEnvironment, readSettings } from "./core/env.server"
import { withOperatorDatabase } from "./core/operator-database.server"
import { sentencesOf } from "./core/start-failure.server"
import { versionOf } from "./core/version.server"

export type ExitCode = 0 | 1 | 2

/** Runs one command and returns the exit code: 0 done, 1 refused or failed, 2 used wrongly. */
export async function main(words: readonly string[], root: string): Promise<ExitCode> {
  const asksForHelp = words.includes("--help") || words.includes("-h")
  const found = commandIn(operatorCommands, words)
  if (found === null) {
    const unknown = words.length === 0 || asksForHelp ? "" : `There is no command "${words.slice(0, 2).join(" ")}".\n\n`
    await say(asksForHelp ? stdout : stderr, unknown + usageOfAll(operatorCommands))
    return asksForHelp ? 0 : 2
  }
  const { command, rest } = found
  if (asksForHelp) {
    await say(stdout, `${usageOf(command)}\n    ${command.purpose}\n`)
    return 0
  }
  let task: Task
  try {
    task = command.prepare(sortWords(command, rest))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    await say(stderr, `${error.message}\n\n${usageOf(command)}\n`)
    return 2
  }
  return tell(task, await done(task, command.name, root))
}

async function done(task: Task, name: string, root: string): Promise<Answer> {
  try {
    Object.assign(process.env, readEnvironment(root))
    const settings = readSettings(process.env, root)
    const asked = { settings, version: versionOf(root), command: name, access: task.access }
    return await withOperatorDatabase(asked, (reached) => task.run({ settings, ...reached }))
  } catch (error) {
    const refused = sentencesOf(error)
    return { refused, ...(task.json ? { json: (task.refusal ?? asProblems)(refused) } : {}) }
  }
}

async function tell(task: Task, { sentences = [], json, refused }: Answer): Promise<ExitCode> {
  if (task.json && json !== undefined) await say(stdout, `${JSON.stringify(json, null, 2)}\n`)
  else await say(stdout, sentences.map((sentence) => `${sentence}\n`).join(""))
  await say(stderr, (refused ?? []).map((sentence) => `${sentence}\n`).join(""))
  return refused === undefined ? 0 : 1
}

function asProblems(sentences: readonly string[]): object {
  return { problems: sentences.map((problem) => ({ where: "", column: null, problem })) }
}

/** Comes back when everything was taken: the process may end right after, and a long answer would be cut. */
function say(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === "") return resolve()
    // whoever reads it may have gone away, as `head` does
    stream.once("error", () => resolve())
    stream.write(text, () => resolve())
  })
}
