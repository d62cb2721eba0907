// Small exchange files for tests, written by hand.

interface Parts {
  elements?: string
  relationships?: string
  /** what stands between the name of the model and its elements */
  before?: string
  /** what stands after the relationships */
  after?: string
  id?: string
}

/** The bytes of a model with these tags in it, as the exchange format orders them. */
export function exchangeFile(parts: Parts): Uint8Array {
  const { elements, relationships } = parts
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="${parts.id ?? "id-model"}">
<name>Test model</name>${parts.before ?? ""}
${elements === undefined ? "" : `<elements>${elements}</elements>`}
${relationships === undefined ? "" : `<relationships>${relationships}</relationships>`}
${parts.after ?? ""}</model>`)
}

/** An element tag. */
export function element(id: string, type: string, name = id, more = ""): string {
  return `<element identifier="${id}" xsi:type="${type}"><name>${name}</name>${more}</element>`
}

/** A relationship tag; `more` are further attributes. */
export function relationship(id: string, type: string, from: string, to: string, more = "", inside = ""): string {
  return `<relationship identifier="${id}" source="${from}" target="${to}" xsi:type="${type}" ${more}>${inside}</relationship>`
}
