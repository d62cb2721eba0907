// Reading which applications may be one product: their names, vendors and jobs, and what people said about pairs.
import { sql } from "kysely"
import type { ReadDb } from "~/core/database.server"
import { asRef } from "~/features/elements/elements.queries.server"
import { relationWords } from "~/features/elements/link"
import { linksOf } from "~/features/elements/links.queries.server"
import { belongings, costLinesOf } from "./portfolio.queries.server"
import type { Judged, NamedProduct, Twins } from "./twins"

/** Every application that is not archived, with what tells whether it is another one again. */
export async function namedProducts(db: ReadDb): Promise<NamedProduct[]> {
  return db
    .selectFrom("element").innerJoin("application", "application.id", "element.id")
    .select(["element.id", "element.name", "application.family", "application.productVersion", "application.vendor"])
    .select(sql<string[]>`array(select job.to_id::text from link job where job.from_id = element.id and job.relation = 'performs')`.as("jobIds"))
    .where("element.kind", "=", "application").where("element.archivedAt", "is", null).orderBy("element.sortKey").orderBy("element.id").execute()
}

/** What people said about pairs of applications, by "first second". */
export async function twinJudgements(db: ReadDb): Promise<Map<string, { judged: Judged; reason: string }>> {
  const rows = await db.selectFrom("twinJudgement").select(["firstId", "secondId", "judged", "reason"]).execute()
  return new Map(rows.map((row) => [`${row.firstId} ${row.secondId}`, { judged: row.judged, reason: row.reason }]))
}

/** More pairs than these nobody looks through at once: the likeliest that wait for a judgement come first. */
const mostPairs = 100

/** The pairs as the page shows them, with what was said about each; `found` counts those that wait for a judgement. */
export async function shownPairs(db: ReadDb, twins: readonly Twins[], judged: ReadonlyMap<string, { judged: Judged; reason: string }>) {
  const said = (pair: Twins) => judged.get(`${pair.first} ${pair.second}`)
  const waiting = twins.filter((pair) => !said(pair))
  const chosen = [...waiting.slice(0, mostPairs), ...twins.filter(said).slice(0, mostPairs)]
  const ids = [...new Set(chosen.flatMap(({ first, second }) => [first, second]))]
  const rows = ids.length === 0 ? [] : await db.selectFrom("element").innerJoin("application", "application.id", "element.id").select(["element.id", "element.kind", "element.number", "element.name", "vendor"]).where("element.id", "in", ids).execute()
  const known = new Map(rows.map((row) => [row.id, { ...asRef(row), vendor: row.vendor }]))
  const pairs = chosen.flatMap((pair) => {
    const [first, second] = [known.get(pair.first), known.get(pair.second)]
    return first && second ? [{ first, second, because: pair.because, judged: said(pair)?.judged ?? null, reason: said(pair)?.reason ?? "" }] : []
  })
  return { pairs, found: waiting.length > mostPairs ? waiting.length : pairs.length }
}

/** What a merge would move: uses of both by unit, other links in words, and how much else there is. */
export async function mergePreview(db: ReadDb, fromId: string, intoId: string | null) {
  const [mine, theirs, rest, costs] = await Promise.all([linksOf(db, fromId), intoId === null ? [] : linksOf(db, intoId), belongings(db, fromId), costLinesOf(db, [fromId])])
  const usesOf = (links: typeof mine) => new Map(links.filter((link) => link.relation === "uses").map((link) => [link.other.id, link]))
  const [from, into] = [usesOf(mine), usesOf(theirs)]
  const units = new Map([...into.values(), ...from.values()].map((link) => [link.other.id, link.other]))
  return {
    uses: [...units.values()].map((unit) => ({ unit, from: use(from.get(unit.id)), into: use(into.get(unit.id)) })),
    links: mine.filter((link) => link.relation !== "uses").map((link) => (link.outgoing ? `It ${relationWords[link.relation].forth}: ${link.other.name}` : `${link.other.name} ${relationWords[link.relation].forth} it`)),
    belongings: { ...rest, costs: costs.length },
  }
}

function use(link: { seats: number | null; yearlyCost: string | null } | undefined) {
  return link ? { seats: link.seats, yearlyCost: link.yearlyCost } : null
}
