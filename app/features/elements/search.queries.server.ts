// Finding records by name, short id or summary; where nothing fits, two slips of the hand are forgiven in each word.
import { sql, type RawBuilder } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { fold } from "~/core/fold"
import { parseCode, type ElementKind, type ElementRef } from "./element"
import { asRef } from "./elements.queries.server"
import { likeText } from "./list.queries.server"
import { meantBy, patternOfLikely, slipsForgiven, wordsOf, type Meant } from "./slips"

type Condition = RawBuilder<boolean>
/** The words that may stand for one that was typed. */
type Choice = readonly string[]

interface Asked {
  limit: number
  kind: ElementKind | undefined
}

interface Steps {
  fits: Condition
  /** Who meets the first of these comes first; each lets through only what fits. */
  before: readonly Condition[]
}

/** The records that fit what was typed, best first; empty without text. Archived ones are left out, and other kinds where one is asked for. */
export async function searchElements(db: ReadDb, typed: string, limit = 30, kind?: ElementKind): Promise<ElementRef[]> {
  const folded = fold(typed).slice(0, 100)
  if (folded === "") return []
  const byCode = parseCode(folded)
  if (byCode && (kind === undefined || byCode.kind === kind)) {
    const exact = await selectRefs(db).where("kind", "=", byCode.kind).where("number", "=", byCode.number).execute()
    if (exact.length > 0) return exact.map(asRef)
  }
  const asked: Asked = { limit, kind }
  const found = folded.length < 3 ? await startingWith(db, folded, asked) : await containing(db, folded, asked)
  return found.length > 0 || folded.length < 4 ? found : similar(db, folded, asked)
}

function selectRefs(db: ReadDb) {
  return db.selectFrom("element").select(["id", "kind", "number", "name"]).where("archivedAt", "is", null)
}

/** Under three letters there are no trigrams: names that begin so. */
async function startingWith(db: ReadDb, folded: string, { limit, kind }: Asked): Promise<ElementRef[]> {
  const ofKind = kind === undefined ? selectRefs(db) : selectRefs(db).where("kind", "=", kind)
  const rows = await ofKind.where("sortKey", "like", `${likeText(folded)}%`).orderBy("sortKey").orderBy("id").limit(limit).execute()
  return rows.map(asRef)
}

/** Every word somewhere in name, id or summary; names that begin with what was typed first, then names that contain it. */
function containing(db: ReadDb, folded: string, asked: Asked): Promise<ElementRef[]> {
  const phrase = likeText(folded)
  return firstOf(db, asked, named([folded], {
    fits: allOf(folded.split(" ").map((word) => inText([word]))),
    before: [sql<boolean>`sort_key like ${`${phrase}%`}`, inName([folded])],
  }))
}

/**
 * The same with each word that nothing contains replaced by the nearest words in use; where they do not meet in one record, by
 * all near ones, and then without the words typed last.
 */
async function similar(db: ReadDb, folded: string, asked: Asked): Promise<ElementRef[]> {
  const typed = wordsOf(folded).slice(0, 8)
  const telling = typed.filter((word) => slipsForgiven(word) > 0)
  if (telling.length === 0) return []
  const rows = await db.selectFrom("searchWord").select("word").distinct().where("word", "~", patternOfLikely(telling)).execute()
  const inUse = rows.map(({ word }) => word)
  const meant = typed.map((word) => ({ word, ...(slipsForgiven(word) > 0 ? meantBy(word, inUse) : { nearest: [word], all: [word] }) })).filter(({ all }) => all.length > 0)
  for (const choices of attempts(meant)) {
    const found = await firstOf(db, asked, named(choices.flat(), { fits: allOf(choices.map(inText)), before: [allOf(choices.map(inName))] }))
    if (found.length > 0) return found
  }
  return []
}

/** From the most exact to the least; none is without a word that tells something. */
function attempts(meant: readonly (Meant & { word: string })[]): Choice[][] {
  const made: Choice[][] = []
  for (let kept = meant.length; meant.slice(0, kept).some(({ word }) => slipsForgiven(word) > 0); kept -= 1) {
    const words = meant.slice(0, kept)
    made.push(words.map(({ nearest }) => nearest))
    if (words.some(({ nearest, all }) => all.length > nearest.length)) made.push(words.map(({ all }) => all))
  }
  return made
}

/**
 * What a name contains its search text contains as well, and asking for both makes the planner expect a tenth of what is there.
 * Numbers alone are written otherwise in the two.
 */
function named(words: readonly string[], { fits, before }: Steps): Steps {
  return { fits, before: words.some((word) => /\d/.test(word)) ? before.map((condition) => allOf([fits, condition])) : before }
}

/**
 * The first records that fit, in order of names, those that also meet the first condition before those that meet the second and
 * so on. Each step is a select of its own with its own limit, and the later ones are not begun once there is enough: with
 * thousands that fit, only the first hundred are ever read.
 */
async function firstOf(db: ReadDb, { limit, kind }: Asked, { fits, before }: Steps): Promise<ElementRef[]> {
  const ofKind = kind === undefined ? sql`true` : sql`kind = ${kind}`
  const steps = [...before, fits].map((here, step) => {
    const notEarlier = before.slice(0, step).map((condition) => sql<boolean>`not (${condition})`)
    return sql`(
      select ${step}::int as step, id, kind, number, name from element
      where archived_at is null and ${ofKind} and ${allOf([here, ...notEarlier])}
      order by sort_key, id limit ${limit})`
  })
  const { rows } = await sql<{ step: number; id: string; kind: ElementKind; number: number; name: string }>`
    select * from (${sql.join(steps, sql` union all `)}) as found limit ${limit}`.execute(db)
  return rows.sort((a, b) => a.step - b.step).map(asRef)
}

function allOf(conditions: readonly Condition[]): Condition {
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function inText(choice: Choice): Condition {
  return sql<boolean>`(${sql.join(choice.map((word) => sql`search_text like ${`%${likeText(word)}%`}`), sql` or `)})`
}

function inName(choice: Choice): Condition {
  return sql<boolean>`(${sql.join(choice.map((word) => sql`sort_key like ${`%${likeText(word)}%`}`), sql` or `)})`
}

/** The found records by kind, in the order of the chain. */
export function groupByKind(found: readonly ElementRef[]): { kind: ElementKind; elements: ElementRef[] }[] {
  const order: readonly ElementKind[] = ["goal", "initiative", "service", "application", "function", "capability", "unit", "person", "consultation", "decision", "commitment", "byo"]
  return order
    .map((kind) => ({ kind, elements: found.filter((element) => element.kind === kind) }))
    .filter(({ elements }) => elements.length > 0)
}
