/** Owns the answers for what runs: what a service, application or capability serves, who uses it, and what changes it. */
import { byName, changeRelations, type GraphLink, type GraphNode, type Relation } from "~/features/alignment/graph"
import { countingGoalsBehind, isActive, servesOf, type ServingModel } from "~/features/alignment/serving"
import { listed, sentence, type Why, type WhyPart, type WhySentence } from "~/features/alignment/why-parts"

/** Gives the question and answer for a service, application, capability or unit. */
export function whyRunning(model: ServingModel, node: GraphNode): Why {
  if (node.kind === "service") return { question: `What does ${node.name} serve?`, sentences: whyService(model, node) }
  if (node.kind === "application") return { question: `What does ${node.name} serve?`, sentences: whyApplication(model, node) }
  if (node.kind === "capability") return { question: `What does ${node.name} serve?`, sentences: whyCapability(model, node) }
  return { question: `What touches ${node.name}?`, sentences: whyUnit(model, node) }
}

/** Gives what an initiative changes and who uses that; nothing when it changes nothing. It is called "It" unless named. */
export function changeSentences(model: ServingModel, work: GraphNode, name: GraphNode | string = "It"): WhySentence[] {
  const changes = (model.index.linksFrom.get(work.id) ?? []).filter(({ relation }) => changeRelations.has(relation))
  const tense = work.status === "completed" ? 2 : isActive(work) || work.status === "on hold" ? 0 : 1
  return [...changeVerbs].flatMap(([relation, verbs]): WhySentence[] => {
    const targets = ends(model, changes.filter((link) => link.relation === relation), "to")
    const [first] = targets
    if (first === undefined) return []
    const use = targets.length === 1 && first.kind === "service" ? useOf(model, first) : []
    return [sentence(name, ` ${verbs[tense]} `, listed(targets), use.length === 0 ? "" : ", ", use, ".")]
  })
}

const changeVerbs: ReadonlyMap<Relation, readonly [string, string, string]> = new Map([
  ["introduces", ["introduces", "would introduce", "introduced"]],
  ["improves", ["changes", "would change", "changed"]],
  ["replaces", ["replaces", "would replace", "replaced"]],
  ["retires", ["retires", "would retire", "retired"]],
])

function whyService(model: ServingModel, service: GraphNode): WhySentence[] {
  const purpose = servicePurpose(model, service)
  const sentences = purpose.length > 0 ? purpose : [sentence(service, " has no path to a goal yet.")]
  const use = useOf(model, service)
  return use.length === 0 ? sentences : [...sentences, sentence("It is ", use, ".")]
}

function servicePurpose(model: ServingModel, service: GraphNode): WhySentence[] {
  const sentences: WhySentence[] = []
  const supports = (model.index.linksFrom.get(service.id) ?? []).filter(({ relation }) => relation === "supports")
  const goals = ends(model, supports, "to").filter((node) => node.kind === "goal" && countingGoalsBehind(model, node.id).length > 0)
  if (goals.length > 0) sentences.push(sentence(service, " supports ", listed(goals), ending(model, goals)))
  for (const capability of ends(model, supports, "to").filter((node) => node.kind === "capability").slice(0, 2)) {
    const enabled = goalsOfCapability(model, capability)
    if (enabled.length > 0) sentences.push(sentence(sentences.length === 0 ? service : "It", " supports ", capability, ", which enables ", listed(enabled), "."))
  }
  const changes = (model.index.linksTo.get(service.id) ?? []).filter(({ relation }) => changeRelations.has(relation))
  const workers = ends(model, changes, "from").filter((work) => isActive(work) && servesOf(model, work.id).length > 0)
  for (const work of workers.slice(0, 2)) {
    const served = servesOf(model, work.id).flatMap(({ goalId }) => model.index.nodes.get(goalId) ?? [])
    sentences.push(sentence(work, " changes ", sentences.length === 0 ? service : "it", " for ", listed(served), ending(model, served)))
  }
  return sentences
}

function whyApplication(model: ServingModel, application: GraphNode): WhySentence[] {
  const delivers = (model.index.linksFrom.get(application.id) ?? []).filter(({ relation }) => relation === "delivers")
  const services = ends(model, delivers, "to")
  const [first] = services
  const use = usersOf(model, [application])
  const used: WhySentence[] = use.length === 0 ? [] : [sentence("It is ", use, ".")]
  if (first === undefined) return [sentence(application, " delivers no service yet, so it reaches no goal."), ...used]
  const reaching = services.find((service) => model.servicesWithPath.has(service.id))
  const purpose = reaching === undefined
    ? [sentence(services.length === 1 ? "This service has" : "These services have", " no path to a goal yet.")]
    : servicePurpose(model, reaching)
  return [sentence(application, " delivers ", listed(services), "."), ...purpose, ...used]
}

