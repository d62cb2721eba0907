// Reading the ArchiMate Model Exchange Format (3.0 to 3.2, which share a namespace): bytes to a model.
import { howToExport, type ArchiElement, type ArchiModel, type ArchiRelationship, type PropertyDefinition } from "./archimate-model"
import { UnreadableFileError, type KeptProperty } from "./brought"
import { encodingNames, xmlLimits, xmlText } from "./xml-text"
import { localName, walkXml } from "./xml-walk.server"

export const exchangeNamespace = "http://www.opengroup.org/xsd/archimate/3.0/"
const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

/** What is being read: the model, an element, a relationship or the definition of a property. */
interface Open {
  depth: number
  attributes: Readonly<Record<string, string>>
  name: Variant
  documentation: Variant
  properties: KeptProperty[]
  property: { key: string; value: Variant } | null
}

/** The text of several in different languages that is taken: the first without a language, else the first. */
class Variant {
  private taken: { text: string; plain: boolean } | null = null
  private open: { parts: string[]; length: number; plain: boolean } | null = null

  begin(language: string | undefined): void {
    this.open = { parts: [], length: 0, plain: language === undefined }
  }
  add(text: string): void {
    if (this.open === null) return
    this.open.length += text.length
    if (this.open.length > xmlLimits.text)
      throw new UnreadableFileError(`This file has a text longer than ${xmlLimits.text.toLocaleString("en")} characters, which no model has, so it was not read.`)
    this.open.parts.push(text)
  }
  end(): void {
    if (this.open !== null && (this.taken === null || (this.open.plain && !this.taken.plain)))
      this.taken = { text: this.open.parts.join(""), plain: this.open.plain }
    this.open = null
  }
  get text(): string {
    return this.taken?.text ?? ""
  }
}

/**
 * Gives the model that an exchange file states; its views are not looked at. Refuses with a sentence what is no exchange
 * file (Archi's own format and older ones among them), what exceeds the limits, and a file whose identifiers are missing
 * or stand twice, because then nobody can say what belongs to what.
 */
export function readArchimate(bytes: Uint8Array): ArchiModel {
  const { text, encoding } = xmlText(bytes)
  const elements: ArchiElement[] = []
  const relationships: ArchiRelationship[] = []
  const propertyDefinitions: PropertyDefinition[] = []
  const ids = new Set<string>()
  let names: Names | null = null
  let model: Open | null = null
  let inner: Open | null = null
  let part: "elements" | "relationships" | "propertyDefinitions" | null = null
  let variant: Variant | null = null

  walkXml(text, {
    open(path, attributes) {
      const depth = path.length
      names ??= namesOf(path[0] ?? "", attributes)
      const name = names.plain(path[depth - 1] ?? "")
      if (name === null) return
      if (depth === 1) model = opened(depth, attributes)
      if (depth === 2) part = name === "elements" || name === "relationships" || name === "propertyDefinitions" ? name : null
      if (depth === 3 && part !== null && name === itemOf[part]) inner = opened(depth, attributes)
      const at = inner ?? model
      if (at !== null && name === "property" && depth === at.depth + 2) at.property = { key: attributes.propertyDefinitionRef ?? "", value: new Variant() }
      variant = at && variantAt(name, path, names, at)
      variant?.begin(attributes["xml:lang"])
    },
    text(text) {
      variant?.add(text)
    },
    close(path) {
      variant?.end()
      variant = null
      const at = inner ?? model
      if (at?.property && path.length === at.depth + 2) {
        at.properties.push({ key: at.property.key, value: at.property.value.text })
        at.property = null
      }
      if (inner === null || path.length !== inner.depth || names === null) return
      if (part === "propertyDefinitions") propertyDefinitions.push(definitionOf(inner, ids))
      else if (part === "elements") elements.push(conceptOf("element", inner, names, ids))
      else relationships.push(relationshipOf(inner, names, ids))
      inner = null
    },
  }, "views")

  const { id, name, documentation, properties } = modelOf(model)
  return { id, name, documentation, properties, propertyDefinitions, elements, relationships, encoding: encodingNames[encoding] }
}

const itemOf = { elements: "element", relationships: "relationship", propertyDefinitions: "propertyDefinition" } as const

