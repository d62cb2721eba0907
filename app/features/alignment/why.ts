/** Owns the answer to "why are we doing this?" from any record: only what the records say, and plainly what they lack. */
import { byName, type GraphNode, type Strength } from "~/features/alignment/graph"
import type { Heard } from "~/features/alignment/heard"
import { mainLink } from "~/features/alignment/map-places"
import { servesOf, type Serving, type ServingModel } from "~/features/alignment/serving"
import { heardSentences } from "~/features/alignment/why-heard"
import { changeSentences, whyRunning } from "~/features/alignment/why-running"
import { listed, sentence, type Why, type WhyPart, type WhySentence } from "~/features/alignment/why-parts"

const strengthWords: Readonly<Record<Strength, string>> = { 9: "strong link", 3: "link of some strength", 1: "slight link" }

/** Gives the question and its answer for a record, with who was heard at the end unless that was not read; null for an id that is not in the graph. */
export function whyOf(model: ServingModel, id: string, heard: Heard | null): Why | null {
  const node = model.index.nodes.get(id)
  if (node === undefined) return null
  const { question, sentences } = answerOf(model, node)
  return { question, sentences: heard === null ? sentences : [...sentences, ...heardSentences(model, id, heard)] }
}

function answerOf(model: ServingModel, node: GraphNode): Why {
  if (node.kind === "goal") return { question: `What are we doing for ${node.name}?`, sentences: whyGoal(model, node) }
  if (node.kind === "initiative") return { question: `Why are we doing ${node.name}?`, sentences: whyInitiative(model, node) }
  return whyRunning(model, node)
}

function whyGoal(model: ServingModel, goal: GraphNode): WhySentence[] {
  const parent = parentOf(model, goal)
  const sentences: WhySentence[] = []
  if (parent !== null) sentences.push(sentence(goal, " is part of ", parent, "."))
  const goals = (model.index.children.get(goal.id) ?? []).filter((child) => model.counting.has(child.id)).sort(byName)
  if (model.levels.get(goal.id) === "pillar" && goals.length > 0) {
    sentences.push(sentence(goal, goals.length === 1 ? " holds one active goal, " : ` holds ${goals.length} active goals: `, listed(goals, 5), "."))
    const bare = goals.filter((child) => (model.activeServers.get(child.id) ?? []).length === 0)
    if (bare.length > 0) sentences.push(sentence("No work under way serves ", listed(bare, 5), " yet."))
    return sentences
  }
  if (!model.counting.has(goal.id)) {
    sentences.push(model.levels.get(goal.id) === "objective" && goal.status === "active" && parent !== null
      ? sentence("Work for it counts for ", parent, ".")
      : sentence(parent === null ? goal : "It", " is not an active goal, so no work is counted for it."))
    return sentences
  }
  return [...sentences, workSentence(model, goal, null), ...leadChanges(model, goal)]
}

function whyInitiative(model: ServingModel, work: GraphNode): WhySentence[] {
  const served = servesOf(model, work.id)
  const main = mainServing(model, work, served)
  const goal = main === null ? undefined : model.index.nodes.get(main.goalId)
  if (main === null || goal === undefined) return [sentence(work, " serves no goal yet."), ...changeSentences(model, work)]
  const parent = parentOf(model, goal)
  const sentences = [parent === null ? sentence("For ", goal, ".") : sentence("For ", goal, ", which is part of ", parent, ".")]
  sentences.push(workSentence(model, goal, { work, serving: main }))
  const others = served.filter(({ goalId }) => goalId !== main.goalId).flatMap(({ goalId }) => model.index.nodes.get(goalId) ?? [])
  if (others.length > 0) sentences.push(sentence("It also serves ", listed(others), "."))
  return [...sentences, ...changeSentences(model, work)]
}

/** The goal of the primary contribution first, else the strongest. */
function mainServing(model: ServingModel, work: GraphNode, served: readonly Serving[]): Serving | null {
  const main = mainLink((model.index.linksFrom.get(work.id) ?? []).filter((link) => link.relation === "contributes to"))
  return served.find(({ linkId }) => linkId === main?.id) ?? served[0] ?? null
}

