// Reading decisions: one with everything in its room, and locked for a command.
import { sql } from "kysely"
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import { codeOf, type ElementRef } from "~/features/elements/element"
import { elementColumns, type ElementRow } from "~/features/elements/element-row"
import { asRef, findElement, namesOf, ownerIdsOf } from "~/features/elements/elements.queries.server"
import type { DecisionFields, DecisionRelation, DecisionState } from "./decision"
import type { Criterion, DecisionOption } from "./parts"
import { askedThenIn, signedText, type Signed } from "./signing"
import type { Score } from "./weighing"

export interface Decision extends DecisionFields, Omit<ElementRow, "kind"> {
  kind: "decision"
  state: DecisionState
  supersedesId: string | null
  supersededById: string | null
  endedWhy: string
  importedFrom: string | null
  importedOn: string | null
  content: string | null
  checksum: string | null
  readyAt: Date | null
  signedAt: Date | null
  /** persons accountable or responsible */
  ownerIds: string[]
}

const own = ["topic", "state", "context", "outcome", "reasons", "constraints", "reviewOn", "revisitWhen", "supersedesId", "supersededById", "endedWhy", "importedFrom", "importedOn", "content", "checksum", "readyAt", "signedAt"] as const

function selectDecisions(db: ReadDb) {
  return db.selectFrom("decision").innerJoin("element", "element.id", "decision.id").select(elementColumns).select(own.map((column) => `decision.${column}` as const))
}

/** The decision with this short id. */
export async function findDecision(db: ReadDb, code: string): Promise<Decision> {
  const { id } = await findElement(db, code, "decision")
  const row = await selectDecisions(db).where("decision.id", "=", id).executeTakeFirstOrThrow()
  return { ...row, kind: "decision", ownerIds: await ownerIdsOf(db, id) }
}

/** The decisions, locked in one order; refused when one is not there. */
export async function lockDecisions(tx: Tx, ids: readonly string[]): Promise<Decision[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await selectDecisions(tx).where("decision.id", "in", wanted).orderBy("element.id").forUpdate().execute()
  if (rows.length < wanted.length) throw new NotFoundError("This decision")
  const decisions: Decision[] = []
  for (const row of rows) decisions.push({ ...row, kind: "decision", ownerIds: await ownerIdsOf(tx, row.id) })
  return decisions
}

/** One decision, locked. */
export async function lockDecision(tx: Tx, id: string): Promise<Decision> {
  const [decision] = await lockDecisions(tx, [id])
  if (!decision) throw new NotFoundError("This decision")
  return decision
}

export interface Scorer {
  personId: string
  finished: boolean
}

export interface NamedDecider {
  personId: string
  signed: boolean
  signedAt: Date | null
  signedChecksum: string | null
  dissent: string
}

export interface Tie {
  relation: DecisionRelation
  to: ElementRef
}

/** What lies in the room of one decision. */
export interface DecisionParts {
  options: DecisionOption[]
  criteria: Criterion[]
  scorers: Scorer[]
  scores: Score[]
  deciders: NamedDecider[]
  ties: Tie[]
}

const savingColumns = ["seats", "seatPrice", "support", "maintenance", "administration", "extraSeats", "standardPrice", "uplift", "migration", "trainingHours", "hourlyRate", "contractExit", "contract", "contractEndsOn"] as const

/** The options of a decision in their order, doing nothing first. */
export async function optionsOf(db: ReadDb, decisionId: string): Promise<DecisionOption[]> {
  const rows = await db
    .selectFrom("decisionOption").select(["id", "name", "summary", "isNothing", "isLeading", "version"]).select(savingColumns)
    .where("decisionId", "=", decisionId).orderBy("position").orderBy("id").execute()
  return rows.map(({ id, name, summary, isNothing, isLeading, version, ...saving }) => ({ id, name, summary, isNothing, isLeading, version, saving }))
}

/** The criteria of a decision in their order. */
export function criteriaOf(db: ReadDb, decisionId: string): Promise<Criterion[]> {
  return db.selectFrom("decisionCriterion").select(["id", "name", "meaning", "weight", "version"]).where("decisionId", "=", decisionId).orderBy("position").orderBy("id").execute()
}

