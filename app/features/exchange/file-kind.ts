// What a file really is, told by its bytes and not by its name; and the sentence for one that cannot be read.
import { howToExport } from "./archimate-model"
import { UnreadableFileError, type FileFormat } from "./brought"

export type FileKind =
  | "exchange model" | "older exchange model" | "archi model" | "other xml"
  | "xlsx" | "zip" | "archi zip" | "word" | "slides" | "opendocument"
  | "old office" | "protected office" | "pdf" | "image" | "packed" | "web page"
  | "json" | "text" | "binary" | "empty"

const startsWith: readonly (readonly [FileKind, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["packed", [0x1f, 0x8b]],
  ["packed", [0x37, 0x7a, 0xbc, 0xaf]],
  ["packed", [0x52, 0x61, 0x72, 0x21]],
  ["old office", [0xd0, 0xcf, 0x11, 0xe0]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
]
/** Names within a zip that say what it is; they stand plainly at its start and in its list at the end. */
const zipContents: readonly (readonly [string, FileKind])[] = [
  ["xl/workbook.xml", "xlsx"], ["word/document.xml", "word"], ["ppt/presentation.xml", "slides"],
  ["opendocument", "opendocument"], ["model.xml", "archi zip"],
]
const exchangeSpace = "http://www.opengroup.org/xsd/archimate"
const glance = 65_536

/** Says what the bytes are; `bytes` may be the whole file or its first part (a zip is told by its end as well). */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty"
  const start = startsWith.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0]
  if (start === "zip") return zipKind(bytes)
  if (start === "old office") return plainText(bytes.subarray(0, glance)).replaceAll("\0", "").includes("EncryptedPackage") ? "protected office" : start
  if (start) return start
  const text = headText(bytes)
  if (text === null || controls(text) > text.length / 50) return "binary"
  if (text.trim() === "") return "empty"
  if (/^\s*<(!doctype html|html)[\s>]/i.test(text)) return "web page"
  if (/^\s*<[?!a-z]/i.test(text)) return xmlKind(text)
  return /^\s*[[{]/.test(text) && !/^\s*\[[^\]\n]*\]\s*[,;\t]/.test(text) ? "json" : "text"
}

function zipKind(bytes: Uint8Array): FileKind {
  const names = plainText(bytes.subarray(0, 4096)) + plainText(bytes.subarray(Math.max(0, bytes.length - glance)))
  return zipContents.find(([name]) => names.includes(name))?.[1] ?? "zip"
}

function xmlKind(text: string): FileKind {
  if (text.includes("archimate:model")) return "archi model"
  if (text.includes(`${exchangeSpace}/3.`)) return "exchange model"
  return text.includes(exchangeSpace) ? "older exchange model" : "other xml"
}

/** The first part as text whatever its encoding; null when no encoding of text fits. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, glance)
  const wide = wideOrder(head)
  if (wide !== null) return new TextDecoder(wide).decode(head)
  return head.includes(0) ? null : new TextDecoder("utf-8").decode(head)
}

/** How many characters there are that no text has. */
function controls(text: string): number {
  let count = 0
  for (const character of text) if (character < "\t" || (character > "\r" && character < " ")) count++
  return count
}

/** Which UTF-16 the bytes are in, by their mark or by where their zeros stand; null when in none. */
export function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 5 && even < odd / 10) return "utf-16le"
  return even > sample.length / 5 && odd < even / 10 ? "utf-16be" : null
}

function plainText(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes)
}

const formats: Partial<Record<FileKind, { format: FileFormat; endings: readonly string[]; what: string }>> = {
  "exchange model": { format: "archimate", endings: ["xml"], what: "an ArchiMate model" },
  xlsx: { format: "xlsx", endings: ["xlsx", "xlsm"], what: "an Excel workbook" },
  zip: { format: "csv", endings: ["zip"], what: "a zip file" },
  json: { format: "json", endings: ["json"], what: "a JSON file" },
  text: { format: "csv", endings: ["csv", "tsv", "tab", "txt"], what: "a table in plain text" },
}

const whyNot: Partial<Record<FileKind, string>> = {
  "older exchange model": "is an ArchiMate model in an older format. Export it again as “Model Exchange File” of ArchiMate 3.",
  "archi model": `is a model in Archi's own format. ${howToExport}`,
  "archi zip": `is a model in Archi's own format. ${howToExport}`,
  "other xml": "is XML, but no ArchiMate model. Save it as .xlsx or .csv, or export the model as “Model Exchange File”.",
  word: "is a Word document. Copy its table to a spreadsheet and save that as .xlsx.",
  slides: "is a PowerPoint file. Copy its table to a spreadsheet and save that as .xlsx.",
  opendocument: "is an OpenDocument file. Open it and save it as .xlsx.",
  "old office": "is in the format of Excel before 2007. Open it and save it as .xlsx.",
  "protected office": "is protected with a password. Open it, take the password off, and save it again.",
  pdf: "is a PDF. Bring the spreadsheet that it was made from.",
  image: "is an image. Bring the spreadsheet that it shows.",
  packed: "is a packed file. Unpack it and bring what is inside.",
  "web page": "is a web page, as some tools export it. Open it in Excel and save it as .xlsx.",
  binary: "is none of the kinds that can be read: ArchiMate model (.xml), Excel (.xlsx), CSV (.csv, or several in a .zip), JSON.",
  empty: "is empty. Was it saved before it was filled?",
}

/** The sentence about a file that is something else than can be read, or than its name says. */
export function notReadable(name: string, kind: FileKind): string {
  const known = formats[kind]
  if (known) return `${name} is ${known.what} with another name. Rename it to .${known.endings[0]}.`
  return `${name} ${whyNot[kind] ?? whyNot.binary}`
}

/** Gives the format to read the file in; refuses what cannot be read and what is not what its name says. */
export function formatOfFile(name: string, bytes: Uint8Array): FileFormat {
  const kind = fileKindOf(bytes)
  const known = formats[kind]
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""
  if (!known || (ending !== "" && !known.endings.includes(ending))) throw new UnreadableFileError(notReadable(name, kind))
  return known.format
}
