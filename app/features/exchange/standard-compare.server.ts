// Comparing a list of standards with how its products stand here, for the preview.
import { database } from "~/core/database.server"
import { judgeRows, setImport, takingTurns, type JudgedRow } from "~/core/import-staging.server"
import { newId } from "~/core/ids"
import { sameRowKey, type DecidedRows } from "./decided-rows"
import { isStandard, judgeStandards, judgingOf, type JudgedStandard } from "./standard-judge.queries.server"
import { dataVersionOf, stagedRows, type StagedBrought } from "./staged-rows.queries.server"

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
