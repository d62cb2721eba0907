// The one door through which records are written: lock, authorise, transact, record the change.
import { AsyncLocalStorage } from "node:async_hooks"
import { createHash } from "node:crypto"
import { sql } from "kysely"
import { refuseArchived } from "./archived.server"
import { calendarDate } from "./calendar"
import type { RecordChange } from "./change"
import { patientDatabase, tellReader, writableDatabase, type Tx } from "./database.server"
import { RuleError, ruleOfConstraint } from "./errors"
import { newId } from "./ids"
import { assertCan, type Actor, type Demand } from "./policy"
import { writeHistory } from "./record-history.server"

/** Ids and counts only: it is stored for a day and given back when the same form arrives twice. */
export type Outcome = { [key: string]: string | number | boolean | null | string[] }

export interface Command<Loaded, Result extends Outcome> {
  actor: Actor
  /** the form's hidden id; the same id with the same input returns the first outcome */
  operationId?: string
  /** what was asked for, hashed to tell a repetition from a mistake */
  input?: unknown
  /** an import of many thousand rows: the transaction may take minutes, on a connection of its own */
  patient?: true
  /** what stays possible when the record is archived: erasing a person, ending what is open, taking a whole import back */
  evenArchived?: true
  load: (tx: Tx) => Promise<Loaded>
  /** what the actor must be allowed, judged on what was loaded and locked */
  demands: (loaded: Loaded) => Demand | readonly Demand[]
  /** writes what the rules return; only `tx` may be touched, since the whole may run again after a conflict */
  run: (tx: Tx, context: CommandContext<Loaded>) => Promise<{ changes: readonly RecordChange[]; outcome: Result }>
}

export interface CommandContext<Loaded> {
  loaded: Loaded
  now: Date
  /** calendar date of `now` in the company's time zone */
  today: string
  operationId: string
}

const dayLength = 86_400_000
const conflictCodes = new Set(["40001", "40P01"])
const doorTime = new AsyncLocalStorage<Date>()

/** Runs the command in one transaction and returns its outcome together with the operation's id (for undo). */
export async function command<Loaded, Result extends Outcome>(
  asked: Command<Loaded, Result>,
): Promise<Result & { operationId: string }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(asked)
    } catch (error) {
      if (attempt < 3 && isConflict(error)) continue
      throw ruleOfConstraint(error) ?? error
    }
  }
}

async function once<Loaded, Result extends Outcome>(asked: Command<Loaded, Result>): Promise<Result & { operationId: string }> {
  const nameless = asked.actor.kind === "nameless"
  const operationId = nameless ? unlinked(asked.operationId ?? newId()) : (asked.operationId ?? newId())
  return (asked.patient ? patientDatabase() : writableDatabase())
    .transaction()
    .setIsolationLevel("read committed")
    .execute(async (tx) => {
      if (asked.patient) await bePatient(tx)
      const company = await tx.selectFrom("company").select(["timeZone", "isSample"]).executeTakeFirst()
      // an installation without a company may still become the sample
      const moment = timeOfDoor(company?.isSample ?? true)
      // what nobody signed keeps the day alone, so that its time cannot be laid beside somebody's last visit
      const now = nameless ? new Date(Math.floor(moment.getTime() / dayLength) * dayLength) : moment
      const earlier = await claimOperation(tx, { operationId, actor: asked.actor, input: asked.input, now })
      if (earlier) return { ...(earlier as Result), operationId }
      // what a command may read of guarded rows is what its actor may read
      await tellReader(tx, asked.actor.personId)
      const loaded = await asked.load(tx)
      for (const demand of [asked.demands(loaded)].flat()) assertCan(asked.actor, demand)
      const { changes, outcome } = await asked.run(tx, { loaded, now, today: calendarDate(moment, company?.timeZone ?? "UTC"), operationId })
      if (!asked.evenArchived) await refuseArchived(tx, changes, now)
      await writeHistory(tx, { operationId, actor: asked.actor, now, changes })
      await tx.updateTable("operation").set({ outcome: JSON.stringify(outcome) }).where("id", "=", operationId).execute()
      // last, so that the row is held only for the commit: what is cached by this version is computed anew
      await tx.updateTable("dataVersion").set((eb) => ({ n: eb("n", "+", "1") })).execute()
      return { ...outcome, operationId }
    })
}

/**
 * The operation's id of what nobody signed. A form's id holds the moment at which its page was made and is kin to those of the page's other
 * forms, which somebody may have signed; this one is not, and the same form still arrives once.
 */
function unlinked(operationId: string): string {
  const hex = createHash("sha256").update(`nameless ${operationId}`).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The limits of PostgreSQL, wider for this transaction alone; the embedded engine has none. */
async function bePatient(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 60000`.execute(tx)
  await sql`set local lock_timeout = 30000`.execute(tx)
}

/** Claims the operation's id; returns the stored outcome when the very same was done before. */
async function claimOperation(
  tx: Tx,
  claim: { operationId: string; actor: Actor; input: unknown; now: Date },
): Promise<Outcome | undefined> {
  const row = {
    id: claim.operationId,
    actorId: claim.actor.personId ?? claim.actor.kind,
    bodySha256: createHash("sha256").update(JSON.stringify(claim.input ?? null)).digest("hex"),
    createdAt: claim.now,
  }
  const mine = await tx.insertInto("operation").values(row).onConflict((oc) => oc.column("id").doNothing()).returning("id").executeTakeFirst()
  if (mine) return undefined
  const done = await tx.selectFrom("operation").selectAll().where("id", "=", row.id).executeTakeFirst()
  if (done?.outcome && done.actorId === row.actorId && done.bodySha256 === row.bodySha256) return done.outcome as Outcome
  throw new RuleError("This form was already sent with other content. Reload the page to see what was saved, then change it again.")
}

function timeOfDoor(isSample: boolean): Date {
  const earlier = doorTime.getStore()
  if (!earlier) return new Date()
  if (!isSample) throw new Error("Only a sample installation may be written at an earlier time.")
  return earlier
}

/** Opens the door at an earlier time, for the sample company's history alone (db/seed/demo). */
export function atSampleTime<T>(time: Date, run: () => Promise<T>): Promise<T> {
  return doorTime.run(time, run)
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && conflictCodes.has(String(error.code))
}
