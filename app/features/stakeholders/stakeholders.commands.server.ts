// What may be done to people as parties: say how they wish to be spoken to, and where they stand overall or about one subject.
import { given } from "~/core/change"
import { command } from "~/core/command.server"
import type { Tx } from "~/core/database.server"
import { NotFoundError, RuleError } from "~/core/errors"
import { newId } from "~/core/ids"
import type { Actor } from "~/core/policy"
import { mergeEdit } from "~/core/record-history.server"
import { created } from "~/features/elements/element.writes.server"
import { lockElement } from "~/features/elements/elements.queries.server"
import { profileSnapshot, usualProfile, type Profile } from "./profile"
import { lockProfiles } from "./profile.queries.server"
import { checkStanding, standingSnapshot, subjectKinds, unknownStanding, type Standing } from "./standing"
import { lockStanding } from "./standing.queries.server"
import { wholeStanding, writeProfile, writeStanding } from "./stakeholders.writes.server"

/**
 * Says where somebody stands, overall or about a subject; fields that others changed meanwhile are merged, or refused as stale where
 * both changed one. Refused for whoever is archived, and for a subject that is archived or of a kind nobody is asked about.
 */
export function saveStanding(actor: Actor, posted: { personId: string; subjectId: string | null; version: number; operationId?: string } & Partial<Standing>) {
  const { personId, subjectId, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["save standing", personId, subjectId, version, input],
    load: async (tx) => {
      await lockParty(tx, personId)
      if (subjectId !== null) await requireSubject(tx, subjectId)
      return lockStanding(tx, { personId, subjectId })
    },
    demands: () => ({ permission: "see standing" }),
    run: async (tx, { loaded: standing, now }) => {
      if (standing) {
        const record = { id: standing.id, version: standing.version, snapshot: standingSnapshot(standing) }
        const after = (await mergeEdit(tx, record, { version, edit: given(input) })) as unknown as Standing
        return { changes: await writeStanding(tx, standing, after), outcome: { id: standing.id } }
      }
      const fresh = { id: newId(now.getTime()), personId, subjectId, ...checkStanding({ ...unknownStanding, ...given(input) }) }
      await tx.insertInto("standing").values({ ...fresh, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "standing", id: fresh.id, about: [] }, wholeStanding(fresh))], outcome: { id: fresh.id } }
    },
  })
}

/** Says how a person or group wishes to be spoken to; merged or refused as stale like every edit. */
export function saveProfile(actor: Actor, posted: { personId: string; version: number; operationId?: string } & Partial<Profile>) {
  const { personId, version, operationId, ...input } = posted
  return command({
    actor, operationId, input: ["save profile", personId, version, input],
    load: async (tx) => {
      await lockParty(tx, personId)
      return (await lockProfiles(tx, [personId]))[0]
    },
    demands: () => ({ permission: "edit engagement" }),
    run: async (tx, { loaded: profile, now }) => {
      if (profile) {
        const after = (await mergeEdit(tx, { id: personId, version: profile.version, snapshot: profileSnapshot(profile) }, { version, edit: given(input) })) as unknown as Profile
        return { changes: await writeProfile(tx, profile, after), outcome: { id: personId } }
      }
      const fresh = { ...usualProfile, ...given(input) }
      await tx.insertInto("stakeholder").values({ personId, ...fresh, version: 1, createdAt: now }).execute()
      return { changes: [created({ kind: "stakeholder", id: personId }, profileSnapshot(fresh))], outcome: { id: personId } }
    },
  })
}

async function lockParty(tx: Tx, personId: string): Promise<void> {
  const person = await lockElement(tx, personId, "person")
  if (person.archivedAt) throw new RuleError(`${person.name} is archived. Bring the record back first.`)
}

async function requireSubject(tx: Tx, subjectId: string): Promise<void> {
  const subject = await lockElement(tx, subjectId)
  if (!(subjectKinds as readonly string[]).includes(subject.kind)) throw new NotFoundError("This subject")
  if (subject.archivedAt) throw new RuleError(`${subject.name} is archived. Choose something else.`, { field: "subjectId" })
}
