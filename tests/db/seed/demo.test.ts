// The sample company: what its records add up to, which gaps were planted, and that its story is the same on every database and day.

import { createHash } from "node:crypto"
import { sql } from "kysely"
import { beforeAll, describe, expect, it } from "vitest"
import { seedDemo } from "#db/seed/demo/index"
import { daysBetween } from "~/core/calendar"
import { database } from "~/core/database.server"
import { allByos } from "~/features/byo/byo-list.queries.server"
import { reportedBefore } from "~/features/byo/byos.queries.server"
import { currentAlignment, type Alignment } from "~/features/alignment/alignment.queries.server"
import { mapSubSentences, mapTitle } from "~/features/alignment/sentence"
import { namedProducts } from "~/features/applications/twins.queries.server"
import { likelyTwins } from "~/features/applications/twins"
import { portfolio } from "~/features/applications/portfolio-list.queries.server"
import { askedAbout } from "~/features/consultations/coverage.queries.server"
import { cellName } from "~/features/consultations/coverage"

let now: Alignment
const db = database()
const begun = new Date()
const named = (ids: readonly { id: string }[]) => ids.map(({ id }) => now.index.nodes.get(id)?.name).sort()
const healthOf = (code: string) => now.graph.nodes.find((node) => node.code === code)?.health

beforeAll(async () => {
  await seedDemo(begun)
  now = await currentAlignment(db)
}, 120_000)

describe("the sample adds up to", () => {
  it("the sentences over its map", () => {
    expect(mapTitle(now.figures)).toBe("9 of 12 goals have work under way. 3 goals have none, and 4 initiatives serve no goal.")
    expect(mapSubSentences(now.figures, { currency: "EUR" })).toEqual([
      "Work worth €420k is not linked to any goal.", "Two services have no path to a goal.",
    ])
  })

  it("its counts, and weights of a hundred", async () => {
    expect(now.figures.counts).toEqual({ goals: 12, goalsServed: 9, initiatives: 22, activeInitiatives: 19, services: 18, applications: 40 })
    expect(now.figures.goals).toMatchObject({ weight: 100, coveredWeight: 80 })
    const rows = await db.selectFrom("element").select(["kind", (eb) => eb.fn.countAll<string>().as("n")]).groupBy("kind").execute()
    expect(Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]))).toEqual({
      goal: 19, initiative: 25, service: 18, application: 40, function: 18, capability: 12, unit: 8, person: 53, commitment: 5, consultation: 6, decision: 3, byo: 6,
    })
    const people = await db.selectFrom("unitHeadcount").select((eb) => eb.fn.sum<string>("headcount").as("n")).executeTakeFirstOrThrow()
    expect(Number(people.n)).toBe(340)
  })

  it("the money of its active work, counted from the rows alone", async () => {
    const row = await db
      .selectFrom("initiativeBudget").innerJoin("initiative", "initiative.id", "initiativeBudget.initiativeId")
      .where("initiative.status", "in", ["approved", "in progress"])
      .select((eb) => eb.fn.sum<string>("amount").as("all")).executeTakeFirstOrThrow()
    expect(now.figures.spend).toMatchObject({ total: row.all, withoutBudgetIds: [] })
    expect(Number(row.all) - Number(now.figures.spend.covered)).toBe(420_000)
  })

  it("exactly the gaps that were planted", () => {
    const { gaps } = now.figures
    expect(named(gaps.goalsWithoutWork)).toEqual(["Answer in one day", "Leavers lose access that day", "Sell in two new countries"])
    expect(named(gaps.goalsWithoutWork.filter((gap) => gap.acceptedUntil))).toEqual(["Sell in two new countries"])
    expect(named(gaps.workWithoutGoal)).toEqual(["Chat assistant pilot", "Data lake", "Meeting room screens", "New intranet"])
    expect(named(gaps.servicesWithoutPath)).toEqual(["Music in the shops", "Printing"])
    expect(named(gaps.applicationsWithoutService)).toEqual(["FloorPlan 3", "TeamTimer"])
    expect(named(gaps.goalsWithoutMeasure)).toEqual(["Trade customers order online"])
    expect(named(gaps.goalsWithoutOwner)).toEqual(["Leavers lose access that day"])
  })

  it("the standing that its readings and reports tell", () => {
    expect(["G-1", "G-2", "G-4"].map(healthOf)).toEqual(["on track", "at risk", "on track"])
    expect(["G-12", "G-3", "G-16", "G-18", "G-9", "G-10", "G-19", "G-14", "G-5"].map(healthOf))
      .toEqual(["at risk", "on track", "on track", "at risk", "on track", "on track", "off track", "on track", "at risk"])
    expect(["I-28", "I-34", "I-31", "I-48"].map(healthOf)).toEqual(["not reported", "at risk", "off track", "not started"])
    expect(now.graph.nodes.find((node) => node.code === "G-12")?.progress).toBeCloseTo(0.4)
  })

  it("one clash: the new web shop starts three weeks before the sign-in it needs ends", async () => {
    const clashes = await db
      .selectFrom("link").innerJoin("initiative as later", "later.id", "link.fromId").innerJoin("initiative as first", "first.id", "link.toId")
      .innerJoin("element", "element.id", "link.fromId").where("relation", "=", "requires").whereRef("first.endsOn", ">", "later.startsOn")
      .select(["element.name", "later.startsOn", "first.endsOn", "mandatory"]).execute()
    const musts = clashes.filter(({ mandatory }) => mandatory)
    expect(musts).toMatchObject([{ name: "New web shop" }])
    expect(daysBetween(musts[0]?.startsOn ?? "", musts[0]?.endsOn ?? "")).toBe(21)
  })
})

