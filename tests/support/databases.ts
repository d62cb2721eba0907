// Which databases a run of the database tests uses, and why one is left out.

import { execFileSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"

export type DatabaseName = "embedded" | "postgres"

const programs = "/usr/lib/postgresql"

/** The folder that holds PostgreSQL's server programs, or null where the machine has none. */
export function postgresPrograms(): string | null {
  const found = [...fromPgConfig(), ...fromDebian()]
  return found.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null
}

/** The databases this run was asked for: TEST_DATABASE, else the embedded one and PostgreSQL where its programs are. */
export function chosenDatabases(asked = process.env.TEST_DATABASE): DatabaseName[] {
  switch (asked ?? "") {
    case "embedded":
      return ["embedded"]
    case "postgres":
      return ["postgres"]
    case "both":
      return ["embedded", "postgres"]
    case "":
      return postgresPrograms() === null ? ["embedded"] : ["embedded", "postgres"]
    default:
      throw new Error(`TEST_DATABASE is "${asked}". It may be embedded, postgres or both.`)
  }
}

/** One sentence for the run's output; refuses, under CI=true, a run that leaves a database out. */
export function announceDatabases(): string {
  const chosen = chosenDatabases()
  const left = (["embedded", "postgres"] as const).filter((name) => !chosen.includes(name))
  if (left.length === 0) return "Database tests run on the embedded database and on PostgreSQL."
  const sentence = `Database tests run on ${chosen.join()} only; ${left.join()} is left out.`
  if (process.env.CI === "true") throw new Error(`${sentence} Continuous integration runs both.`)
  return sentence
}

function fromPgConfig(): string[] {
  try {
    return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()]
  } catch {
    return []
  }
}

function fromDebian(): string[] {
  if (!existsSync(programs)) return []
  const versions = readdirSync(programs).filter((name) => /^\d+$/.test(name))
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(programs, version, "bin"))
}
