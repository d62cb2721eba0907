// Reads and judges ArchiMate exchange files for tests. It shares no code with the product's reader: patterns over text.

interface Tag {
  name: string
  attributes: Record<string, string>
  children: Tag[]
  text: string
}

export interface OracleConcept {
  id: string
  type: string
  name: string
  documentation: string
  /** "definition's name=value", in order */
  properties: string[]
}
export interface OracleModel {
  id: string
  elements: Map<string, OracleConcept>
  relationships: Map<string, OracleConcept & { source: string; target: string; attributes: Record<string, string> }>
  /** every rule of the exchange format that the file breaks */
  wrong: string[]
}

const typesOfElements = new Set((
  "BusinessActor BusinessRole BusinessCollaboration BusinessInterface BusinessProcess BusinessFunction BusinessInteraction BusinessEvent BusinessService BusinessObject Contract Representation Product " +
  "ApplicationComponent ApplicationCollaboration ApplicationInterface ApplicationFunction ApplicationInteraction ApplicationProcess ApplicationEvent ApplicationService DataObject " +
  "Node Device SystemSoftware TechnologyCollaboration TechnologyInterface Path CommunicationNetwork TechnologyFunction TechnologyProcess TechnologyInteraction TechnologyEvent TechnologyService Artifact " +
  "Equipment Facility DistributionNetwork Material Stakeholder Driver Assessment Goal Outcome Principle Requirement Constraint Meaning Value " +
  "Resource Capability CourseOfAction ValueStream WorkPackage Deliverable ImplementationEvent Plateau Gap Grouping Location AndJunction OrJunction"
).split(" "))
const typesOfRelationships = new Set("Composition Aggregation Assignment Realization Serving Access Influence Triggering Flow Specialization Association".split(" "))
const nameless = /^(AndJunction|OrJunction|Grouping|Location|Plateau)$/
const orderOfModel = ["name", "documentation", "properties", "metadata", "elements", "relationships", "organizations", "propertyDefinitions"]
const orderOfConcept = ["name", "documentation", "properties"]
const identifier = /^[A-Za-z_\u00c0-\ud7ff][\w.\u00b7-\ud7ff-]*$/

/** What a file says and what is wrong with it; throws when it is not even well-formed. */
export function oracleModel(xml: string): OracleModel {
  const root = tree(xml)
  const wrong: string[] = []
  if (root.name !== "model" || root.attributes.xmlns !== "http://www.opengroup.org/xsd/archimate/3.0/") wrong.push("the first tag is no model of 3.0")
  checkOrder(root, orderOfModel, wrong)
  const part = (name: string) => root.children.find((child) => child.name === name)
  for (const name of ["elements", "relationships", "propertyDefinitions"]) if (part(name)?.children.length === 0) wrong.push(`${name} is empty`)
  const definitions = new Map((part("propertyDefinitions")?.children ?? []).map((tag) => [tag.attributes.identifier ?? "", childText(tag, "name")]))
  for (const tag of part("propertyDefinitions")?.children ?? []) {
    if (!tag.attributes.type) wrong.push(`definition ${tag.attributes.identifier} has no type`)
    if (!tag.children.some(({ name }) => name === "name")) wrong.push(`definition ${tag.attributes.identifier} has no name`)
  }
  const elementTags = part("elements")?.children ?? []
  const relationshipTags = part("relationships")?.children ?? []
  const ids = new Set<string>()
  for (const tag of [root, ...elementTags, ...relationshipTags, ...(part("propertyDefinitions")?.children ?? [])]) {
    const id = tag.attributes.identifier ?? ""
    if (!identifier.test(id)) wrong.push(`"${id}" is no identifier`)
    if (ids.has(id)) wrong.push(`${id} stands twice`)
    ids.add(id)
  }
  const elements = new Map(elementTags.map((tag) => [tag.attributes.identifier ?? "", conceptOf(tag, typesOfElements, definitions, wrong)]))
  for (const { id, type } of elements.values())
    if (!nameless.test(type) && !elementTags.some((tag) => tag.attributes.identifier === id && tag.children.some(({ name }) => name === "name"))) wrong.push(`${id} has no name`)
  const relationships = new Map(relationshipTags.map((tag) => {
    const { identifier: id = "", source = "", target = "", "xsi:type": type = "", ...attributes } = tag.attributes
    for (const [name, value] of Object.entries(attributes)) if (!fits(type, name, value)) wrong.push(`${id}: ${name}="${value}" on ${type}`)
    return [id, { ...conceptOf(tag, typesOfRelationships, definitions, wrong), source, target, attributes }]
  }))
  for (const { id, source, target } of relationships.values())
    for (const end of [source, target]) if (!elements.has(end) && !relationships.has(end)) wrong.push(`${id} ends at ${end}, which is not there`)
  return { id: root.attributes.identifier ?? "", elements, relationships, wrong }
}