describe("its applications", () => {
  it("are placed where people's answers put them; two are planned otherwise, and one pair is likely one product", async () => {
    const rows = await portfolio(db, now.today)
    const placed = (placement: string) => rows.filter((row) => row.recommended === placement).map(({ name }) => name)
    expect(placed("invest")).toEqual(["LedgerLine", "Office suite", "StockPilot"])
    expect(placed("tolerate")).toEqual(["CareDesk", "RingBoard"])
    expect(placed("migrate")).toEqual(["Acrobat", "ShopX"])
    expect(placed("eliminate")).toEqual(["Order desk screen", "TillOne"])
    expect(rows.filter(({ mismatch }) => mismatch).map(({ name }) => name)).toEqual(["Acrobat", "CareDesk"])
    const twins = likelyTwins(await namedProducts(db))
    expect(twins.map(({ first, second }) => named([{ id: first }, { id: second }]))).toEqual([["TeamTalk", "TeamTalk Shops"]])
  })
})

describe("its conversations", () => {
  const idOf = (code: string) => now.graph.nodes.find((node) => node.code === code)?.id ?? ""
  const askedOn = async (code: string) => {
    const asked = (await askedAbout(db, [idOf(code)], begun)).get(idOf(code))
    if (!asked) throw new Error(`Nobody asked about ${code}.`)
    return asked
  }

  it("about the web shop heard 14 of 17 groups and 279 of 340 people, and miss the front line of Support", async () => {
    const { coverage, fairness, points } = await askedOn("I-34")
    expect([coverage.groupsHeard, coverage.cells.length, coverage.headcountHeard, coverage.headcount]).toEqual([14, 17, 279, 340])
    expect(Math.round((coverage.share ?? 0) * 100)).toBe(82)
    expect(coverage.missing.map(cellName).sort()).toEqual(["Marketing, executives", "Support, executives", "Support, front line"])
    expect(coverage.mustHear).toMatchObject([{ name: "O. Bell", heard: false }])
    expect(coverage.passes).toBe(false)
    expect(points).toEqual({ all: 7, answered: 5 })
    expect(fairness.checks.filter(({ holds }) => !holds).map(({ words }) => words)).toEqual(["Asked after it was decided", "Open for 8 of 10 days", "5 of 7 points answered"])
  })

  it("about the old tills heard everybody who is affected, fairly and before it was approved", async () => {
    const { coverage, fairness } = await askedOn("I-52")
    expect(coverage).toMatchObject({ passes: true, missing: [] })
    expect(fairness.holds).toBe(true)
  })

  it("left the order desk out, leave one point open for sixty days, and show a perception gap in Support", async () => {
    const heard = await db
      .selectFrom("participation").innerJoin("person", "person.id", "participation.personId").innerJoin("element as unit", "unit.id", "person.unitId")
      .where("heardAt", "is not", null).select("unit.name").distinct().orderBy("unit.name").execute()
    expect(heard.map(({ name }) => name)).toEqual(["Finance", "IT", "Marketing", "Sales", "Shops", "Support", "Warehouse"])
    const open = await db.selectFrom("feedback").innerJoin("consultation", "consultation.id", "consultationId").innerJoin("element", "element.id", "consultation.id")
      .where("disposition", "is", null).select(["element.name", "feedback.createdAt"]).orderBy("feedback.createdAt").execute()
    expect(open.map(({ name }) => name)).toEqual(["How does printing do?", "How should ordering work?", "How should ordering work?"])
    expect(Math.floor((begun.getTime() - (open[0]?.createdAt.getTime() ?? 0)) / 86_400_000)).toBeGreaterThanOrEqual(60)
  })
})

