// The command line as an operator runs it: a process of its own, its two outputs and its exit code.

import { spawn, type ChildProcess } from "node:child_process"
import { fileURLToPath } from "node:url"

export interface Ran {
  code: number | null
  out: string
  err: string
}

const program = fileURLToPath(new URL("../../bin/throughline.mjs", import.meta.url))

/** Starts a command with these settings, in a folder for its files. */
export function startCommand(words: readonly string[], settings: Record<string, string>, folder: string): { child: ChildProcess; ended: Promise<Ran> } {
  const env = { ...process.env, NODE_ENV: "production" as const, DATABASE_URL: "", ORIGIN: "", HOST: "127.0.0.1", ...settings }
  const child = spawn(process.execPath, [program, ...words], { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] })
  const said = { out: "", err: "" }
  child.stdout.on("data", (part: Buffer) => (said.out += part.toString()))
  child.stderr.on("data", (part: Buffer) => (said.err += part.toString()))
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said }))) }
}

/** Runs a command to its end. */
export function runCommand(words: readonly string[], settings: Record<string, string>, folder: string): Promise<Ran> {
  return startCommand(words, settings, folder).ended
}
