// The command that brings a file in: read, compared, written or only shown, with the answer for people or for programs.

import { readFileSync, statSync } from "node:fs"
import { basename, extname, resolve } from "node:path"
import { database } from "./core/database.server"
import { RuleError } from "./core/errors"
import { forgetImport } from "./core/import-staging.server"
import type { Strength } from "./features/elements/link"
import { fileFormats, tableKinds, type FileChoices, type FileFormat, type TableKind } from "./features/exchange/brought"
import { defaultChoices, fileDefaults, tableNames } from "./features/exchange/file-fields"
import { acceptOffers } from "./features/exchange/import-choices.server"
import { cancelImport, startImport } from "./features/exchange/import-job.server"
import { linksSentence, previewTitle, reportTitle, rowsOf, sumOf } from "./features/exchange/import-sentence"
import type { ImportReport } from "./features/exchange/import-view"
import { applyImport } from "./features/exchange/imports.commands.server"
import { findImport, importReport, importRows } from "./features/exchange/imports.queries.server"
import { readMapping } from "./features/exchange/standard-words"
import { checkDefaults } from "./features/exchange/record-shape"
import { counted, operator, plain, UsageError, type Answer, type Given, type OperatorCommand } from "./operator.server"

interface Asked {
  file: string
  choices: FileChoices
  /** a file that says what the words of a list of standards mean */
  map: string | null
  indirect: boolean
  dryRun: boolean
}

/** More than the screens take: whoever sits at the machine may bring what fits into memory. */
const mostBytes = 50 * 1_048_576
const problemsShown = 20
const rowsAtOnce = 500
const mostAttempts = 3
const columnsMissing = "It is not clear what the rows or columns of this file are. Say what the rows are with --as, name the columns as our own files do, or bring the file on screen, where columns can be chosen."

export const importFrom: OperatorCommand = {
  name: "import",
  purpose: "Brings a file in: an ArchiMate model, CSV, XLSX or JSON. --map says what the words of a list of standards mean, one a line (Denied = prohibited, containment); --indirect takes the links that a model only implies; --dry-run shows what would change and writes nothing.",
  places: ["FILE"],
  options: {
    as: { example: tableKinds.join("|") },
    set: { example: "kind.field=value", many: true },
    map: { example: "FILE" },
    indirect: { example: null },
    "dry-run": { example: null },
    json: { example: null },
  },
  prepare(given) {
    const asked = read(given)
    return {
      access: "records",
      json: given.switches.has("json"),
      refusal: (sentences) => emptyReport(asked.file, sentences),
      run: () => bring(asked),
    }
  },
}

function read({ places: [file = ""], texts, lists, switches }: Given): Asked {
  const defaults = Object.fromEntries((lists.set ?? []).map(readDefault))
  try {
    checkDefaults(defaults)
  } catch (error) {
    throw error instanceof RuleError ? new UsageError(`--set: ${error.message}`) : error
  }
  const choices: FileChoices = {
    ...(texts.as === undefined ? {} : { as: readKind(texts.as) }),
    ...(Object.keys(defaults).length === 0 ? {} : { defaults }),
  }
  if (texts.map !== undefined && choices.as !== "standard") throw new UsageError("--map goes with --as standards.")
  return { file: resolve(file), choices, map: texts.map === undefined ? null : resolve(texts.map), indirect: switches.has("indirect"), dryRun: switches.has("dry-run") }
}

function readKind(text: string): TableKind {
  const word = text.trim().toLowerCase()
  const known = tableKinds.find((kind) => kind === word || tableNames[kind].toLowerCase() === word)
  if (known === undefined) throw new UsageError(`--as may be ${tableKinds.join(", ")}.`)
  return known
}

/** "goal.status=Draft" with the value as files have it or in the words of the screens. */
function readDefault(text: string): [string, string] {
  const at = text.indexOf("=")
  if (at < 1) throw new UsageError(`--set takes kind.field=value, such as goal.status=draft, and not "${text}".`)
  const [key, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const words = Object.entries(defaultChoices(key) ?? {})
  const meant = words.find(([one]) => one === value) ?? words.find(([one, label]) => [one, label].some((word) => word.toLowerCase() === value.toLowerCase()))
  return [key, meant?.[0] ?? value]
}

async function bring({ file, choices: asked, map, indirect, dryRun }: Asked): Promise<Answer> {
  const { bytes, savedAt } = readFrom(file)
  const choices = map === null ? asked : { ...asked, statuses: readMapping(new TextDecoder().decode(readFrom(map).bytes)) }
  const { id, done } = await startImport(operator, { name: basename(file), bytes, choices, savedAt })
  const stop = () => void cancelImport(operator, id).catch(() => undefined)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop)
  let keep = false
  try {
    await done
    const { state, message } = await findImport(database(), id)
    if (state !== "preview") throw new RuleError(state === "columns" ? columnsMissing : message)
    if (indirect) await acceptOffers(operator, id, { all: true, strength: impliedStrength(choices) })
    const preview = await reportWithClashes(id)
    const refused = refusedWhole(preview)
    if (dryRun || refused) return { json: preview, sentences: inWords(preview), ...(refused ? { refused: ["Every row of this file is refused, so nothing was written."] } : {}) }
    const report = await applied(id)
    keep = true
    return { json: report, sentences: inWords(report) }
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop)
    if (!keep) await forgetImport(id)
  }
}

