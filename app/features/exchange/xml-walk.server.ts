// Walking through an XML file tag by tag within the limits: what is hostile or broken ends the walk with a sentence.
import { SaxesParser } from "saxes"
import { UnreadableFileError } from "./brought"
import { xmlLimits } from "./xml-text"

export interface XmlVisitor {
  /** `path` are the names of the open tags, this one last. Names are as written, with their prefix. */
  open: (path: readonly string[], attributes: Readonly<Record<string, string>>) => void
  /** text directly within the innermost open tag; called several times for a longer one */
  text: (text: string, path: readonly string[]) => void
  close: (path: readonly string[]) => void
}

/**
 * Shows the visitor every tag and text of the file, except what lies within the outermost tags called `skipped`, which
 * is not even looked at. Refuses document types (so no entity of the file's own exists), what exceeds the limits, and
 * broken XML. Namespaces are left to the visitor: the parser's own handling takes time that grows with depth squared.
 */
export function walkXml(text: string, visitor: XmlVisitor, skipped: string): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const path: string[] = []
  let tags = 0
  let attributes = 0
  /** the tag to be skipped as written, once it has opened for good and not in a comment */
  let atSkipped: string | null = null

  parser.on("doctype", () => {
    throw new UnreadableFileError("This file has a document type (DOCTYPE), which can hide harm, so it was not read. A model that a tool exports has none: export it again.")
  })
  parser.on("error", (error) => {
    throw new UnreadableFileError(`This file is not whole or not XML: ${sentence(error.message)} Export it again.`)
  })
  parser.on("opentagstart", () => {
    attributes = 0
  })
  parser.on("attribute", () => {
    attributes += 1
    if (attributes > xmlLimits.attributesOfATag) throw tooMuch(`a tag with more than ${xmlLimits.attributesOfATag} attributes`)
  })
  parser.on("opentag", (tag) => {
    path.push(tag.name)
    tags += 1
    if (path.length > xmlLimits.depth) throw tooMuch(`tags nested deeper than ${xmlLimits.depth}`)
    if (tags > xmlLimits.tags) throw tooMuch(`more than ${xmlLimits.tags.toLocaleString("en")} tags`)
    if (path.length === 2 && localName(tag.name) === skipped && !tag.isSelfClosing) atSkipped = tag.name
    visitor.open(path, tag.attributes)
  })
  parser.on("text", (part) => visitor.text(part, path))
  parser.on("cdata", (part) => visitor.text(part, path))
  parser.on("closetag", () => {
    visitor.close(path)
    path.pop()
  })

  let from = 0
  for (const start of startsOf(text, skipped)) {
    if (start < from) continue
    const inside = text.indexOf(">", start) + 1
    if (inside === 0) break
    parser.write(text.slice(from, inside))
    from = inside
    if (atSkipped === null) continue
    from = Math.max(from, text.lastIndexOf(`</${atSkipped}`))
    atSkipped = null
  }
  parser.write(text.slice(from)).close()
}

/** Where tags of this name may begin, with any prefix; some may lie in comments. */
function* startsOf(text: string, name: string): Generator<number> {
  for (const match of text.matchAll(new RegExp(`<(?:[\\w.-]{1,40}:)?${name}(?=[\\s>])`, "g"))) yield match.index
}

/** The name of a tag without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1)
}

function tooMuch(what: string): UnreadableFileError {
  return new UnreadableFileError(`This file has ${what}, which no model has, so it was not read.`)
}

/** "12:5: unclosed tag: name" as "line 12: unclosed tag: name." */
function sentence(message: string): string {
  return `${message.replace(/^(\d+):\d+: /, "line $1: ").replace(/\.$/, "").slice(0, 200)}.`
}
