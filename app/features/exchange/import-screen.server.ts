// What the screens of an import are drawn from.
import type { ReadDb } from "~/core/database.server"
import { assertCan, type Actor } from "~/core/policy"
import { calendarDate, financialYearOf } from "~/core/calendar"
import { theCompany } from "~/features/company/company.queries.server"
import { keptTypes } from "./import-kept.queries.server"
import type { ImportLine } from "./import-line"
import { partsAsked, previewAsk } from "./import-preview-ask"
import { undoOffered } from "~/features/elements/undo"
import { aloneInTheirCell } from "./import-problems.queries.server"
import { momentWords } from "./import-sentence"
import { findImport, importContent, importRows, listImports } from "./imports.queries.server"
import type { ImportView } from "./import-view"
import { isStandingField } from "./party-parts"
import { isStandardsList, type ListWords } from "./standards-list"
import { rowsWithoutJob, wordsInList } from "./standard-rows.queries.server"
import { dayOfList, meaningOf } from "./standard-words"

const rowsOfPage = 50
const rowsAtFirst = 10
const listed = 50

/** The imports for the list, newest first. */
export async function importLines(db: ReadDb, timeZone: string, now: Date): Promise<ImportLine[]> {
  const { imports } = await listImports(db, { offset: 0, limit: listed })
  return imports.map((view) => ({
    id: view.id, fileName: view.fileName, state: view.state, message: view.message, report: view.report, startedBy: view.startedBy,
    at: momentWords(view.createdAt, timeZone), undo: canBeUndone(view, now) ? view.operationId : null,
  }))
}

/** One import and its company's words for it; refused when there is none with this id. */
export async function importScreen(db: ReadDb, id: string, now: Date) {
  const [view, company] = await Promise.all([findImport(db, id), theCompany(db)])
  const year = financialYearOf(calendarDate(now, company.timeZone), company.yearFirstMonth)
  return {
    view,
    readBy: `Read by ${view.startedBy}, ${momentWords(view.createdAt, company.timeZone)}.`,
    appliedAt: view.appliedAt ? `Brought in by ${view.startedBy}, ${momentWords(view.appliedAt, company.timeZone)}.` : "",
    years: [-1, 0, 1, 2, 3].map((more) => year + more),
  }
}

/** Refuses the rows and cells of a file that says where people stand to a reader who may not see that. */
export function assertMayRead(actor: Actor, { look }: Pick<ImportView, "look">): void {
  if (look?.sheets.some(({ columns }) => columns.some(({ field }) => isStandingField(field)))) assertCan(actor, { permission: "see standing" })
}

/** What the words of a list of standards mean so far; null for any other file. */
export async function statusesOf(db: ReadDb, { id, fileName, choices, look }: ImportView, now: Date): Promise<ListWords | null> {
  if (!isStandardsList(look)) return null
  const { timeZone } = await theCompany(db)
  const today = calendarDate(now, timeZone)
  const words = await wordsInList(db, id)
  return {
    id, today, day: dayOfList({ name: fileName, said: choices.ofDay, savedAt: choices.savedAt }, today), withoutJob: await rowsWithoutJob(db, id),
    words: words.map(({ word, count }) => ({ word, count, meaning: meaningOf(word, choices.statuses) })).sort((a, b) => Number(a.meaning !== null) - Number(b.meaning !== null)),
  }
}

/** The rows that the address asks for, with what stands below them on the first page. */
export async function previewRows(db: ReadDb, view: ImportView, address: URLSearchParams) {
  const ask = previewAsk(address, view.report)
  const [limit, offset] = ask.page === null ? [rowsAtFirst, 0] : [rowsOfPage, (ask.page - 1) * rowsOfPage]
  const verdict = ask.show === "all" ? undefined : ask.show
  const first = { offset: 0, limit: rowsAtFirst }
  // one after the other: on the embedded database they would only wait for each other
  const rows = await importRows(db, view.id, { part: partsAsked(ask.of), verdict: ask.of === "offers" ? undefined : verdict, offset, limit })
  const refused = await importRows(db, view.id, { ...first, part: ["record", "link", "parent"], verdict: "refused" })
  const offers = await importRows(db, view.id, { ...first, part: "offer", verdict: "offered" })
  const mendable = await aloneInTheirCell(db, view.id, [...(ask.show === "refused" ? rows.rows : []), ...refused.rows])
  return { ask, rows, pageCount: Math.max(1, Math.ceil(rows.total / rowsOfPage)), refused, offers, mendable: [...mendable], kept: await keptOf(db, view) }
}

/** What a report shows besides its counts. */
export async function reportParts(db: ReadDb, view: ImportView, now: Date) {
  return { kept: await keptOf(db, view), mayUndo: canBeUndone(view, now), hasFile: (await importContent(db, view.id)) !== null }
}

/** Waits a moment for something that goes on in the background, so that what is quick is seen at once. */
export async function shortly(done: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([done, new Promise((resolve) => (timer = setTimeout(resolve, 1500)))])
  clearTimeout(timer)
}

async function keptOf(db: ReadDb, view: ImportView) {
  return view.report.kept.elements + view.report.kept.relationships > 0 ? keptTypes(db, view.id) : []
}

function canBeUndone({ state, operationId, appliedAt }: ImportView, now: Date): boolean {
  return state === "applied" && operationId !== null && appliedAt !== null && undoOffered(appliedAt.getTime(), now.getTime())
}
