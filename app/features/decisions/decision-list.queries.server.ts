// Reading the list of decisions, a page of it, and the figures of all of them.
import { sql } from "kysely"
import { calendarDate } from "~/core/calendar"
import type { ReadDb } from "~/core/database.server"
import { addMoney, type Money } from "~/core/money"
import { codeOf } from "~/features/elements/element"
import { decisionStates, type DecisionState } from "./decision"
import type { DecisionRow } from "./decision-list"
import { savingOf, type SavingInputs } from "./saving"

export const listedDecisions = 50

/** One page of the decisions in a state (or in any): what waits first, then the latest; three queries however many rows. Versions of the strategy have a page of their own. */
export async function listDecisions(db: ReadDb, asked: { state: DecisionState | null; page: number; timeZone: string; today: string }) {
  const fitting = () => {
    const rows = db.selectFrom("decision as d").innerJoin("element as e", "e.id", "d.id").where("e.archivedAt", "is", null).where("d.topic", "<>", "strategy version")
    return asked.state ? rows.where("d.state", "=", asked.state) : rows
  }
  const total = Number((await fitting().select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()).n)
  const pageCount = Math.max(1, Math.ceil(total / listedDecisions))
  const page = Math.min(pageCount, Math.max(1, asked.page))
  const found = await fitting()
    .leftJoin("decisionOption as o", (join) => join.onRef("o.decisionId", "=", "d.id").on("o.isLeading", "=", true))
    .select(["e.id", "e.number", "e.name", "e.version", "d.topic", "d.state", "d.signedAt", "d.reviewOn", "d.importedFrom", "o.name as chosen"])
    .select(savingColumns)
    .select([
      sql<{ id: string; number: number; name: string } | null>`(select json_build_object('id', f.id, 'number', f.number, 'name', f.name) from decision_tie t join element f on f.id = t.to_id where t.decision_id = d.id and t.relation = 'governs' order by f.sort_key, f.id limit 1)`.as("job"),
      sql<string | null>`(select who.name from responsibility r join element who on who.id = r.person_id where r.element_id = d.id and r.role = 'accountable')`.as("owner"),
      sql<string | null>`(select sum(s.amount)::text from realised_saving s where s.decision_id = d.id)`.as("realised"),
      sql<number>`(select count(*)::int from decision_decider x where x.decision_id = d.id)`.as("deciders"),
      sql<number>`(select count(x.signed_at)::int from decision_decider x where x.decision_id = d.id)`.as("signed"),
    ])
    .orderBy(sql`array_position(array['ready', 'in consultation', 'draft', 'approved', 'rejected', 'superseded', 'withdrawn'], d.state)`)
    .orderBy("d.signedAt", (order) => order.desc().nullsLast()).orderBy("e.sortKey").orderBy("e.id")
    .limit(listedDecisions).offset((page - 1) * listedDecisions).execute()
  const rows = found.map(({ id, number, name, version, topic, state, signedAt, reviewOn, importedFrom, chosen, job, owner, realised, deciders, signed, ...inputs }): DecisionRow => {
    const signedOn = signedAt && calendarDate(signedAt, asked.timeZone)
    return {
      id, code: codeOf("decision", number), name, version, topic, state, owner, chosen, realised, deciders, signed, signedOn, reviewOn, imported: importedFrom !== null,
      job: job && { id: job.id, kind: "function", code: codeOf("function", job.number), name: job.name },
      saving: chosen === null ? null : (savingOf(inputs as SavingInputs, signedOn ?? asked.today)?.netYearly ?? null),
      reviewDue: state === "approved" && reviewOn !== null && reviewOn <= asked.today,
    }
  })
  return { rows, total, page, pageCount }
}

const savingColumns = [
  "o.seats", "o.seatPrice", "o.support", "o.maintenance", "o.administration", "o.extraSeats", "o.standardPrice", "o.uplift", "o.migration", "o.trainingHours", "o.hourlyRate", "o.contractExit", "o.contract", "o.contractEndsOn",
] as const

/** Every decision in a state (or in any), a page at a time, for a file. */
export async function* decisionsForFile(db: ReadDb, asked: { state: DecisionState | null; timeZone: string; today: string }): AsyncGenerator<DecisionRow[]> {
  for (let page = 1, pageCount = 1; page <= pageCount; page++) {
    const part = await listDecisions(db, { ...asked, page })
    pageCount = part.pageCount
    yield part.rows
  }
}

export interface DecisionFigures {
  /** how many there are in each state */
  states: Record<DecisionState, number>
  /** what the chosen options of decisions that hold save a year */
  promised: Money
  /** what was recorded as saved, with evidence */
  realised: Money
}

/** The figures of all decisions but versions of the strategy: how many in each state, promised a year and realised. */
export async function decisionFigures(db: ReadDb, today: string): Promise<DecisionFigures> {
  const counts = await db
    .selectFrom("decision as d").innerJoin("element as e", "e.id", "d.id").select((eb) => ["d.state", eb.fn.countAll<string>().as("n")])
    .where("e.archivedAt", "is", null).where("d.topic", "<>", "strategy version").groupBy("d.state").execute()
  const chosen = await db.selectFrom("decisionOption as o").innerJoin("decision as d", "d.id", "o.decisionId").select(savingColumns).where("o.isLeading", "=", true).where("d.state", "=", "approved").execute()
  const { realised } = await db.selectFrom("realisedSaving").select(sql<string>`coalesce(sum(amount), 0)::numeric(14,2)::text`.as("realised")).executeTakeFirstOrThrow()
  const states = Object.fromEntries(decisionStates.map((state) => [state, Number(counts.find((one) => one.state === state)?.n ?? 0)])) as Record<DecisionState, number>
  return { states, promised: addMoney(chosen.flatMap((inputs) => savingOf(inputs, today)?.netYearly ?? [])), realised }
}