interface Carrier {
  work: GraphNode
  serving: Serving
}

// Who carries the goal: told from the goal, or from one initiative (`about`), which may not be active itself.
function workSentence(model: ServingModel, goal: GraphNode, about: Carrier | null): WhySentence {
  const carriers = (model.activeServers.get(goal.id) ?? [])
    .flatMap((id): Carrier[] => {
      const work = model.index.nodes.get(id)
      const serving = servesOf(model, id).find(({ goalId }) => goalId === goal.id)
      return work === undefined || serving === undefined ? [] : [{ work, serving }]
    })
    .sort((a, b) => b.serving.strength - a.serving.strength || byName(a.work, b.work))
  if (about !== null && !carriers.some(({ work }) => work.id === about.work.id)) return inactiveSentence(about, carriers)
  const [lead] = carriers
  if (lead === undefined) return sentence("No work under way serves it yet.")
  if (carriers.length === 1) return sentence(lead.work, " is the only work for it ", linkWords(model, lead), ".")
  const leaders = carriers.filter(({ serving }) => serving.strength === lead.serving.strength)
  const helpers = carriers.slice(leaders.length).map(({ work }) => work)
  const help: readonly WhyPart[] = helpers.length === 0 ? [] : sentence(", helped by ", listed(helpers))
  if (leaders.length === 1 && (about === null || about.work.id === lead.work.id)) {
    return sentence(lead.work, " carries most of it ", linkWords(model, lead), help, ".")
  }
  if (about !== null && !leaders.some(({ work }) => work.id === about.work.id)) {
    const names = leaders.map(({ work }) => work)
    return sentence(about.work, " helps ", linkWords(model, about), "; ", listed(names), names.length === 1 ? " carries most of it." : " carry it alike.")
  }
  if (about !== null) {
    const names = leaders.map(({ work }) => work).filter((work) => work.id !== about.work.id)
    return sentence(about.work, " carries it ", linkWords(model, about), " alike with ", listed(names), help, ".")
  }
  return sentence(listed(leaders.map(({ work }) => work)), " carry it alike", help, ".")
}

function inactiveSentence(about: Carrier, carriers: readonly Carrier[]): WhySentence {
  const stage = stageWords[about.work.status ?? ""] ?? "is not under way"
  if (carriers.length === 0) return sentence(about.work, ` ${stage}; no work under way serves this goal yet.`)
  const names = carriers.map(({ work }) => work)
  return sentence(about.work, ` ${stage}; `, listed(names), names.length === 1 ? " is under way for it." : " are under way for it.")
}

const stageWords: Readonly<Record<string, string>> = {
  idea: "is an idea so far",
  proposed: "is proposed so far",
  "on hold": "is on hold",
  completed: "is done",
  cancelled: "was cancelled",
}

// "(strong link: “orders no longer go by phone”)"; a pillar's link says that it comes through the pillar.
function linkWords(model: ServingModel, { work, serving }: Carrier): WhyPart[] {
  const link = (model.index.linksFrom.get(work.id) ?? []).find(({ id }) => id === serving.linkId)
  const through = serving.via === "pillar" ? " through its pillar" : ""
  const reason = link?.reason?.trim().replace(/\.$/, "") ?? ""
  return [{ text: `(${strengthWords[serving.strength]}${through}${reason === "" ? "" : `: “${reason}”`})` }]
}

function leadChanges(model: ServingModel, goal: GraphNode): WhySentence[] {
  const lead = (model.activeServers.get(goal.id) ?? [])
    .flatMap((id) => {
      const work = model.index.nodes.get(id)
      const serving = servesOf(model, id).find(({ goalId }) => goalId === goal.id)
      return work === undefined || serving === undefined ? [] : [{ work, strength: serving.strength }]
    })
    .sort((a, b) => b.strength - a.strength || byName(a.work, b.work))[0]
  return lead === undefined ? [] : changeSentences(model, lead.work, lead.work)
}

function parentOf(model: ServingModel, node: GraphNode): GraphNode | null {
  return node.parentId === null ? null : (model.index.nodes.get(node.parentId) ?? null)
}
