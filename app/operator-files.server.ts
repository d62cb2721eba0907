// The commands that write everything into one file, and the figures for programs.

import { renameSync, rmSync, statSync } from "node:fs"
import { open } from "node:fs/promises"
import { resolve } from "node:path"
import { database } from "./core/database.server"
import { RuleError } from "./core/errors"
import { figuresNow } from "./features/alignment/figures.queries.server"
import type { ToldFigures } from "./features/alignment/figures-told"
import { gapNames, type GapName } from "./features/alignment/gaps"
import { percent } from "./features/alignment/sentence"
import { exportFile } from "./features/exchange/export-file.server"
import { formatOfName } from "./features/exchange/export-format"
import { counted, fileRefusal, plain, UsageError, type OperatorCommand } from "./operator.server"

export const exportTo: OperatorCommand = {
  name: "export",
  purpose: "Writes every record and link into one file: .xml (ArchiMate), .xlsx, .zip (CSV files) or .json, as its name ends.",
  places: ["FILE"],
  options: { replace: { example: null } },
  prepare({ places: [file = ""], switches }) {
    const format = formatOfName(file)
    if (format === null) throw new UsageError("The name of FILE must end in .xml, .xlsx, .zip or .json.")
    const path = resolve(file)
    return {
      access: "records",
      async run() {
        refuseLosing(path, switches.has("replace"))
        const bytes = await writeWhole(path, exportFile(database(), format, { now: new Date(), emails: true, standings: true }))
        return { sentences: [`${path}: ${counted(Math.ceil(bytes / 1024), "kilobyte")}.`] }
      },
    }
  },
}

export const figures: OperatorCommand = {
  name: "figures",
  purpose: "Prints the figures that the screens show.",
  places: [],
  options: { json: { example: null } },
  prepare: ({ switches }) => ({
    access: "records",
    json: switches.has("json"),
    async run() {
      const told = await figuresNow(database())
      return { json: told, sentences: inWords(told) }
    },
  }),
}

const gapWords: Record<GapName, string> = {
  goalsWithoutWork: "Goals without work", workWithoutGoal: "Work without a goal", servicesWithoutPath: "Services without a path to a goal",
  applicationsWithoutService: "Applications without a service", goalsWithoutMeasure: "Goals without a measure", goalsWithoutOwner: "Goals without an owner",
}

function inWords({ alignment, consultation }: ToldFigures): string[] {
  const { counts, gaps, sayDoGap } = alignment
  return [
    `Goals with work under way: ${counts.goalsServed} of ${counts.goals}`,
    `Goals covered by work, by weight: ${percent(alignment.goalCoverage)}`,
    `Money that serves a goal: ${percent(alignment.spendCoverage)}`,
    `Services that lead to a goal: ${percent(alignment.serviceCoverage)}`,
    `Does the money follow our words: ${sayDoGap === null ? "n/a" : `${Math.round(sayDoGap)} of 100 (0: it does)`}`,
    ...gapNames.flatMap((gap) => [`${gapWords[gap]}: ${gaps[gap].length}`, ...gaps[gap].map(({ id, name }) => plain(`  ${id} ${name}`))]),
    `Being asked about, with enough people heard: ${consultation.subjects.filter(({ passes }) => passes).length} of ${consultation.subjects.length}`,
    ...consultation.subjects.flatMap(({ id, coverage, missing }) => (missing.length > 0 ? [plain(`  ${id} ${percent(coverage)}, missing: ${missing.join("; ")}`)] : [])),
    `Points answered: ${consultation.loopClosure.answered} of ${consultation.loopClosure.points}`,
    `Approved although not everybody was asked: ${consultation.waivers.length}`,
    ...consultation.waivers.map(({ id, name, reason, by, on }) => plain(`  ${id} ${name}: “${reason}” ${by}, ${on}`)),
  ]
}

/** Somebody may have worked in the file that lies there. An empty one, as programs make to have a name, holds nothing. */
function refuseLosing(path: string, replace: boolean): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return
  if (!found.isFile()) throw new RuleError(`${path} is no file.`)
  if (found.size > 0 && !replace) throw new RuleError(`${path} is there already and was not touched. Choose another name, or say --replace.`)
}

/** Writes beside the file first: it is there whole or not at all. Returns its size. */
async function writeWhole(path: string, parts: AsyncIterable<Uint8Array>): Promise<number> {
  const beside = `${path}.${process.pid}.part`
  let bytes = 0
  try {
    const file = await open(beside, "wx")
    try {
      for await (const part of parts) {
        await file.writeFile(part)
        bytes += part.byteLength
      }
      await file.sync()
    } finally {
      await file.close()
    }
    renameSync(beside, path)
    return bytes
  } catch (error) {
    rmSync(beside, { force: true })
    throw fileRefusal(error, path)
  }
}
