// What may be done to applications: create, update, archive and restore, and take any of it back.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { makeOwner } from "~/features/elements/responsibilities.writes.server"
import { undoDemands, undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { applicationRow, applicationSnapshot, checkApplication, newApplicationFields, type ApplicationFields } from "./application"
import { lockApplications, type Application } from "./applications.queries.server"

/** A new application, with its owner when one is named. Returns its id and short id. */
export function createApplication(actor: Actor, posted: { operationId?: string; ownerId?: string | null } & Pick<ApplicationFields, "name"> & Partial<ApplicationFields>) {
  const { operationId, ownerId, ...input } = posted
  return command({
    actor, operationId, input: ["create application", input, ownerId ?? null],
    load: async () => null,
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { now }) => {
      const application: ApplicationFields = checkApplication({ ...newApplicationFields, ...given(input) })
      const element = await insertElement(tx, { kind: "application", name: application.name, summary: application.summary, now })
      await tx.insertInto("application").values({ id: element.id, kind: "application", ...applicationRow(application) }).execute()
      const owner = ownerId ? await makeOwner(tx, { elementId: element.id, elementKind: "application", personId: ownerId }, now) : []
      return { changes: [created({ kind: "application", id: element.id }, applicationSnapshot(application)), ...owner], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; what others changed meanwhile is merged, or refused as stale where both changed one field. */
export function updateApplication(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<ApplicationFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update application", id, version, input],
    load: (tx) => lockApplications(tx, [id]),
    demands: (found) => found.map(({ ownerIds }) => ({ permission: "edit record" as const, ownerIds })),
    run: async (tx, { loaded: [application], now }) => {
      if (!application) return { changes: [], outcome: { id } }
      const record = { id, version: application.version, snapshot: applicationSnapshot(application) }
      const after = (await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as ApplicationFields
      return { changes: await writeApplication(tx, application, after, now), outcome: { id } }
    },
  })
}

/** Archives or restores applications together; an archived one counts nowhere and keeps its history. */
export function archiveApplications(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive applications", asked.ids, asked.archived],
    load: (tx) => lockApplications(tx, asked.ids),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: found, now }) => {
      const changes = []
      if (!asked.archived) await refuseMerged(tx, asked.ids)
      for (const application of found) changes.push(...(await setArchived(tx, application, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to applications back; those changed since are left and named by id in `left`. */
export function restoreApplications(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore applications", asked.entries.map(({ id }) => id)],
    load: (tx) => lockApplications(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: (found) => undoDemands(actor, asked.entries, (recordId) => ({
      permission: "edit record", ownerIds: found.find(({ id }) => id === recordId)?.ownerIds ?? [],
    })),
    run: (tx, { loaded: found, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: found, now,
        rewrite: (application, before) => writeApplication(tx, application, { ...applicationSnapshot(application), ...before } as unknown as ApplicationFields, now),
      }),
  })
}

/** What was merged comes back by taking the merge back: brought back alone it would be an empty record beside the survivor. */
async function refuseMerged(tx: Tx, ids: readonly string[]): Promise<void> {
  const merged = await tx.selectFrom("mergedApplication").innerJoin("element", "element.id", "mergedApplication.id").innerJoin("element as into", "into.id", "intoId")
    .select(["element.name", "into.name as into"]).where("element.id", "in", [...ids]).executeTakeFirst()
  if (merged) throw new RuleError(`${merged.name} was merged into ${merged.into}. Take the merge back on the page of ${merged.into}.`)
}

async function writeApplication(tx: Tx, application: Application, after: ApplicationFields, now: Date) {
  checkApplication(after)
  await writeElement(tx, application, after, now)
  await tx.updateTable("application").set(applicationRow(after)).where("id", "=", application.id).execute()
  return [changed(application, applicationSnapshot(application), applicationSnapshot(after))]
}