/** Writes what the file says now: nobody looked at the comparison, so one that people overtook is simply made again. */
async function applied(id: string): Promise<ImportReport> {
  for (let attempt = 1; ; attempt += 1) {
    const { problems } = await reportWithClashes(id)
    try {
      await applyImport(operator, { importId: id })
      return { ...(await importReport(database(), id)), problems }
    } catch (error) {
      const { state, message } = await findImport(database(), id)
      // a message in the preview says that it was compared anew
      if (!(error instanceof RuleError) || state !== "preview" || message === "" || attempt === mostAttempts) throw error
    }
  }
}

/** The report, with what somebody changed here after the file was saved among its problems: that stays. */
async function reportWithClashes(id: string): Promise<ImportReport> {
  const report = await importReport(database(), id)
  const { clashes } = await findImport(database(), id)
  if (clashes === 0) return report
  const kept: ImportReport["problems"] = []
  for (let offset = 0; ; offset += rowsAtOnce) {
    const { rows, total } = await importRows(database(), id, { verdict: "changed", offset, limit: rowsAtOnce })
    for (const { place, changes } of rows)
      for (const { label, before, clash } of changes)
        if (clash?.take === "theirs") kept.push({ where: place, column: label, problem: `${clash.by} changed this after the file was saved${before === "" ? "" : `, to ${before}`}; that stays. Bring the file on screen to decide.` })
    if (offset + rowsAtOnce >= total) return { ...report, problems: [...report.problems, ...kept] }
  }
}

function impliedStrength({ defaults }: FileChoices): Strength {
  return Number(defaults?.["contributes to.strength"] ?? fileDefaults["contributes to.strength"]) as Strength
}

function readFrom(file: string): { bytes: Uint8Array; savedAt: string } {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new RuleError(`There is no file ${file}.`)
  if (!found.isFile()) throw new RuleError(`${file} is no file.`)
  if (found.size > mostBytes) throw new RuleError(`${file} is larger than ${counted(mostBytes / 1_048_576, "megabyte")}. Bring it in parts.`)
  try {
    return { bytes: readFileSync(file), savedAt: found.mtime.toISOString() }
  } catch (error) {
    const denied = error instanceof Error && "code" in error && error.code === "EACCES"
    throw denied ? new RuleError(`This user may not read ${file}.`) : error
  }
}

/** Nothing of it can be taken, not even to be kept for the way back. */
function refusedWhole(report: ImportReport): boolean {
  const [records, links] = [sumOf(report.kinds), sumOf(report.links)]
  const refused = records.refused + links.refused
  return refused > 0 && refused === rowsOf(records) + rowsOf(links) && report.indirect + report.kept.elements + report.kept.relationships === 0
}

function inWords(report: ImportReport): string[] {
  const { indirect, kept, problems, applied } = report
  const shown = problems.slice(0, problemsShown).map(({ where, column, problem }) => plain(`  ${where}${column === null ? "" : `, ${column}`}: ${problem}`))
  return [
    ...(applied ? [reportTitle(report)] : ["Nothing is written yet; this is what would be.", previewTitle(report), linksSentence(report)].filter(Boolean)),
    ...(indirect > 0 ? [`${counted(indirect, "link is", "links are")} only implied by the file and left out; import it with --indirect to take them all, or on screen to choose.`] : []),
    ...(kept.elements + kept.relationships > 0
      ? [`${counted(kept.elements, "element")} and ${counted(kept.relationships, "relationship")} have no word here; they are kept and an export gives them back.`] : []),
    ...(problems.length > 0 ? [`${counted(problems.length, "problem")}:`, ...shown] : []),
    ...(problems.length > problemsShown ? [`  and ${counted(problems.length - problemsShown, "more", "more")}; --json lists them all.`] : []),
  ]
}

/** The report of a file that could not be read at all, so that programs get the same object. */
function emptyReport(file: string, sentences: readonly string[]): ImportReport {
  const problems = sentences.map((problem) => ({ where: basename(file), column: null, problem }))
  return { file: basename(file), format: formatOf(file), applied: false, kinds: {}, links: {}, indirect: 0, kept: { elements: 0, relationships: 0 }, problems }
}

function formatOf(file: string): FileFormat {
  const ending = extname(file).slice(1).toLowerCase()
  return fileFormats.find((one) => one === ending) ?? (ending === "xml" ? "archimate" : "csv")
}
