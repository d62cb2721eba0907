// Taking a whole applied import back, as one.
import { command } from "~/core/command.server"
import { database, type Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import { assertCan, type Actor } from "~/core/policy"
import { readHistory } from "~/core/record-history.server"
import { lockTree } from "~/features/elements/tree.writes.server"
import { netEntries, undoOffered, type NetEntry, type Undone } from "~/features/elements/undo"
import { takeBack } from "./import-undo.writes.server"
import { importOfOperation } from "./imports.queries.server"
import { treeKinds } from "./record-shape"

/** Takes back what an import wrote: what it made is archived, links go, changes are written back; what was edited since is left and named by id. */
export async function undoImport(actor: Actor, asked: { operationId: string; undoOperationId?: string }): Promise<Undone & { operationId: string }> {
  assertCan(actor, { permission: "import" })
  const found = await importOfOperation(database(), asked.operationId)
  if (!found) throw new RuleError("There is nothing to undo: no import was applied like this.")
  return command({
    actor, operationId: asked.undoOperationId, input: ["undo import", asked.operationId], patient: true, evenArchived: true,
    load: (tx) => load(tx, found.id, asked.operationId),
    demands: () => ({ permission: "import" }),
    run: async (tx, { loaded, now, today }) => {
      if (!undoOffered(loaded.appliedAt.getTime(), now.getTime())) throw new RuleError("Undo is offered for 30 days. Change the records by hand.")
      const { changes, left } = await takeBack(tx, { importId: found.id, entries: loaded.entries, appliedAt: loaded.appliedAt, actor, now, today })
      await tx.updateTable("import").set({ state: "undone", message: left.length === 0 ? "" : `${left.length} changed since and were left as they are.` }).where("id", "=", found.id).execute()
      return { changes, outcome: { undone: new Set(changes.map(({ id }) => id)).size, left: left.slice(0, 1000) } }
    },
  })
}

async function load(tx: Tx, importId: string, operationId: string): Promise<{ entries: ReadonlyMap<string, NetEntry[]>; appliedAt: Date }> {
  await lockTree(tx, "imports", async () => null)
  const row = await tx.selectFrom("import").select(["state", "appliedAt"]).where("id", "=", importId).forUpdate().executeTakeFirstOrThrow()
  if (row.state !== "applied" || row.appliedAt === null) throw new RuleError("This import was already taken back.")
  for (const tree of [...treeKinds, "requires"]) await lockTree(tx, tree, async () => null)
  const ids = await tx.selectFrom("change").select("id").where("operationId", "=", operationId).orderBy("id").execute()
  const byKind = new Map<string, Awaited<ReturnType<typeof readHistory>>>()
  for (let from = 0; from < ids.length; from += 500) {
    const entries = await readHistory(tx, { ids: ids.slice(from, from + 500).map(({ id }) => id) }, { standing: true })
    for (const entry of entries.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)))) {
      const list = byKind.get(entry.recordKind)
      if (list) list.push(entry)
      else byKind.set(entry.recordKind, [entry])
    }
  }
  return { entries: new Map([...byKind].map(([kind, entries]) => [kind, netEntries(entries)])), appliedAt: row.appliedAt }
}
