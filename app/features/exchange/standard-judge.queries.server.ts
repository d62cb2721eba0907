// What the rows of a list of standards would change: judged in portions, for the preview and once more when they are written.
import { calendarDate, dayMonthYear, type CalendarDate } from "~/core/calendar"
import { same, type Snapshot } from "~/core/change"
import type { ReadDb } from "~/core/database.server"
import { fold } from "~/core/fold"
import { theCompany } from "~/features/company/company.queries.server"
import type { BroughtRecord, FileChoices, RowProblem } from "./brought"
import { noLongerNamed, placeInTime, type PlaceInTime, type SaidStanding, type StandingRow } from "./standard-place"
import { jobsByName, productsNamed, type KnownProduct } from "./standard-rows.queries.server"
import { importHead, stagedRows, type StagedBrought } from "./staged-rows.queries.server"
import { dayOfList, jobsIn, lastDayIn, meaningInWords, meaningOf, partsOf, type Meaning } from "./standard-words"

/** What is written of one product in one job. */
export interface StandingWrite extends SaidStanding, Pick<PlaceInTime, "replaces" | "ends" | "validTo"> {
  /** null: no job; an id, or the name of a new one */
  job: { id: string } | { name: string } | null
}

export interface JudgedStandard {
  n: number
  verdict: "new" | "changed" | "unchanged" | "refused"
  product: KnownProduct | null
  before: Snapshot | null
  after: Snapshot | null
  problems: readonly RowProblem[]
  name: string
  summary: string
  meaning: Meaning | null
  jobs: readonly string[]
  writes: readonly StandingWrite[]
  /** what earlier files said of jobs that this one does not name */
  over: readonly StandingRow[]
}

export interface Judging {
  db: ReadDb
  day: CalendarDate
  choices: FileChoices
  heading: (field: string) => string | null
  jobs: Awaited<ReturnType<typeof jobsByName>>
  /** where each product was first named in the file, by folded name */
  seen: Map<string, string>
}

/** The ticked rows of a list that something done since would turn into another change. */
export async function overtakenStandards(db: ReadDb, importId: string, now: Date): Promise<Set<number>> {
  const moved = new Set<number>()
  for await (const { staged, judged } of judgedRows(db, importId, now))
    if (staged.ticked && (staged.verdict !== judged.verdict || !same(staged.before, judged.before) || !same(staged.after, judged.after))) moved.add(judged.n)
  return moved
}

/** The rows of a list in the order of the file, judged by what stands now. */
export async function* judgedRows(db: ReadDb, importId: string, now: Date): AsyncGenerator<{ staged: StagedBrought; judged: JudgedStandard }> {
  const judge = await judgingOf(db, importId, now)
  for await (const rows of stagedRows(db, importId, ["record"])) {
    const listed = rows.filter(isStandard)
    for (const [at, judged] of (await judgeStandards(listed, judge)).entries()) {
      const staged = listed[at]
      if (staged) yield { staged, judged }
    }
  }
}

/** Begins to judge the rows of an import. */
export async function judgingOf(db: ReadDb, importId: string, now: Date): Promise<Judging> {
  const head = await importHead(db, importId)
  const { timeZone } = await theCompany(db)
  const columns = head.look?.sheets.flatMap((sheet) => sheet.columns) ?? []
  return {
    db, jobs: await jobsByName(db), seen: new Map(), choices: head.choices, day: dayOfList({ name: head.fileName, said: head.choices.ofDay, savedAt: head.choices.savedAt }, calendarDate(now, timeZone)),
    heading: (field) => columns.find((column) => column.field === field)?.heading ?? null,
  }
}

/** Whether a staged row is one of a list of standards. */
export function isStandard(row: StagedBrought): row is StagedBrought<BroughtRecord> {
  return row.brought.part === "record" && row.brought.kind === "standard"
}

/** Judges some rows, in the order of the file. */
export async function judgeStandards(rows: readonly { n: number; brought: BroughtRecord }[], judge: Judging): Promise<JudgedStandard[]> {
  const products = await productsNamed(judge.db, rows.map(({ brought }) => brought.name ?? ""))
  return rows.map(({ n, brought }) => judgeOne(n, brought, products.get(fold(brought.name ?? "")) ?? [], judge))
}

