// Setting up the company and changing its words, money, year and thresholds.
import { command } from "~/core/command.server"
import { given, type Snapshot } from "~/core/change"
import { RuleError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import type { HistoryEntry } from "~/core/change"
import { mergeEdit } from "~/core/record-history.server"
import { changed } from "~/features/elements/element.writes.server"
import { beforeOf, netEntries, planUndo, type Undone } from "~/features/elements/undo"
import { checkCompany, companySnapshot, type CompanyFields } from "./company"
import { lockCompany } from "./company.queries.server"
import { insertCompany } from "./company.writes.server"

/** Makes the one company of an empty installation; refused when there is one. */
export function setUpCompany(actor: Actor, posted: { name: string; isSample: boolean; operationId?: string } & Partial<CompanyFields>) {
  const { operationId, isSample, ...input } = posted
  return command({
    actor, operationId, input: ["set up company", isSample, input],
    load: (tx) => tx.selectFrom("company").select("id").executeTakeFirst(),
    demands: () => ({ permission: "administer" }),
    run: async (tx, { loaded: present, now }) => {
      if (present) throw new RuleError("This installation already belongs to a company.")
      const change = await insertCompany(tx, { ...given(input), name: input.name, isSample }, now)
      return { changes: [change], outcome: { id: change.id } }
    },
  })
}

/** The words of the strategy: a planner's to write. */
const strategyWords = new Set(["purpose", "exclusions"])

/** Changes the company; purpose and what we will not do are a planner's, the rest an administrator's. */
export function updateCompany(actor: Actor, posted: { version: number; operationId?: string } & Partial<CompanyFields>) {
  const { operationId, version, ...input } = posted
  const wordsOnly = Object.entries(input).every(([field, value]) => value === undefined || strategyWords.has(field))
  return command({
    actor, operationId, input: ["update company", version, input],
    load: lockCompany,
    demands: () => ({ permission: wordsOnly ? "edit chain" : "administer" }),
    run: async (tx, { loaded: company }) => {
      const before = companySnapshot(company)
      const edit = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Snapshot
      const merged = (await mergeEdit(tx, { id: company.id, version: company.version, snapshot: before }, { version, edit })) as unknown as CompanyFields
      const after = checkCompany(company, merged, company.amountsExist)
      await tx.updateTable("company").set({ ...after, exclusions: JSON.stringify(after.exclusions), version: company.version + 1 }).where("id", "=", company.id).execute()
      return { changes: [changed({ kind: "company", id: company.id, version: company.version }, before, companySnapshot(after))], outcome: { id: company.id } }
    },
  })
}

/** Gives the company back what an operation changed; setting it up cannot be undone here. */
export function restoreCompany(actor: Actor, asked: { entries: readonly HistoryEntry[]; operationId?: string }) {
  const entries = netEntries(asked.entries)
  return command({
    actor, operationId: asked.operationId, input: ["undo company", entries.map(({ version }) => version)],
    load: async (tx) => {
      const company = await lockCompany(tx)
      return { company, ...planUndo(entries.filter((entry) => entry.action === "changed"), [company]) }
    },
    demands: ({ todo }) => ({
      permission: todo.every(({ entry }) => entry.fields.every(({ field }) => strategyWords.has(field))) ? "edit chain" : "administer",
    }),
    run: async (tx, { loaded: { company, todo, left } }) => {
      const before = companySnapshot(company)
      const [first] = todo
      if (!first) return { changes: [], outcome: { undone: 0, left } satisfies Undone }
      const after = checkCompany(company, { ...before, ...beforeOf(first.entry) } as unknown as CompanyFields, company.amountsExist)
      await tx.updateTable("company").set({ ...after, exclusions: JSON.stringify(after.exclusions), version: company.version + 1 }).where("id", "=", company.id).execute()
      return { changes: [changed({ kind: "company", id: company.id, version: company.version }, before, companySnapshot(after))], outcome: { undone: 1, left } satisfies Undone }
    },
  })
}
