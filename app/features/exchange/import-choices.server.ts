// What a person decides in the preview: which rows, whose side of a clash, which offers, and a corrected cell.
import { database } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { judgeRows, setOffers, setTicks } from "~/core/import-staging.server"
import { assertCan, type Actor } from "~/core/policy"
import type { Strength } from "~/features/elements/link"
import { rereadImport, type ReadFile } from "./import-job.server"
import type { Verdict } from "./import-view"
import { differing, resolved } from "./judged-change"
import { importHead, stagedRow } from "./staged-rows.queries.server"

/** Ticks or unticks rows that would change something; by number, or all of a verdict. Refused outside of the preview. */
export async function tickRows(actor: Actor, importId: string, which: { ns: readonly number[]; ticked: boolean } | { verdict: Verdict; ticked: boolean }): Promise<void> {
  await inPreview(actor, importId)
  await setTicks(importId, "ns" in which ? { ns: which.ns } : { verdict: which.verdict }, which.ticked)
}

/** Decides a clash of one field: the file's value (mine) or what somebody else wrote (theirs). */
export async function takeSide(actor: Actor, importId: string, n: number, field: string, side: "mine" | "theirs"): Promise<void> {
  await inPreview(actor, importId)
  const row = await stagedRow(database(), importId, n)
  if (!row?.before || !row.after || !row.clashes.some((one) => one.field === field)) throw new RuleError("There is nothing to choose here any more. Reload the page.")
  const wanted = { ...row.after }
  for (const clash of row.clashes) wanted[clash.field] = clash.mine
  const clashes = row.clashes.map((one) => (one.field === field ? { ...one, take: side } : one))
  const after = resolved(row.before, wanted, clashes)
  const ticked = differing(row.before, after).length > 0
  await judgeRows(importId, [{ n, verdict: "changed", ticked, recordId: row.recordId, recordVersion: row.recordVersion, before: row.before, after, clashes, problems: [] }])
}

/** Accepts offers at a strength, by number or all of them; with null takes the acceptance back. */
export async function acceptOffers(actor: Actor, importId: string, which: { ns: readonly number[]; strength: Strength | null } | { all: true; strength: Strength | null }): Promise<void> {
  await inPreview(actor, importId)
  await setOffers(importId, "all" in which ? null : which.ns, which.strength)
}

/** Corrects one cell of the file, as typed, and reads the file again; `done` comes when the preview stands. */
export async function correctCell(actor: Actor, importId: string, cell: { line: number; field: string; text: string }, read?: ReadFile): Promise<{ done: Promise<void> }> {
  const { choices } = await inPreview(actor, importId)
  const line = String(cell.line)
  const corrections = { ...choices.corrections, [line]: { ...choices.corrections?.[line], [cell.field]: cell.text } }
  return rereadImport(actor, importId, { ...choices, corrections }, read)
}

async function inPreview(actor: Actor, importId: string) {
  assertCan(actor, { permission: "import" })
  const head = await importHead(database(), importId)
  if (head.state !== "preview") throw new RuleError("This import is not in its preview any more. Reload the page to see how it stands.")
  return head
}
