// /strategy: the strategy on a page.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { dayMonthYear, financialYearLabel, financialYearOf } from "~/core/calendar"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { onceFor } from "~/core/once-for"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { budgetYears } from "~/features/alignment/budget"
import { moneySentence, sayDoSentence } from "~/features/alignment/sentence"
import { strategyGoals, strategyOf, strategyTitle } from "~/features/alignment/strategy"
import { StrategyPage } from "~/features/alignment/strategy-page"
import { workingOf } from "~/features/alignment/working"
import { waiversListed } from "~/features/gates/gate-shown.server"
import { WaiversCard } from "~/features/gates/waivers-card"
import { theCompany } from "~/features/company/company.queries.server"
import { headlineMeasures, openQuestionsAbout, promiseLines } from "~/features/goals/strategy.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const alignment = await currentAlignment(db)
  const { today, index } = alignment
  const asked = new URL(args.request.url).searchParams.get("year")
  const firstMonth = alignment.company.yearFirstMonth
  const year = asked === "all" ? null : asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : financialYearOf(today, firstMonth)
  const yearLabel = year === null ? null : financialYearLabel(year, firstMonth)
  const goals = strategyGoals(alignment)
  const ids = goals.map((goal) => goal.id)
  const lacking = goals.filter((goal) => goal.works === 0).map((goal) => goal.id)
  const [company, promises, measures, questions] = await Promise.all([theCompany(db), promiseLines(db), headlineMeasures(db, ids), openQuestionsAbout(db, lacking)])
  const { currency } = alignment.company
  const figures = alignment.figuresFor(year)
  const source = { index, figures, currency, asOf: dayMonthYear(today), yearLabel }
  return {
    strategy: strategyOf(alignment, { promises, measures, questions, today, currency, year }),
    title: strategyTitle(goals),
    moneySentence: moneySentence(figures, { currency, yearLabel }),
    sayDoSentence: sayDoSentence(figures),
    money: workingOf(source, "money"),
    sayDo: workingOf(source, "say-do"),
    company: { name: company.name, purpose: company.purpose, exclusions: company.exclusions },
    year: { label: yearLabel ?? "all years", choices: budgetYears(index.byKind.get("initiative") ?? []).map((each) => ({ value: String(each), label: financialYearLabel(each, firstMonth) })) },
    today,
    mayPlan: can(actor, "edit chain"),
    waivers: await onceFor(alignment, "waivers", () => waiversListed(db, alignment.company.timeZone)),
  }
}

export const meta = () => [{ title: "Strategy on a page · Throughline" }]

export default function StrategyOnAPage() {
  const { waivers, ...page } = useLoaderData<typeof loader>()
  return <StrategyPage {...page} below={<WaiversCard waivers={waivers} />} />
}
