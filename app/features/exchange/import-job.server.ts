// An import on its way: the file is kept, read in a worker, staged in batches and compared; and how that is stopped.
import { createHash } from "node:crypto"
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import {
  beginStaging, dropRows, emptyOldImports, keepSeen, runnerName, runnerIsDead, setImport, stageRows, startRunning, stopRunning, endRunning, takingTurns, type NewStagedRow,
} from "~/core/import-staging.server"
import { log } from "~/core/log.server"
import { assertCan, type Actor } from "~/core/policy"
import { visibleInside } from "~/core/visible-text"
import { relationWords } from "~/features/elements/link"
import { undoDays } from "~/features/elements/undo"
import { stakeRelation, UnreadableFileError, type Brought, type FileChoices, type FileFormat, type FileLook, type KnownColumns, type KnownNodes } from "./brought"
import { formatOfFile } from "./file-kind"
import { sameRowKey, type DecidedRows } from "./decided-rows"
import { compareImport } from "./import-compare.server"
import { knownColumns, knownNodes, runningImports } from "./import-file.queries.server"
import { importContent } from "./imports.queries.server"
import { readInWorker } from "./reader-host.server"
import { batchSize } from "./reader-messages"
import { checkDefaults } from "./record-shape"
import { decidedRows, importHead } from "./staged-rows.queries.server"

/** How a file is read; tests hand in rows of their own. */
export type ReadFile = (
  file: { name: string; bytes: Uint8Array },
  asked: { choices: FileChoices; known: KnownColumns; nodes: KnownNodes },
  sink: { look(look: FileLook): Promise<void>; rows(batch: readonly Brought[]): Promise<void> },
  signal: AbortSignal,
) => Promise<void>

export interface FileIn {
  name: string
  bytes: Uint8Array
  choices: FileChoices
  /** when the file was last saved (ISO), where that is known */
  savedAt?: string
}

const tellEveryMs = 500
const died = "Reading this file was stopped when the server stopped. Nothing was saved. Bring the file again."
const diedApplying = "Applying was stopped when the server stopped. Nothing was written. Apply it again."

/** Keeps the file and begins to read it in the background; `done` comes when it is in its preview or has failed, and never rejects. */
export async function startImport(actor: Actor, file: FileIn, read: ReadFile = readInWorker): Promise<{ id: string; done: Promise<void> }> {
  assertCan(actor, { permission: "import" })
  checkDefaults(file.choices.defaults ?? {})
  const id = newId()
  const choices = withSavedAt(file)
  const sha256 = createHash("sha256").update(file.bytes).digest("hex")
  const by = { startedBy: actor.personId, startedByName: actor.name }
  await beginStaging({ id, fileName: file.name, format: formatGuess(file), sha256, choices, runner: runnerName, ...by }, file.bytes, new Date())
  return { id, done: work(actor, id, { name: file.name, bytes: file.bytes, choices }, read) }
}

/** Reads a file again after its columns or defaults were corrected; what was chosen for single rows stays. Refused while it is read or applied, and once it is applied. */
export async function rereadImport(actor: Actor, id: string, choices: FileChoices, read: ReadFile = readInWorker): Promise<{ done: Promise<void> }> {
  assertCan(actor, { permission: "import" })
  checkDefaults(choices.defaults ?? {})
  const kept = await importContent(database(), id)
  if (!kept) throw new RuleError("This file is not kept any more. Bring it again.")
  const again = { state: "reading", message: "", choices: withSavedAt({ name: kept.fileName, bytes: kept.content, choices }), rowsRead: 0, rowsKnown: null, runner: runnerName, runnerSeenAt: new Date() } as const
  if (!(await setImport(id, again, ["columns", "preview", "failed"]))) throw new RuleError("This import is being read or applied, or it is done. Bring the file again to change something.")
  const decided = await decidedRows(database(), id)
  await dropRows(id, 0)
  return { done: work(actor, id, { name: kept.fileName, bytes: kept.content, choices, decided }, read) }
}

/** Stops an import wherever it is; what was being applied is rolled back. Refused once it is applied. */
export async function cancelImport(actor: Actor, id: string): Promise<void> {
  assertCan(actor, { permission: "import" })
  await importHead(database(), id)
  stopRunning(id)
  const stopped = await setImport(id, { state: "cancelled", message: "Stopped. Nothing was saved.", runner: null }, ["reading", "columns", "preview", "applying", "failed"])
  if (!stopped) throw new RuleError("This import is already over. An applied one can be undone as a whole for 30 days.")
}

/** At start, and then now and again: imports whose runner died are named so, and old ones lose their file and rows. */
export async function sweepImports(now = new Date()): Promise<void> {
  for (const { id, state, runner, runnerSeenAt } of await runningImports(database())) {
    if (!runnerIsDead(runner, runnerSeenAt, now)) continue
    // what was staged completely before it was applied is still whole
    if (state === "applying") await setImport(id, { state: "preview", message: diedApplying, runner: null }, ["applying"])
    else await setImport(id, { state: "failed", message: died, runner: null }, ["reading"])
  }
  await emptyOldImports(new Date(now.getTime() - undoDays * 86_400_000))
}

