// What may be done to services: create, update, archive and restore, and take any of it back.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { changed, created, insertElement, setArchived, writeElement } from "~/features/elements/element.writes.server"
import { makeOwner } from "~/features/elements/responsibilities.writes.server"
import { undoDemands, undoEntries, type Undo } from "~/features/elements/undo.writes.server"
import { serviceSnapshot, type ServiceFields } from "./service"
import { lockServices, type Service } from "./services.queries.server"

/** A new service, with its owner when one is named. Returns its id and short id. */
export function createService(actor: Actor, posted: { operationId?: string; ownerId?: string | null } & Pick<ServiceFields, "name"> & Partial<ServiceFields>) {
  const { operationId, ownerId, ...input } = posted
  return command({
    actor, operationId, input: ["create service", input, ownerId ?? null],
    load: async () => null,
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { now }) => {
      const service: ServiceFields = { summary: "", ...given(input) }
      const element = await insertElement(tx, { kind: "service", name: service.name, summary: service.summary, now })
      await tx.insertInto("service").values({ id: element.id, kind: "service" }).execute()
      const owner = ownerId ? await makeOwner(tx, { elementId: element.id, elementKind: "service", personId: ownerId }, now) : []
      return { changes: [created({ kind: "service", id: element.id }, serviceSnapshot(service)), ...owner], outcome: { id: element.id, code: element.code } }
    },
  })
}

/** Changes the fields given; what others changed meanwhile is merged, or refused as stale where both changed one field. */
export function updateService(actor: Actor, posted: { id: string; version: number; operationId?: string } & Partial<ServiceFields>) {
  const { id, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["update service", id, version, input],
    load: (tx) => lockServices(tx, [id]),
    demands: (found) => found.map(({ ownerIds }) => ({ permission: "edit record" as const, ownerIds })),
    run: async (tx, { loaded: [service], now }) => {
      if (!service) return { changes: [], outcome: { id } }
      const record = { id, version: service.version, snapshot: serviceSnapshot(service) }
      const after = (await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as ServiceFields
      return { changes: await writeService(tx, service, after, now), outcome: { id } }
    },
  })
}

/** Archives or restores services together; an archived one counts nowhere and keeps its history. */
export function archiveServices(actor: Actor, asked: { ids: readonly string[]; archived: boolean; operationId?: string }) {
  return command({
    actor, operationId: asked.operationId, input: ["archive services", asked.ids, asked.archived],
    load: (tx) => lockServices(tx, asked.ids),
    demands: () => ({ permission: "edit chain" }),
    run: async (tx, { loaded: found, now }) => {
      const changes = []
      for (const service of found) changes.push(...(await setArchived(tx, service, asked.archived, now)))
      return { changes, outcome: { count: changes.length } }
    },
  })
}

/** Takes one operation's changes to services back; those changed since are left and named by id in `left`. */
export function restoreServices(actor: Actor, asked: Undo) {
  return command({
    actor, operationId: asked.operationId, input: ["restore services", asked.entries.map(({ id }) => id)],
    load: (tx) => lockServices(tx, asked.entries.map(({ recordId }) => recordId)),
    demands: (found) => undoDemands(actor, asked.entries, (recordId) => ({
      permission: "edit record", ownerIds: found.find(({ id }) => id === recordId)?.ownerIds ?? [],
    })),
    run: (tx, { loaded: found, now }) =>
      undoEntries(tx, {
        entries: asked.entries, records: found, now,
        rewrite: (service, before) => writeService(tx, service, { ...serviceSnapshot(service), ...before } as unknown as ServiceFields, now),
      }),
  })
}

async function writeService(tx: Tx, service: Service, after: ServiceFields, now: Date) {
  await writeElement(tx, service, after, now)
  return [changed(service, serviceSnapshot(service), serviceSnapshot(after))]
}
