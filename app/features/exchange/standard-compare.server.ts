// Comparing a list of standards with how its products stand here, for the preview; and whether that still holds when it is applied.
import { calendarDate } from "~/core/calendar"
import { same } from "~/core/change"
import { database, type ReadDb } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { judgeRows, setImport, takingTurns, type JudgedRow } from "~/core/import-staging.server"
import { newId } from "~/core/ids"
import { theCompany } from "~/features/company/company.queries.server"
import type { BroughtRecord, FileLook } from "./brought"
import { sameRowKey, type DecidedRows } from "./decided-rows"
import { judgeStandards, judging, type JudgedStandard, type Judging } from "./standard-judge.server"
import { dayOfList } from "./standard-words"
import { dataVersionOf, importHead, stagedRows, type StagedBrought } from "./staged-rows.queries.server"

/** Whether a file is a list of standards; refused where it has other tables besides, which nothing could join with it. */
export function isStandardsList(look: FileLook | null): boolean {
  const kinds = new Set(look?.sheets.filter(({ kind, rows }) => kind !== "skip" && rows > 0).map(({ kind }) => kind))
  if (!kinds.has("standard")) return false
  if (kinds.size > 1) throw new RuleError("Standards come in a file of their own: this one has other tables besides. Leave those out, or bring them apart.")
  return true
}

/** Compares every row of a list anew; what was unticked stays so. */
export async function compareStandards(importId: string, { signal, decided }: { signal?: AbortSignal; decided?: DecidedRows } = {}): Promise<void> {
  const db = database()
  const version = await dataVersionOf(db)
  const judge = await judgingOf(db, importId, new Date())
  const turn = takingTurns()
  for await (const rows of stagedRows(db, importId, ["record"])) {
    signal?.throwIfAborted()
    const listed = rows.filter(isStandard)
    const judged = await judgeStandards(listed, judge)
    await judgeRows(importId, judged.map((one, at) => asRow(one, listed[at], decided)))
    await turn()
  }
  await setImport(importId, { comparedN: version, runnerSeenAt: new Date() })
}

/** The ticked rows of a list that something done since would turn into another change. */
export async function overtakenStandards(db: ReadDb, importId: string, now: Date): Promise<Set<number>> {
  const moved = new Set<number>()
  for await (const { staged, judged } of judgedRows(db, importId, now))
    if (staged.ticked && (staged.verdict !== judged.verdict || !same(staged.before, judged.before) || !same(staged.after, judged.after))) moved.add(judged.n)
  return moved
}

/** The rows of a list in the order of the file, judged by what stands now. */
export async function* judgedRows(db: ReadDb, importId: string, now: Date): AsyncGenerator<{ staged: StagedBrought; judged: JudgedStandard }> {
  const judge = await judgingOf(db, importId, now)
  for await (const rows of stagedRows(db, importId, ["record"])) {
    const listed = rows.filter(isStandard)
    for (const [at, judged] of (await judgeStandards(listed, judge)).entries()) {
      const staged = listed[at]
      if (staged) yield { staged, judged }
    }
  }
}

async function judgingOf(db: ReadDb, importId: string, now: Date): Promise<Judging> {
  const head = await importHead(db, importId)
  const { timeZone } = await theCompany(db)
  const columns = head.look?.sheets.flatMap((sheet) => sheet.columns) ?? []
  return judging(db, {
    choices: head.choices, day: dayOfList({ name: head.fileName, said: head.choices.ofDay, savedAt: head.choices.savedAt }, calendarDate(now, timeZone)),
    heading: (field) => columns.find((column) => column.field === field)?.heading ?? null,
  })
}

function isStandard(row: StagedBrought): row is StagedBrought<BroughtRecord> {
  return row.brought.part === "record" && row.brought.kind === "standard"
}

function asRow(judged: JudgedStandard, staged: StagedBrought | undefined, decided: DecidedRows | undefined): JudgedRow {
  const { n, verdict, product, before, after, problems, name } = judged
  const writes = verdict === "new" || verdict === "changed"
  const chosen = staged && decided?.get(sameRowKey({ part: "record", kind: "standard", place: staged.brought.place, name }))
  const wasUnticked = staged !== undefined && (staged.verdict === "new" || staged.verdict === "changed") && !staged.ticked
  return {
    n, verdict, ticked: writes && (chosen?.ticked ?? !wasUnticked), recordId: product?.id ?? (verdict === "refused" ? null : newId()), recordVersion: product?.version ?? null,
    before, after, clashes: [], problems,
  }
}
