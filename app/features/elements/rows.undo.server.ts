// Undoing links, parts, comments, questions and accepted gaps: rows that were made, changed or taken away.
import { command } from "~/core/command.server"
import type { HistoryEntry, RecordChange, Snapshot } from "~/core/change"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor, Demand } from "~/core/policy"
import { changed, created, removed } from "./element.writes.server"
import { onChain } from "./element-row"
import { lockElement, ownersOf } from "./elements.queries.server"
import { checkNoCycle, linkSnapshot, mayLink, type LinkFields, type Relation } from "./link"
import { addLink, dropLink, settlePrimary } from "./link.writes.server"
import { lockLink, prerequisites } from "./links.queries.server"
import { demandFor, requireAnswerable, responsibilitySnapshot, type ResponsibilityRole } from "./responsibility"
import { lockTree } from "./tree.writes.server"
import { beforeOf, isRemoval, netEntries, plan, type NetEntry, type Undone } from "./undo"

type Ends = { fromId: string; relation: Relation; toId: string }

/** Undoes what an operation did to links; links changed since are left. */
export function restoreLinks(actor: Actor, asked: { entries: readonly HistoryEntry[]; operationId?: string }) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo links", entries.map(({ recordId, version }) => [recordId, version])],
    load: async (tx) => {
      const needs = await lockTree(tx, "requires", () => prerequisites(tx))
      const rows = await tx.selectFrom("link").select(["id", "version", "fromId", "toId"]).where("id", "in", idsOf(entries)).orderBy("id").forUpdate().execute()
      const ends = [...rows.map((row) => [row.fromId, row.toId]), ...entries.filter(isRemoval).map((entry) => endsOf(beforeOf(entry)))]
      return { needs, rows, ends, owners: await ownersOf(tx, ends.flat()) }
    },
    // judged link by link: who owns one of its two ends may
    demands: ({ ends, owners }): Demand[] => ends.map((pair) => ({ permission: "edit record", ownerIds: pair.flatMap((id) => owners.get(id) ?? []) })),
    run: async (tx, { loaded: { rows, needs }, now }) => {
      const changes: RecordChange[] = []
      const { todo, left } = plan(entries, rows)
      for (const entry of todo) {
        if (entry.action === "created") changes.push(...(await dropLink(tx, await lockLink(tx, entry.recordId))))
        else if (entry.action === "removed") changes.push(...(await remakeLink(tx, entry, needs, now)))
        else changes.push(...(await revertLink(tx, entry)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

async function remakeLink(tx: Tx, entry: NetEntry, needs: ReadonlyMap<string, readonly string[]>, now: Date): Promise<RecordChange[]> {
  const was = beforeOf(entry) as unknown as Ends & LinkFields
  const [from, to] = [await lockElement(tx, was.fromId), await lockElement(tx, was.toId)]
  if (!onChain(from) || !onChain(to) || !mayLink(from.kind, was.relation, to.kind)) throw new RuleError("These two kinds of record cannot be linked in this way.")
  if (was.relation === "requires") checkNoCycle(from.id, to.id, needs)
  const { changes } = await addLink(tx, { ...was, id: entry.recordId, version: entry.version + 1, fromKind: from.kind, toKind: to.kind }, now)
  return changes
}

async function revertLink(tx: Tx, entry: NetEntry): Promise<RecordChange[]> {
  const link = await lockLink(tx, entry.recordId)
  const before = linkSnapshot(link)
  const { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost } = { ...before, ...beforeOf(entry) } as unknown as LinkFields
  const fields = { strength, isPrimary, note, mandatory, lagDays, criticality, fit, seats, yearlyCost }
  const changes = isPrimary && !link.isPrimary ? await settlePrimary(tx, link.fromId, link.id) : []
  await tx.updateTable("link").set({ ...fields, version: link.version + 1 }).where("id", "=", link.id).execute()
  return [...changes, changed({ kind: "link", id: link.id, version: link.version, about: [link.fromId, link.toId] }, before, { ...before, ...fields })]
}

/** Undoes parts given and taken. */
export function restoreResponsibilities(actor: Actor, asked: { entries: readonly HistoryEntry[]; operationId?: string }) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo parts", entries.map(({ recordId, action }) => [recordId, action])],
    load: async (tx) => {
      const rows = await tx.selectFrom("responsibility").select(["id", "elementId", "personId", "role"]).where("id", "in", idsOf(entries)).orderBy("id").forUpdate().execute()
      const owners = await ownersOf(tx, [...rows.map((row) => row.elementId), ...entries.filter(isRemoval).map((entry) => String(beforeOf(entry).elementId))])
      return { rows: rows.map((row) => ({ ...row, version: 1 })), owners }
    },
    demands: ({ owners, rows }) =>
      [...rows, ...entries.filter(isRemoval).map((entry) => beforeOf(entry) as { elementId: string; role: ResponsibilityRole })].map(({ elementId, role }) =>
        demandFor(role, owners.get(elementId) ?? [])),
    run: async (tx, { loaded: { rows }, now }) => {
      const changes: RecordChange[] = []
      const { todo, left } = plan(entries, rows)
      // what was given is taken first, so that an owner can return to a place that is free
      for (const entry of [...todo].sort((a, b) => Number(b.action === "created") - Number(a.action === "created"))) {
        if (entry.action === "created") {
          const row = rows.find(({ id }) => id === entry.recordId)!
          await tx.deleteFrom("responsibility").where("id", "=", row.id).execute()
          changes.push(removed({ kind: "responsibility", id: row.id, about: [row.elementId, row.personId] }, responsibilitySnapshot(row)))
          continue
        }
        const was = beforeOf(entry) as unknown as { elementId: string; personId: string; role: ResponsibilityRole }
        const element = await lockElement(tx, was.elementId)
        await tx.insertInto("responsibility").values({ ...was, id: entry.recordId, elementKind: requireAnswerable(element.kind), createdAt: now }).execute()
        changes.push(created({ kind: "responsibility", id: entry.recordId, about: [was.elementId, was.personId] }, responsibilitySnapshot(was)))
      }
      return { changes, outcome: { undone: todo.length, left } satisfies Undone }
    },
  })
}

function idsOf(entries: readonly NetEntry[]): string[] {
  return entries.map((entry) => entry.recordId)
}

function endsOf(link: Snapshot): string[] {
  return [String(link.fromId), String(link.toId)]
}