function whyCapability(model: ServingModel, capability: GraphNode): WhySentence[] {
  const goals = goalsOfCapability(model, capability)
  const first = goals.length === 0
    ? sentence(capability, " enables no goal yet.")
    : sentence(capability, " enables ", listed(goals), ending(model, goals))
  const services = ends(model, (model.index.linksTo.get(capability.id) ?? []).filter(({ relation }) => relation === "supports"), "from")
  return services.length === 0 ? [first] : [first, sentence(listed(services), services.length === 1 ? " supports it." : " support it.")]
}

function whyUnit(model: ServingModel, unit: GraphNode): WhySentence[] {
  const uses = ends(model, (model.index.linksFrom.get(unit.id) ?? []).filter(({ relation }) => relation === "uses"), "to")
  const affecting = ends(model, (model.index.linksTo.get(unit.id) ?? []).filter(({ relation }) => relation === "affects"), "from").filter(isActive)
  const sentences: WhySentence[] = []
  if (uses.length > 0) sentences.push(sentence(unit, " uses ", listed(uses, 5), "."))
  if (affecting.length > 0) sentences.push(sentence(listed(affecting, 5), affecting.length === 1 ? " affects " : " affect ", sentences.length > 0 ? "it" : unit, "."))
  return sentences.length > 0 ? sentences : [sentence("Nothing is recorded that ", unit, " uses or is affected by.")]
}

function goalsOfCapability(model: ServingModel, capability: GraphNode): GraphNode[] {
  const goals = new Map<string, GraphNode>()
  const climbed = new Set<string>()
  let at: string | null = capability.id
  while (at !== null && !climbed.has(at)) {
    climbed.add(at)
    const enables = (model.index.linksFrom.get(at) ?? []).filter(({ relation }) => relation === "enables")
    for (const goal of ends(model, enables, "to")) if (countingGoalsBehind(model, goal.id).length > 0) goals.set(goal.id, goal)
    at = model.index.nodes.get(at)?.parentId ?? null
  }
  return [...goals.values()].sort(byName)
}

/** "used by 210 people in Sales and Support through ShopX": nothing when no user and no application is known. */
function useOf(model: ServingModel, service: GraphNode): WhyPart[] {
  const applications = ends(model, (model.index.linksTo.get(service.id) ?? []).filter(({ relation }) => relation === "delivers"), "from")
  const used = usersOf(model, [service, ...applications])
  if (applications.length === 0) return used
  if (used.length === 0) return [...sentence("delivered by ", listed(applications))]
  return [...sentence(used, " through ", listed(applications))]
}

// People are told for one application only: seats of several may be the same people, and are never added up.
function usersOf(model: ServingModel, nodes: readonly GraphNode[]): WhyPart[] {
  const units = new Map<string, GraphNode>()
  for (const node of nodes) {
    const uses = (model.index.linksTo.get(node.id) ?? []).filter(({ relation }) => relation === "uses")
    for (const unit of ends(model, uses, "from")) units.set(unit.id, unit)
  }
  const applications = nodes.filter((node) => node.kind === "application")
  const seats = applications.length === 1 ? (applications[0]?.seats ?? 0) : 0
  const names = [...units.values()].sort(byName)
  if (seats === 0 && names.length === 0) return []
  if (names.length === 0) return [{ text: `used by ${people(seats)}` }]
  return [...sentence(seats === 0 ? "used in " : `used by ${people(seats)} in `, listed(names))]
}

function people(seats: number): string {
  return seats === 1 ? "1 person" : `${seats} people`
}

function ending(model: ServingModel, goals: readonly GraphNode[]): WhyPart[] {
  const [only] = goals
  const parentId = goals.length === 1 ? (only?.parentId ?? null) : null
  const parent = parentId === null ? undefined : model.index.nodes.get(parentId)
  return parent === undefined ? [{ text: "." }] : [...sentence(", which is part of ", parent, ".")]
}

function ends(model: ServingModel, links: readonly GraphLink[], side: "from" | "to"): GraphNode[] {
  const nodes = new Map(links.flatMap((link) => {
    const node = model.index.nodes.get(link[side])
    return node === undefined ? [] : [[node.id, node] as const]
  }))
  return [...nodes.values()].sort(byName)
}