interface Reading {
  name: string
  bytes: Uint8Array
  choices: FileChoices
  decided?: DecidedRows
}

async function work(actor: Actor, id: string, file: Reading, read: ReadFile): Promise<void> {
  const signal = startRunning(id)
  const unseen = keepSeen(id, "reading")
  try {
    const { look, rows } = await stage(id, file, read, signal)
    await setImport(id, { rowsRead: rows, rowsKnown: rows })
    if (look !== null && needsColumns(look, rows)) return void (await setImport(id, { state: "columns", runner: null }, ["reading"]))
    await compareImport(id, actor, { signal, ...(file.decided === undefined ? {} : { decided: file.decided }) })
    await setImport(id, { state: "preview", runner: null }, ["reading"])
  } catch (error) {
    if (!signal.aborted) await fail(id, error)
  } finally {
    unseen()
    endRunning(id, signal)
  }
}

async function stage(id: string, file: Reading, read: ReadFile, signal: AbortSignal) {
  let look: FileLook | null = null
  let rows = 0
  let told = 0
  const known = await knownColumns(database())
  const turn = takingTurns()
  await read({ name: file.name, bytes: file.bytes }, { choices: file.choices, known, nodes: await knownNodes(database(), file.name) }, {
    async look(found) {
      look = found
      await setImport(id, { look: found, format: found.format })
    },
    async rows(batch) {
      for (let from = 0; from < batch.length; from += batchSize) {
        signal.throwIfAborted()
        const part = batch.slice(from, from + batchSize)
        await stageRows(id, part.map((brought, index) => stagedRow(brought, rows + index, file.decided)))
        rows += part.length
        await turn()
      }
      if (performance.now() - told < tellEveryMs) return
      await setImport(id, { rowsRead: rows, runnerSeenAt: new Date() })
      told = performance.now()
    },
  }, signal)
  signal.throwIfAborted()
  return { look: look as FileLook | null, rows }
}

async function fail(id: string, error: unknown): Promise<void> {
  const known = error instanceof UnreadableFileError || error instanceof RuleError
  if (!known) log.error("import failed", { importId: id, error })
  const message = known ? error.message : "Something went wrong on our side while this file was read. Nothing was saved. Try it again; if it happens once more, tell whoever runs this installation."
  // the database may be what failed; then the sweep names it
  await setImport(id, { state: "failed", message, runner: null }, ["reading"]).catch((failure: unknown) => log.error("import could not be marked", { importId: id, error: failure }))
}

function stagedRow(brought: Brought, n: number, decided?: DecidedRows): NewStagedRow {
  // what is kept of a file as it was goes out again as it came in
  const row = plainRow(brought.part === "element" || brought.part === "relationship" ? brought : visibleInside(brought), n)
  return { ...row, ...decided?.get(sameRowKey(row)) }
}

function plainRow(brought: Brought, n: number): NewStagedRow {
  const { place, line } = brought
  const common = { n, part: brought.part === "stake" ? ("link" as const) : brought.part, place, line, brought }
  switch (brought.part) {
    case "record": return { ...common, kind: brought.kind, name: brought.name?.trim() ?? "", verdict: "waiting" }
    case "link": case "offer":
      return { ...common, kind: brought.relation, name: `${brought.from.text} ${relationWords[brought.relation].forth} ${brought.to.text}`, verdict: "waiting" }
    case "stake": return { ...common, kind: stakeRelation, name: `${brought.party.text} ${stakeRelation} ${brought.subject.text}`, verdict: "waiting" }
    case "parent": return { ...common, kind: brought.kind, name: `${brought.child.text} is part of ${brought.parent.text}`, verdict: "waiting" }
    default: return { ...common, kind: brought.type, name: brought.name, verdict: "kept" }
  }
}

/** Whether a person must say first what the rows are, or which column has the names. */
function needsColumns(look: FileLook, rows: number): boolean {
  if (look.sheets.length === 0) return false
  if (rows === 0 && look.sheets.some((sheet) => sheet.rows > 0)) return true
  const needed: Readonly<Record<string, readonly string[]>> = { link: ["from", "to"], usage: ["unit", "used"], node: ["foreignId"], edge: ["from", "to"], measure: ["goal", "name"], standard: ["name", "ownWords"] }
  return look.sheets.some(({ kind, columns, rows: count }) => {
    if (kind === "skip" || count === 0) return false
    const fields = new Set(columns.map(({ field }) => field))
    return kind in needed ? !(needed[kind] ?? []).every((field) => fields.has(field)) : !fields.has("name") && !fields.has("code") && !fields.has("foreignId")
  })
}

/** A moment that is none would stop every later comparison. */
function withSavedAt({ choices: { savedAt: said, ...choices }, savedAt = said }: FileIn): FileChoices {
  const moment = new Date(savedAt ?? "")
  return Number.isNaN(moment.getTime()) ? choices : { ...choices, savedAt: moment.toISOString() }
}

function formatGuess(file: FileIn): FileFormat {
  try {
    return formatOfFile(file.name, file.bytes)
  } catch (error) {
    // reading it says why it cannot be read
    if (error instanceof UnreadableFileError) return "csv"
    throw error
  }
}
