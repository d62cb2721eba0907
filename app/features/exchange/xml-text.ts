// The text of an XML file: which encoding its first bytes and its declaration name, decoded or refused.
import { UnreadableFileError } from "./brought"

/** What no honest file exceeds; each refusal names the one that stopped it. */
export const xmlLimits = {
  megabytes: 20,
  /** tags within tags */
  depth: 64,
  /** tags that are read; views are left out and do not count */
  tags: 200_000,
  attributesOfATag: 200,
  /** characters of one name, documentation or property */
  text: 250_000,
} as const

export type XmlEncoding = "utf-8" | "utf-16le" | "utf-16be"
export const encodingNames: Readonly<Record<XmlEncoding, string>> = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16" }

/** Gives the text of an XML file and its encoding; refuses a file that is too large, not UTF-8 or UTF-16, or broken. */
export function xmlText(bytes: Uint8Array): { text: string; encoding: XmlEncoding } {
  if (bytes.length > xmlLimits.megabytes * 1024 * 1024)
    throw new UnreadableFileError(`This file is larger than ${xmlLimits.megabytes} MB. Export the model without its views, or in parts.`)
  const encoding = encodingOf(bytes)
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw new UnreadableFileError(`This file should be ${encodingNames[encoding]} but has characters that are not. Export it again as UTF-8.`)
  }
}

function encodingOf(bytes: Uint8Array): XmlEncoding {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw notOurs("UTF-32")
  if (a === 0 && b === 0 && (c === 0xfe || c === 0)) throw notOurs("UTF-32")
  if (a === 0xff && b === 0xfe) return "utf-16le"
  if (a === 0xfe && b === 0xff) return "utf-16be"
  if (a === 0x3c && b === 0) return "utf-16le"
  if (a === 0 && b === 0x3c) return "utf-16be"
  const declared = declaredEncoding(bytes)
  if (declared === null || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) return "utf-8"
  throw notOurs(declared)
}

/** The name in `<?xml version="1.0" encoding="..."?>`; the declaration itself is plain ASCII. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declaration = /^(?:\u00ef\u00bb\u00bf)?<\?xml\s[^>]*?\?>/.exec(head)?.[0]
  return declaration === undefined ? null : /\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(declaration)?.[1] ?? null
}

function notOurs(encoding: string): UnreadableFileError {
  return new UnreadableFileError(`This file is written in ${encoding}, and only UTF-8 and UTF-16 are read. Export it again as UTF-8.`)
}