interface Names {
  /** the name without the prefix of the exchange format; null for a name of something else's */
  plain: (name: string) => string | null
  /** the attribute that says the type, "xsi:type" */
  type: string
}

/** How this file writes names of the format, as its first tag says; refuses a first tag that is not an exchange model's. */
function namesOf(root: string, attributes: Readonly<Record<string, string>>): Names {
  const colon = root.indexOf(":")
  const prefix = colon < 0 ? "" : root.slice(0, colon + 1)
  const namespace = attributes[prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`] ?? ""
  if (localName(root) !== "model" || namespace !== exchangeNamespace) throw new UnreadableFileError(whatItIs(root, namespace))
  const instance = Object.entries(attributes).find(([name, value]) => name.startsWith("xmlns:") && value === instanceNamespace)
  return {
    plain: (name) => (prefix === "" ? (name.includes(":") ? null : name) : name.startsWith(prefix) ? name.slice(prefix.length) : null),
    type: `${instance ? instance[0].slice("xmlns:".length) : "xsi"}:type`,
  }
}

function whatItIs(root: string, namespace: string): string {
  if (/archimatetool\.com/.test(namespace) || root === "archimate:model") return `This is a model in Archi's own format, which other programs cannot read. ${howToExport}`
  if (/opengroup\.org\/xsd\/archimate/.test(namespace))
    return `This is an ArchiMate exchange file of an older or other version (${namespace}); versions 3.0 to 3.2 are read. Open it in a current tool and export it again. ${howToExport}`
  return `This is an XML file that begins with <${root.slice(0, 60)}>, and not an ArchiMate exchange file. ${howToExport}`
}

function opened(depth: number, attributes: Readonly<Record<string, string>>): Open {
  return { depth, attributes, name: new Variant(), documentation: new Variant(), properties: [], property: null }
}

/** The text that this tag holds of what is being read; null for a tag that holds none. */
function variantAt(name: string, path: readonly string[], names: Names, at: Open): Variant | null {
  const below = path.length - at.depth
  if (below === 1) return name === "name" ? at.name : name === "documentation" ? at.documentation : null
  const isValue = below === 3 && name === "value" && names.plain(path[at.depth] ?? "") === "properties"
  return isValue ? at.property?.value ?? null : null
}

function modelOf(model: Open | null): Pick<ArchiModel, "id" | "name" | "documentation" | "properties"> {
  if (model === null) throw new UnreadableFileError("This file is empty.")
  const name = model.name.text
  const id = model.attributes.identifier?.trim() || name.trim()
  if (id === "") throw new UnreadableFileError("This model has neither an identifier nor a name, so that it could not be known again. Export it again.")
  return { id, name, documentation: model.documentation.text, properties: model.properties }
}

function definitionOf(open: Open, ids: Set<string>): PropertyDefinition {
  return { id: idOf(open, "property definition", ids), name: open.name.text, type: open.attributes.type || "string" }
}

function conceptOf(what: "element" | "relationship", open: Open, names: Names, ids: Set<string>): ArchiElement {
  const type = localName(open.attributes[names.type] ?? "")
  const id = idOf(open, what, ids)
  if (type === "") throw new UnreadableFileError(`The ${what} ${id.slice(0, 80)} does not say what it is (no xsi:type). Export the model again.`)
  return { id, type, name: open.name.text, documentation: open.documentation.text, properties: open.properties }
}

const keptAttributes = ["accessType", "isDirected", "modifier"] as const

function relationshipOf(open: Open, names: Names, ids: Set<string>): ArchiRelationship {
  const { source, target } = open.attributes
  const attributes = Object.fromEntries(keptAttributes.flatMap((name) => (open.attributes[name] === undefined ? [] : [[name, open.attributes[name]]])))
  return { ...conceptOf("relationship", open, names, ids), from: source ?? "", to: target ?? "", attributes }
}

function idOf(open: Open, what: string, ids: Set<string>): string {
  const id = open.attributes.identifier?.trim() ?? ""
  if (id === "") throw new UnreadableFileError(`This file has a ${what} without an identifier. Export the model again.`)
  if (ids.has(id)) throw new UnreadableFileError(`The identifier ${id.slice(0, 80)} stands twice in this file, so nobody can say what belongs to what. Export the model again.`)
  ids.add(id)
  return id
}