describe("its side-door tools", () => {
  it("have one answer that is late, one team that came back, one report without a name, and a tool that two teams use", async () => {
    const all = await allByos(db, now.today)
    expect(all.filter(({ standing }) => standing.state === "late").map(({ name, owner, standing }) => [name, owner?.name, standing.days])).toEqual([["CardWall", "M. Diaz", 18]])
    expect(all.filter(({ won }) => won === "won back").map(({ name, replacedBy }) => [name, replacedBy?.name])).toEqual([["BigFile", "ShareBox"]])
    expect(all.filter(({ isAnonymous }) => isAnonymous).map(({ name }) => name)).toEqual(["QuillMate"])
    expect((await reportedBefore(db, all.find(({ name }) => name === "CardWall") ?? { id: "", name: "" })).map(({ name }) => name)).toEqual(["Card Wall"])
    expect(all.map(({ code, care }) => [code, care]).sort()).toEqual([["B-1", 12], ["B-2", 27], ["B-3", 24], ["B-4", null], ["B-5", 2], ["B-6", null]])
  })
})

describe("its story", () => {
  it("is told in the order of time, by named people, and ends before it was added", async () => {
    const entries = await db.selectFrom("change").select(["id", "at", "actorKind"]).orderBy("id").execute()
    expect(entries.length).toBeGreaterThan(700)
    const times = entries.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThan(begun.getTime())
    expect(entries.filter(({ actorKind }) => actorKind === "sample").length).toBeLessThan(60)
  })

  it("has a reading nobody took, one that was corrected, and a status with its owner's reason", async () => {
    const readings = await db
      .selectFrom("reading").innerJoin("measure", "measure.id", "reading.measureId").where("measure.name", "=", "Time per order")
      .select(["value", "reading.version", "note"]).orderBy("readOn").execute()
    expect(readings.map(({ value }) => Number(value))).toEqual([10, 9.9, 10, 9.9, 9.8, 9.8, 9.7, 9.6, 9.3, 9.2])
    expect(readings.filter(({ version }) => version > 1)).toMatchObject([{ note: "Two shops were missing." }])
    const set = await db.selectFrom("goal").select("healthReason").where("healthSet", "is not", null).execute()
    expect(set).toHaveLength(1)
  })

  it("gives its people accounts without a password", async () => {
    const accounts = await db
      .selectFrom("accountRole").innerJoin("account", "account.personId", "accountRole.personId").innerJoin("element", "element.id", "account.personId")
      .where("passwordHash", "is", null).select(["element.name", "role"]).orderBy("element.number").orderBy("role").execute()
    expect(accounts.slice(0, 5)).toEqual([
      { name: "E. Falk", role: "viewer" }, { name: "A. Kim", role: "admin" }, { name: "A. Kim", role: "planner" },
      { name: "M. Diaz", role: "brm" }, { name: "R. Amadi", role: "contributor" },
    ])
  })

  it("is the same whenever and wherever it is added", async () => {
    expect(createHash("sha256").update(await storyOf(now.today)).digest("hex").slice(0, 16)).toBe("430a6ada34b9ee45")
  })

  it("is not added twice", async () => {
    await expect(seedDemo(begun)).rejects.toThrow(/already belongs/)
  })
})