function fits(type: string, name: string, value: string): boolean {
  if (name === "accessType") return type === "Access" && /^(Access|Read|Write|ReadWrite)$/.test(value)
  if (name === "isDirected") return type === "Association" && /^(true|false)$/.test(value)
  return name === "modifier" && type === "Influence" && value !== ""
}

function conceptOf(tag: Tag, types: ReadonlySet<string>, definitions: ReadonlyMap<string, string>, wrong: string[]): OracleConcept {
  const id = tag.attributes.identifier ?? ""
  const type = tag.attributes["xsi:type"] ?? ""
  if (!types.has(type)) wrong.push(`${id} is of the type "${type}", which the format does not know`)
  checkOrder(tag, orderOfConcept, wrong)
  const list = tag.children.find(({ name }) => name === "properties")
  if (list?.children.length === 0) wrong.push(`${id} has an empty list of properties`)
  const properties = (list?.children ?? []).map((property) => {
    const definition = property.attributes.propertyDefinitionRef ?? ""
    if (!definitions.has(definition)) wrong.push(`${id} has a property ${definition} that nothing defines`)
    if (property.children.length === 0 || property.children.some(({ name }) => name !== "value")) wrong.push(`${id} has a property without a value`)
    return `${definitions.get(definition)}=${childText(property, "value")}`
  })
  return { id, type, name: childText(tag, "name"), documentation: childText(tag, "documentation"), properties }
}

function checkOrder(tag: Tag, order: readonly string[], wrong: string[]): void {
  const places = tag.children.map(({ name }) => order.indexOf(name))
  if (places.includes(-1) || places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))) wrong.push(`${tag.attributes.identifier} has its tags in another order: ${tag.children.map(({ name }) => name).join(" ")}`)
}

function childText(tag: Tag, name: string): string {
  return tag.children.find((child) => child.name === name)?.text ?? ""
}

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy

function tree(xml: string): Tag {
  const top: Tag = { name: "", attributes: {}, children: [], text: "" }
  const open = [top]
  let end = 0
  for (const match of xml.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").matchAll(token)) {
    const [all, closing, opening, attributes = "", empty, text] = match
    end += all.length
    const at = open.at(-1)
    if (at === undefined) throw new Error("More is closed than was opened")
    if (text !== undefined) at.text += unescaped(text)
    if (closing !== undefined && open.pop()?.name !== closing) throw new Error(`</${closing}> closes something else`)
    if (opening === undefined) continue
    const tag: Tag = { name: opening, attributes: {}, children: [], text: "" }
    for (const [, name = "", double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      if (name in tag.attributes) throw new Error(`${name} stands twice in <${opening}>`)
      tag.attributes[name] = unescaped(double ?? single ?? "")
    }
    at.children.push(tag)
    if (empty === "") open.push(tag)
  }
  if (open.length !== 1 || end !== xml.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").length) throw new Error(`Not well-formed near ${end}`)
  const [root] = top.children
  if (!root) throw new Error("No tag at all")
  return root
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);?/gi, (all, code: string) => {
    if (code.startsWith("#x")) return String.fromCodePoint(parseInt(code.slice(2), 16))
    if (code.startsWith("#")) return String.fromCodePoint(Number(code.slice(1)))
    const character = named[code]
    if (character === undefined || !all.endsWith(";")) throw new Error(`${all} is no character`)
    return character
  })
}