function judgeOne(n: number, brought: BroughtRecord, products: readonly KnownProduct[], judge: Judging): JudgedStandard {
  const name = (brought.name ?? "").replace(/\s+/gu, " ").trim()
  const text = (field: string) => (typeof brought.fields[field] === "string" ? String(brought.fields[field]) : null)
  const ownWords = (text("ownWords") ?? "").trim()
  const meaning = ownWords === "" ? null : meaningOf(ownWords, judge.choices.statuses)
  const expiry = lastDayIn(text("approvalExpiresOn"))
  const jobs = jobsIn(text("category"))
  const product = products[0] ?? null
  const problems = [...brought.problems, ...problemsOf({ name, ownWords, meaning, expiry, products, place: brought.place }, judge)]
  const common = { n, product, name, summary: text("summary") ?? "", meaning, jobs, problems }
  if (problems.length > 0 || meaning === null || "problem" in expiry) return { ...common, verdict: "refused", before: null, after: null, writes: [], over: [] }
  const said: SaidStanding = { ...partsOf(meaning), ownWords, approvalExpiresOn: expiry.day }
  const rows = product?.standings ?? []
  const targets = jobs.length === 0 ? [null] : jobs.map((job) => ({ name: job, id: judge.jobs.byName.get(fold(job)) }))
  const placed = targets.map((job) => {
    const functionId = job === null ? null : job.id
    return { job, functionId, place: placeInTime(functionId === undefined ? [] : rows.filter((row) => row.functionId === functionId), judge.day, said) }
  })
  const writes = placed.filter(({ place }) => !place.same).map(({ job, place: { same: _, ...place } }): StandingWrite => ({ ...said, ...place, job: job === null ? null : job.id === undefined ? { name: job.name } : { id: job.id } }))
  const over = noLongerNamed(rows, judge.day, new Set(placed.flatMap(({ functionId }) => (functionId === undefined ? [] : [functionId]))))
  const stood = [...placed.flatMap(({ place }) => place.replaces ?? place.ends ?? []), ...over]
  const after = inWords(name, jobs, said, judge.day)
  if (writes.length === 0 && over.length === 0) return { ...common, verdict: "unchanged", before: after, after, writes, over }
  return { ...common, verdict: stood.length === 0 ? "new" : "changed", before: stood.length === 0 ? null : beforeOf(name, stood, judge), after, writes, over }
}

interface Look {
  name: string
  ownWords: string
  meaning: Meaning | null
  expiry: ReturnType<typeof lastDayIn>
  products: readonly KnownProduct[]
  place: string
}

function problemsOf({ name, ownWords, meaning, expiry, products, place }: Look, { seen, heading }: Judging): RowProblem[] {
  const problems: RowProblem[] = []
  const key = fold(name)
  const earlier = seen.get(key)
  if (name === "") problems.push({ column: heading("name"), problem: "The product has no name." })
  else if (earlier !== undefined && earlier !== place) problems.push({ column: heading("name"), problem: `“${name}” stands in this list already (${earlier}). Which of the two holds?` })
  else seen.set(key, place)
  if (name.length > 200) problems.push({ column: heading("name"), problem: "The name is longer than 200 characters." })
  if (products.length > 1) problems.push({ column: heading("name"), problem: `${products.length} applications have this name (${products.map(({ number }) => `A-${number}`).join(", ")}). Merge them first, or rename one.` })
  if (ownWords === "") problems.push({ column: heading("ownWords"), problem: "It does not say how the product stands." })
  else if (meaning === null) problems.push({ column: heading("ownWords"), problem: `“${ownWords.slice(0, 60)}” is no status we know. Say what it means under “What their words mean”.` })
  if ("problem" in expiry) problems.push({ column: heading("approvalExpiresOn"), problem: expiry.problem })
  return problems
}

function inWords(name: string, jobs: readonly string[], said: SaidStanding, day: CalendarDate): Snapshot {
  const { status, lifecycle, ownWords, approvalExpiresOn } = said
  return { name, category: jobs.join(", "), ownWords, standing: meaningInWords(`${status}, ${lifecycle}`), approvalExpiresOn, said: dayMonthYear(day) }
}

/** What stood before, of all jobs that the row is about; the one that began last speaks for them. */
function beforeOf(name: string, stood: readonly StandingRow[], { jobs }: Judging): Snapshot {
  const last = [...stood].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  const names = stood.flatMap(({ functionId }) => (functionId === null ? [] : [jobs.names.get(functionId) ?? "a job that is archived"]))
  return last ? inWords(name, [...new Set(names)], last, last.validFrom) : {}
}
