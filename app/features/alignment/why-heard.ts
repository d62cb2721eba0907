/** Owns what an answer to "why?" says of the people heard: on the record itself, and on the work that the answer names. */
import { byName, changeRelations, openStatuses, type GraphNode } from "~/features/alignment/graph"
import { groupsHeard, missingSentence, type Heard, type HeardAbout } from "~/features/alignment/heard"
import { isActive, servesOf, type ServingModel } from "~/features/alignment/serving"
import { listed, sentence, type WhySentence } from "~/features/alignment/why-parts"

const mostTopics = 2

/** Gives the records whose hearing belongs into the answer about a record: itself, and the work that carries or changes it. */
export function heardTopics(model: ServingModel, id: string): GraphNode[] {
  const node = model.index.nodes.get(id)
  if (node === undefined) return []
  const work = node.kind === "initiative" ? [] : workFor(model, node).slice(0, mostTopics)
  return isSubject(node) ? [node, ...work] : work
}

/** Gives the sentences on who was heard; about open work it says plainly that nobody was asked. */
export function heardSentences(model: ServingModel, id: string, heard: Heard): WhySentence[] {
  return heardTopics(model, id).flatMap((topic) => {
    const about = heard.get(topic.id)
    const name = topic.id === id ? "it" : topic
    if (about?.isAsked === true) return [askedSentence(model, name, about)]
    if (topic.kind !== "initiative" || !openStatuses.has(topic.status ?? "")) return []
    return [about?.affectsNobody === true ? sentence("Nobody is affected by ", name, ".") : sentence("Nobody was asked about ", name, " yet.")]
  })
}

function askedSentence(model: ServingModel, name: GraphNode | string, about: HeardAbout): WhySentence {
  if (about.share === null) return sentence("People were asked about ", name, ", but who is affected is not known yet.")
  const units = about.unitIds.flatMap((unitId) => model.index.nodes.get(unitId) ?? []).sort(byName)
  const counted = `: ${groupsHeard(about)}.${missingSentence(about)}`
  if (units.length === 0) return sentence("People were asked about ", name, ", but nobody was heard yet", counted)
  return sentence(listed(units), units.length === 1 ? " was heard on " : " were heard on ", name, counted)
}

function isSubject({ kind }: GraphNode): boolean {
  return kind === "goal" || kind === "initiative" || kind === "service" || kind === "application"
}

/** The work an answer leans on: what carries a goal, what changes what runs, what affects a unit; the strongest first. */
function workFor(model: ServingModel, node: GraphNode): GraphNode[] {
  const { index } = model
  if (node.kind === "goal") {
    const strength = (work: GraphNode) => servesOf(model, work.id).find(({ goalId }) => goalId === node.id)?.strength ?? 0
    const work = (model.activeServers.get(node.id) ?? []).flatMap((id) => index.nodes.get(id) ?? [])
    return work.sort((a, b) => strength(b) - strength(a) || byName(a, b)).slice(0, 1)
  }
  const delivered = node.kind === "application" ? (index.linksFrom.get(node.id) ?? []).filter(({ relation }) => relation === "delivers").map(({ to }) => to) : []
  const links = [node.id, ...delivered].flatMap((id) => index.linksTo.get(id) ?? [])
  const found = new Map(links.flatMap(({ relation, from }) => {
    const work = changeRelations.has(relation) || relation === "affects" ? index.nodes.get(from) : undefined
    return work !== undefined && isActive(work) ? [[work.id, work] as const] : []
  }))
  return [...found.values()].sort(byName)
}
