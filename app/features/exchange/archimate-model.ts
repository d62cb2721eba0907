// An ArchiMate model as its exchange file states it, before anything is made of it.
import type { KeptProperty } from "./brought"

export interface PropertyDefinition {
  id: string
  name: string
  /** string, boolean, currency, date, time or number */
  type: string
}

export interface ArchiElement {
  id: string
  /** the bare type: "Goal", "BusinessActor" */
  type: string
  name: string
  documentation: string
  /** the key is the id of a property definition */
  properties: readonly KeptProperty[]
}

export interface ArchiRelationship extends ArchiElement {
  /** ids of elements or of other relationships */
  from: string
  to: string
  /** accessType, isDirected, modifier: only those that the file has */
  attributes: Readonly<Record<string, string>>
}

export interface ArchiModel {
  id: string
  name: string
  documentation: string
  properties: readonly KeptProperty[]
  propertyDefinitions: readonly PropertyDefinition[]
  elements: readonly ArchiElement[]
  relationships: readonly ArchiRelationship[]
  /** as people name it: "UTF-8" */
  encoding: string
}

/** The sentence on how Archi writes the file that is read here. */
export const howToExport = "In Archi, open the model and choose File > Export > Open Exchange XML Model, then bring the file that this writes."