/** Everything in the room of one decision. */
export async function partsOf(db: ReadDb, decisionId: string): Promise<DecisionParts> {
  const options = await optionsOf(db, decisionId)
  const criteria = await criteriaOf(db, decisionId)
  const scorers = await db
    .selectFrom("decisionScorer as s").innerJoin("element as e", "e.id", "s.personId").select(["s.personId", "s.finishedAt"])
    .where("s.decisionId", "=", decisionId).orderBy("e.sortKey").orderBy("e.id").execute()
  const scores = await db.selectFrom("decisionScore").select(["optionId", "criterionId", "scorerId", "score"]).where("decisionId", "=", decisionId).execute()
  const deciders = await db
    .selectFrom("decisionDecider as d").innerJoin("element as e", "e.id", "d.personId").select(["d.personId", "d.signedAt", "d.signedChecksum", "d.dissent"])
    .where("d.decisionId", "=", decisionId).orderBy("d.createdAt").orderBy("e.id").execute()
  const ties = await db
    .selectFrom("decisionTie as t").innerJoin("element as e", "e.id", "t.toId").select(["t.relation", "e.id", "e.kind", "e.number", "e.name"])
    .where("t.decisionId", "=", decisionId).orderBy("e.sortKey").orderBy("e.id").execute()
  return {
    options, criteria, scores,
    scorers: scorers.map(({ personId, finishedAt }) => ({ personId, finished: finishedAt !== null })),
    deciders: deciders.map((one) => ({ ...one, signed: one.signedAt !== null })),
    ties: ties.map(({ relation, ...to }) => ({ relation, to: asRef(to) })),
  }
}

/** Whether anybody has begun to score, so that options and criteria stay as they are. */
export async function isScored(db: ReadDb, decisionId: string): Promise<boolean> {
  return (await db.selectFrom("decisionScore").select("optionId").where("decisionId", "=", decisionId).limit(1).executeTakeFirst()) !== undefined
}

/** What of a decision is signed, with short ids in place of people and records. */
export async function signedOf(db: ReadDb, decision: Decision, parts: DecisionParts): Promise<Signed> {
  const { scorers, scores, deciders, ties, options, criteria } = parts
  const names = await namesOf(db, [...scorers, ...deciders].map(({ personId }) => personId))
  const supersedes = decision.supersedesId === null ? undefined : (await namesOf(db, [decision.supersedesId])).get(decision.supersedesId)
  const code = (personId: string) => names.get(personId)?.code ?? ""
  return {
    code: codeOf("decision", decision.number), fields: decision, options, criteria, scores,
    ties: ties.map(({ relation, to }) => ({ relation, code: to.code })), deciders: deciders.map(({ personId }) => code(personId)),
    scorers: Object.fromEntries(scorers.map(({ personId }) => [personId, code(personId)])), supersedes: supersedes?.code ?? null,
  }
}

/** The SHA-256 of signed words, as the database reckons it. */
export async function checksumOf(db: ReadDb, text: string): Promise<string> {
  const { rows } = await sql<{ checksum: string }>`select encode(sha256(convert_to(${text}::text, 'UTF8')), 'hex') as checksum`.execute(db)
  return rows[0]?.checksum ?? ""
}

/** What is proved of signed words. */
export interface Proof {
  /** they are those of the checksum */
  checksum: boolean
  /** the history told this checksum when they were frozen */
  history: boolean
  /** the records of the decision still say the same */
  records: boolean
  /** everybody signed these words and no others */
  signatures: boolean
}

/** Proves the frozen words of a decision against its checksum, the history, its records and its signatures; null while nothing is frozen. */
export async function proofOf(db: ReadDb, decision: Decision, parts: DecisionParts): Promise<Proof | null> {
  const { content, checksum } = decision
  if (content === null || checksum === null) return null
  const told = await sql`
    select 1 from change c, jsonb_array_elements(c.fields) f
    where c.record_id = ${decision.id}::uuid and f->>'field' = 'checksum' and f->>'after' = ${checksum} limit 1`.execute(db)
  const then = askedThenIn(content)
  return {
    checksum: (await checksumOf(db, content)) === checksum, history: told.rows.length > 0,
    records: then !== null && signedText(await signedOf(db, decision, parts), then) === content,
    signatures: parts.deciders.every(({ signed, signedChecksum }) => !signed || signedChecksum === checksum),
  }
}

export interface RealisedSaving {
  id: string
  fromOn: string
  untilOn: string
  amount: string
  evidence: string
  by: ElementRef | null
}

/** The savings recorded for a decision, the earliest first. */
export async function realisedOf(db: ReadDb, decisionId: string): Promise<RealisedSaving[]> {
  const rows = await db.selectFrom("realisedSaving").select(["id", "fromOn", "untilOn", "amount", "evidence", "recordedBy"]).where("decisionId", "=", decisionId).orderBy("fromOn").orderBy("id").execute()
  const names = await namesOf(db, rows.map(({ recordedBy }) => recordedBy))
  return rows.map(({ recordedBy, ...row }) => ({ ...row, by: recordedBy === null ? null : (names.get(recordedBy) ?? null) }))
}
