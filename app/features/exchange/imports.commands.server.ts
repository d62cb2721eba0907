// Applying an import: everything that is ticked, in one transaction, or nothing.
import { command, type CommandContext } from "~/core/command.server"
import { database, type Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { endRunning, keepSeen, runnerName, setImport, startRunning } from "~/core/import-staging.server"
import { assertCan, type Actor, type Demand } from "~/core/policy"
import { lockTree } from "~/features/elements/tree.writes.server"
import { compareImport } from "./import-compare.server"
import { lockAndCheck, overtaken, touchedBy, type StandingRecord } from "./import-apply.queries.server"
import { overtakenStandards } from "./standard-judge.queries.server"
import { isStandardsList } from "./standards-list"
import { writeImport } from "./import.writes.server"
import { dataVersionOf, importHead } from "./staged-rows.queries.server"

/** Records changed since the preview was made; nothing was written. */
class OvertakenError extends Error {
  constructor(readonly count: number) {
    super(`${count} rows were overtaken.`)
    this.name = "OvertakenError"
  }
}

export interface Applied {
  operationId: string
  /** records and links written */
  written: number
}

/**
 * Writes the ticked rows and accepted offers of an import. Refused outside of its preview; when a record changed since,
 * nothing is written, the rows are compared again, and the refusal says how many to look at.
 */
export async function applyImport(actor: Actor, asked: { importId: string; operationId?: string }): Promise<Applied> {
  assertCan(actor, { permission: "import" })
  const { importId } = asked
  const head = await importHead(database(), importId)
  // the same form again: the door gives back what it answered before
  const again = head.state === "applied" && head.operationId === asked.operationId
  const begun = again || (await setImport(importId, { state: "applying", message: "", runner: runnerName, runnerSeenAt: new Date() }, ["preview"]))
  if (!begun) throw new RuleError("This import is not in its preview any more. Reload the page to see how it stands.")
  const signal = startRunning(importId)
  const unseen = keepSeen(importId, "applying")
  try {
    const { operationId, written } = await apply(actor, asked, signal)
    return { operationId, written }
  } catch (error) {
    // the database may be what failed: then the sweep does it, and the person hears of the failure itself
    await backToPreview(actor, importId, error, signal).catch((failure: unknown) => {
      if (error instanceof OvertakenError) throw failure
    })
    if (signal.aborted) throw new RuleError("The import was stopped. Nothing was written.")
    if (!(error instanceof OvertakenError)) throw error
    const rows = error.count === 1 ? "One row was" : `${error.count} rows were`
    throw new RuleError(`${rows} overtaken by what somebody else did since this preview was made. Nothing was written. Look at the rows again, then apply.`)
  } finally {
    unseen()
    endRunning(importId, signal)
  }
}

async function backToPreview(actor: Actor, importId: string, error: unknown, signal: AbortSignal): Promise<void> {
  const overtakenNow = error instanceof OvertakenError
  if (overtakenNow && !signal.aborted) await compareImport(importId, actor)
  const message = overtakenNow ? "Somebody changed records since this preview was made. Nothing was written." : ""
  await setImport(importId, { state: "preview", message, runner: null }, ["applying"])
}

interface Loaded {
  standing: ReadonlyMap<string, StandingRecord>
  demands: Demand[]
  head: Awaited<ReturnType<typeof importHead>>
}

function apply(actor: Actor, asked: { importId: string; operationId?: string }, signal: AbortSignal) {
  const { importId, operationId } = asked
  return command({
    actor, operationId, input: ["apply import", importId], patient: true,
    load: (tx) => load(tx, importId),
    demands: ({ demands }) => demands,
    run: (tx, context: CommandContext<Loaded>) => writeImport(tx, { importId, actor, reports: true, signal, head: context.loaded.head, standing: context.loaded.standing, ...context }),
  })
}

async function load(tx: Tx, importId: string): Promise<Loaded> {
  // one import at a time: two of the same file must not both find that a record is new
  await lockTree(tx, "imports", async () => null)
  const head = await importHead(tx, importId)
  if (head.state !== "applying") throw new RuleError("This import is not in its preview any more. Reload the page to see how it stands.")
  const touched = await touchedBy(tx, importId)
  for (const tree of touched.trees) await lockTree(tx, tree, async () => null)
  const { moved, standing } = await lockAndCheck(tx, importId)
  if ((await dataVersionOf(tx)) !== head.comparedN) {
    const later = isStandardsList(head.look) ? await overtakenStandards(tx, importId, new Date()) : await overtaken(tx, importId)
    for (const n of later) moved.add(n)
  }
  if (moved.size > 0) throw new OvertakenError(moved.size)
  const demands: Demand[] = [{ permission: "import" }]
  if (touched.approves) demands.push({ permission: "approve initiative" })
  if (touched.people) demands.push({ permission: "administer" })
  if (touched.stands) demands.push({ permission: "see standing" })
  return { head, standing, demands }
}
