// What a person decides in the preview: which rows, whose side of a clash, which offers, and a corrected cell.
import { assertCan, type Actor } from "~/core/policy"
import type { Strength } from "~/features/elements/link"
import type { Verdict } from "./import-view"

/** Ticks or unticks rows that would change something; by number, or all of a verdict. Refused outside of the preview. */
export async function tickRows(actor: Actor, importId: string, which: { ns: readonly number[]; ticked: boolean } | { verdict: Verdict; ticked: boolean }): Promise<void> {
  assertCan(actor, { permission: "import" })
  return Promise.resolve(void [importId, which])
}

/** Decides a clash of one field: the file's value (mine) or what somebody else wrote (theirs). */
export async function takeSide(actor: Actor, importId: string, n: number, field: string, side: "mine" | "theirs"): Promise<void> {
  assertCan(actor, { permission: "import" })
  return Promise.resolve(void [importId, n, field, side])
}

/** Accepts offers at a strength, by number or all of them; with null takes the acceptance back. */
export async function acceptOffers(actor: Actor, importId: string, which: { ns: readonly number[]; strength: Strength | null } | { all: true; strength: Strength | null }): Promise<void> {
  assertCan(actor, { permission: "import" })
  return Promise.resolve(void [importId, which])
}

/** Corrects one cell of the file, as typed, and reads the file again; `done` comes when the preview stands. */
export async function correctCell(actor: Actor, importId: string, cell: { line: number; field: string; text: string }): Promise<{ done: Promise<void> }> {
  assertCan(actor, { permission: "import" })
  return { done: Promise.resolve(void [importId, cell]) }
}
