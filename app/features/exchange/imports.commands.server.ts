// Applying an import: everything that is ticked, in one transaction, or nothing.
import { RuleError } from "~/core/errors"
import { assertCan, type Actor } from "~/core/policy"

/** Writes the ticked rows and accepted offers of an import. Refused outside of its preview, and when a record changed since. */
export async function applyImport(actor: Actor, asked: { importId: string; operationId?: string }): Promise<{ operationId: string; written: number }> {
  assertCan(actor, { permission: "import" })
  throw new RuleError(`Import ${asked.importId} cannot be applied yet.`)
}
