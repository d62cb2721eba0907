// Commands for all records together: a backup, putting one back, moving to PostgreSQL, and the sample company.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { writeBackup } from "#db/backup"
import type { TableSum } from "#db/backup-tables"
import { restoreBackup, type Restored } from "#db/restore"
import { database } from "./core/database.server"
import { RuleError } from "./core/errors"
import { emptyInstallation } from "./core/installation.server"
import { findCompany } from "./features/company/company.queries.server"
import { addSample } from "./features/people/sample.server"
import { counted, fileRefusal, originFor, UsageError, type Answer, type OperatorCommand, type TaskContext } from "./operator.server"

export const backup: OperatorCommand = {
  name: "backup",
  purpose: "Writes every record into a new file, as it is at one moment; the app may run meanwhile. Keep the file as you keep passwords.",
  places: ["FILE"],
  options: {},
  prepare: ({ places: [file = ""] }) => ({ access: "as they lie", run: async ({ url }) => ({ sentences: [await backedUp(url, file)] }) }),
}

export const restore: OperatorCommand = {
  name: "restore",
  purpose: "Fills an empty installation with a backup, all of it or nothing. The app must not run.",
  places: ["FILE"],
  options: {},
  prepare: ({ places: [file = ""] }) => ({
    access: "alone",
    async run({ url, settings }) {
      const { tables, migrated } = await restoreBackup(url, resolve(file))
      const newer = migrated.length > 0 ? [`The backup was of an older version; it took ${counted(migrated.length, "step")} to this one.`] : []
      return { sentences: [`${sumsIn(tables)} restored and compared.`, ...newer, `Start the app with npm start and open ${originFor(settings)}`] }
    },
  }),
}

export const moveTo: OperatorCommand = {
  name: "move-to",
  purpose: "Copies the records of the embedded database into an empty PostgreSQL and compares them; the embedded ones stay as they are.",
  places: ["URL"],
  options: {},
  prepare({ places: [typed = ""] }) {
    const url = typed.trim()
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol) || new URL(url).pathname.length < 2) {
      throw new UsageError("URL must look like postgres://name:password@host:5432/database.")
    }
    return { access: "as they lie", run: (context) => move(context, url) }
  },
}

export const demoAdd: OperatorCommand = {
  name: "demo add",
  purpose: "Fills an empty installation with the sample company, a made-up retailer.",
  places: [],
  options: {},
  prepare: () => ({
    access: "records",
    async run({ settings }) {
      await addSample()
      return { sentences: ["The sample company Harbour & Hearth is in place. Start the app with npm start, if it does not run yet, and open", originFor(settings)] }
    },
  }),
}

export const demoRemove: OperatorCommand = {
  name: "demo remove",
  purpose: "Removes the sample company with every record, person and account; say --yes or the company's name, and --backup to keep a copy.",
  places: [],
  options: { yes: { example: null }, company: { example: '"Harbour & Hearth"' }, backup: { example: "FILE" } },
  prepare({ switches, texts }) {
    const { company: named, backup: file } = texts
    if (!switches.has("yes") && named === undefined) throw new UsageError("This cannot be undone: confirm it with --yes, or with --company and its name.")
    return {
      access: "records",
      async run({ url }) {
        const company = await findCompany(database())
        if (!company?.isSample) throw new RuleError("There is no sample company here, so nothing was removed.")
        if (named !== undefined && named !== company.name) throw new RuleError(`The sample company is called ${company.name}, not ${named}. Nothing was removed.`)
        const kept = file === undefined ? [] : [await backedUp(url, file)]
        await emptyInstallation()
        return { sentences: [...kept, `${company.name} is removed with everything in it. Start with your own: throughline user add`] }
      },
    }
  },
}

async function backedUp(url: string, file: string): Promise<string> {
  const path = resolve(file)
  try {
    const { bytes, tables } = await writeBackup(url, path)
    return `${path}: ${sumsIn(tables)}, ${counted(Math.ceil(bytes / 1024), "kilobyte")}.`
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code === "EEXIST") throw new RuleError(`${path} is there already and was not touched. Choose another name.`)
    throw fileRefusal(error, path)
  }
}

async function move({ settings, url, shared }: TaskContext, target: string): Promise<Answer> {
  if (settings.databaseUrl !== null) throw new RuleError("DATABASE_URL is set, so the records are in PostgreSQL already. Take it away for this command, to move those in DATA_DIR.")
  const folder = mkdtempSync(join(tmpdir(), "throughline-move-"))
  try {
    const path = join(folder, "records.zip")
    const written = await writeBackup(url, path)
    const { tables } = await restoreBackup(target, path).catch((error: unknown) => {
      throw unreachable(error) ?? error
    })
    if (JSON.stringify(written.tables) !== JSON.stringify(tables)) throw new Error("What was copied differs from what was read.")
    const running = shared ? ["The app still works on the embedded records: what is changed from now on is not in the copy. Stop it before anybody goes on."] : []
    return {
      sentences: [
        `${sumsIn(tables)} copied and compared. Those in ${settings.dataDir} are as they were.`, ...running,
        "From now on start the app with this setting, in the environment or in .env:", `DATABASE_URL=${withoutPassword(target)}`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The failures of a connection, said of the address that was typed and not of a setting. */
function unreachable(error: unknown): RuleError | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ETIMEDOUT"].includes(code)) return new RuleError("No database answers at this URL. Is it running, and are host and port right? Nothing was changed.")
  if (["28P01", "28000", "3D000"].includes(code)) return new RuleError(`The database refuses this URL: ${error instanceof Error ? error.message : ""}. Nothing was changed.`)
  return null
}

function withoutPassword(url: string): string {
  const address = new URL(url)
  if (address.password !== "") address.password = "..."
  return address.href
}

function sumsIn(tables: Restored["tables"] | Record<string, TableSum>): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  return `${counted(tables.element?.rows ?? 0, "record")} (${counted(rows, "row")} in ${counted(Object.keys(tables).length, "table")})`
}
