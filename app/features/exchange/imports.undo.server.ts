// Taking a whole applied import back, as one.
import { RuleError } from "~/core/errors"
import { assertCan, type Actor } from "~/core/policy"
import type { Undone } from "~/features/elements/undo"

/** Takes back what an import wrote; records edited since are left and named by id in `left`. */
export async function undoImport(actor: Actor, asked: { operationId: string; undoOperationId?: string }): Promise<Undone> {
  assertCan(actor, { permission: "import" })
  throw new RuleError(`Operation ${asked.operationId} cannot be taken back yet.`)
}