/** Everything a seed decides, without what differs by nature: ids are short ids, days are distances from today. */
async function storyOf(today: string): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    with named as (select e.id, k.prefix || '-' || e.number as code, e.name, e.summary, e.version, e.archived_at from element e join element_kind k using (kind))
    select line from (
      select concat_ws('|', code, name, summary, version, archived_at) as line from named
      union all select concat_ws('|', f.code, relation, t.code, strength, is_primary, note, mandatory, lag_days, criticality, fit, seats, yearly_cost)
        from link join named f on f.id = from_id join named t on t.id = to_id
      union all select concat_ws('|', e.code, p.code, role) from responsibility join named e on e.id = element_id join named p on p.id = person_id
      union all select concat_ws('|', e.code, status, weight, due_on - ${today}::date, health_set) from goal join named e using (id)
      union all select concat_ws('|', m.name, read_on - ${today}::date, value, note) from reading r join measure m on m.id = measure_id
      union all select concat_ws('|', e.code, status, starts_on - ${today}::date, ends_on - ${today}::date, progress, next_report_on - ${today}::date) from initiative join named e using (id)
      union all select concat_ws('|', e.code, financial_year - extract(year from ${today}::date), amount) from initiative_budget join named e on e.id = initiative_id
      union all select concat_ws('|', e.code, number, state, due_on - ${today}::date, answer) from question join named e on e.id = element_id
      union all select concat_ws('|', c.code, p.code, must_hear, invited_at::date - ${today}::date, heard_at::date - ${today}::date, heard_how) from participation join named c on c.id = consultation_id join named p on p.id = person_id
      union all select concat_ws('|', p.code, e.code, influence, interest, engagement_now, engagement_wanted) from standing join named p on p.id = person_id left join named e on e.id = subject_id
      union all select concat_ws('|', c.code, f.number, f.kind, confidentiality, disposition, told_at::date - ${today}::date) from feedback f join named c on c.id = consultation_id
      union all select concat_ws('|', e.code, planned_placement, contract_ends_on - ${today}::date, notice_on - ${today}::date, active_on - ${today}::date, end_of_life_on - ${today}::date) from application join named e using (id)
      union all select concat_ws('|', e.code, financial_year - extract(year from ${today}::date), cost_kind, amount) from cost_line join named e on e.id = application_id
      union all select concat_ws('|', e.code, side, p.code, answered_on - ${today}::date, answer_a, answer_b, answer_c, answer_d) from fit_answer join named e on e.id = application_id join named p on p.id = respondent_id
      union all select concat_ws('|', e.code, topic, state, outcome, review_on - ${today}::date, signed_at::date - ${today}::date) from decision join named e using (id)
      union all select concat_ws('|', e.code, o.name, c.name, p.code, score) from decision_score s join named e on e.id = s.decision_id join decision_option o on o.id = option_id join decision_criterion c on c.id = criterion_id join named p on p.id = scorer_id
      union all select concat_ws('|', e.code, u.code, g.code, users, yearly_cost, sensitivity, missing, why_not, is_anonymous, reported_by is null, reported_on - ${today}::date, answer_due_on - ${today}::date, disposition, reason, tolerate_until - ${today}::date, won)
        from byo join named e using (id) left join named u on u.id = unit_id left join named g on g.id = goal_id
      union all select concat_ws('|', record_kind, action, at::date - ${today}::date, about[1] is null) from change
    ) story order by line collate "C"`.execute(db)
  return rows.map(({ line }) => line).join("\n")
}
