// Puts together the page of an initiative: its links from both ends, its reports, and the shared panels.
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { can, type Actor } from "~/core/policy"
import { codeOf } from "~/features/elements/element"
import { namesOf } from "~/features/elements/elements.queries.server"
import { linksOf } from "~/features/elements/links.queries.server"
import { recordPanels, type RecordPanels } from "~/features/elements/record-panels.queries.server"
import { overallHealth } from "./delivery-health"
import type { InitiativePageData, OrderLink } from "./initiative-page-data"
import { headcountsOf, plansOf, reportsOf, type Initiative, type PlannedWork } from "./initiatives.queries.server"
import { orderOf, timeLine, type Prerequisite } from "./time-order"

type LinkRow = Awaited<ReturnType<typeof linksOf>>[number]

/** Everything the page shows that comes from the records themselves. */
export async function initiativePage(db: ReadDb, actor: Actor & { personId: string }, initiative: Initiative, { today, request, version: kept }: { today: string; request: Request; version: object }): Promise<{ data: InitiativePageData; panels: RecordPanels }> {
  const [panels, { links, reports, names, plans, people }] = await Promise.all([
    recordPanels(db, actor, initiative.id, { request, version: kept }),
    onceFor(kept, `work beside ${initiative.id}`, () => besideIt(db, initiative)),
  ])
  const of = ofRelation(links)
  const [needs, neededBy, units] = [of("requires"), of("requires", false), of("affects")]
  const { id, name, summary, version, status, confidence, startsOn, endsOn, budget } = initiative
  const own = { id, name, status, startsOn, endsOn }
  const around = [...needs.flatMap((link) => plans.get(link.other.id) ?? []), own]
  const { scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn } = initiative
  const data: InitiativePageData = {
    initiative: { id, kind: "initiative", code: codeOf("initiative", initiative.number), name, summary, version, archived: initiative.archivedAt !== null, status, confidence, startsOn, endsOn, budget },
    health: overallHealth({ schedule: scheduleHealth, cost: costHealth, scope: scopeHealth }, status),
    report: reportedOn === null ? null : { scheduleHealth, costHealth, scopeHealth, progress, healthNote, reportedOn, nextReportOn },
    reports,
    owner: panels.people.find((part) => part.role === "accountable")?.person ?? null,
    sponsor: (initiative.sponsorId && names.get(initiative.sponsorId)) || null,
    goals: of("contributes to")
      .map((link) => ({ id: link.id, version: link.version, goal: link.other, strength: link.strength ?? (3 as const), isPrimary: link.isPrimary, reason: link.note }))
      .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || b.strength - a.strength),
    needs: needs.flatMap((link) => orderLink(link, plans.get(link.other.id), startsOn)),
    neededBy: neededBy.flatMap((link) => neededLink(link, plans.get(link.other.id), own)),
    line: needs.length === 0 ? null : timeLine(around, today),
    lineNames: Object.fromEntries(around.map((work) => [work.id, work.name])),
    changes: links
      .filter((link) => link.outgoing && ["introduces", "improves", "replaces", "retires"].includes(link.relation))
      .map(({ id: linkId, relation, other, note }) => ({ id: linkId, relation, other, note })),
    units: units.map((link) => ({ id: link.id, other: link.other, people: people.get(link.other.id) ?? null, note: link.note })),
    today,
    mayEdit: panels.mayEdit,
    mayPlan: can(actor, "edit chain"),
    mayApprove: can(actor, "approve initiative"),
  }
  return { data, panels }
}

function ofRelation(links: readonly LinkRow[]) {
  return (relation: string, outgoing = true) => links.filter((link) => link.relation === relation && link.outgoing === outgoing)
}

/** What is linked and reported, the same for everybody. */
async function besideIt(db: ReadDb, initiative: Initiative) {
  const [links, reports, names] = await Promise.all([linksOf(db, initiative.id), reportsOf(db, initiative.id, 20), namesOf(db, [initiative.sponsorId])])
  const of = ofRelation(links)
  const [plans, people] = await Promise.all([
    plansOf(db, [...of("requires"), ...of("requires", false)].map((link) => link.other.id)),
    headcountsOf(db, of("affects").map((link) => link.other.id)),
  ])
  return { links, reports, names, plans, people }
}

function orderLink(link: LinkRow, plan: PlannedWork | undefined, start: string | null): OrderLink[] {
  return plan ? [{ ...carried(link), ...orderOf({ ...plan, ...carried(link) }, start) }] : []
}

function neededLink(link: LinkRow, plan: PlannedWork | undefined, own: Omit<Prerequisite, "mandatory" | "lagDays">): OrderLink[] {
  if (!plan) return []
  const order = orderOf({ ...own, ...carried(link), id: own.id }, plan.startsOn)
  const words = order.state === "too late" ? `begins ${order.words.replace(/^ends /, "").replace(" too late", " too early")}` : order.state === "in time" ? "begins after it" : order.words
  return [{ ...carried(link), state: order.state, words }]
}

function carried(link: LinkRow) {
  return { id: link.id, other: link.other, mandatory: link.mandatory ?? true, lagDays: link.lagDays ?? 0, note: link.note }
}
