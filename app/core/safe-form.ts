// Reads a posted form, and the one file that may come with it, within fixed limits, before anything else looks at it.
import { visibleText } from "./visible-text"

export const formLimits = {
  bytes: 1_048_576,
  fields: 500,
  nameLength: 120,
  segments: 6,
  index: 999,
  /** nesting of what Conform posts as JSON beside the fields */
  depth: 6,
} as const

/** The one address that takes a file, and the most its body may hold. */
export const uploadLimits = { path: "/settings/imports/new", bytes: 15 * 1_048_576, nameLength: 200 } as const

export type FormRefusal =
  | "too large"
  | "file too large"
  | "too many fields"
  | "name too long"
  | "name too deep"
  | "index too high"
  | "name not allowed"
  | "file not expected"
  | "character not allowed"
  | "not a form"

const sentences: Record<FormRefusal, string> = {
  "too large": "This is more than the planner takes in one go (1 MB). Nothing was saved.",
  "file too large": "This file is larger than 15 MB, the most that is taken in one go. Nothing was kept. Leave out what is not needed, or bring it in as several files.",
  "too many fields": "This form has more fields than the planner takes. Nothing was saved.",
  "name too long": "This form has a field the planner does not know. Nothing was saved.",
  "name too deep": "This form has a field the planner does not know. Nothing was saved.",
  "index too high": "This form has a field the planner does not know. Nothing was saved.",
  "name not allowed": "This form has a field the planner does not know. Nothing was saved.",
  "file not expected": "No file is expected here. Nothing was saved.",
  "character not allowed": "The text holds a character that cannot be kept (a null character). Nothing was saved.",
  "not a form": "The planner could not read what was sent. Nothing was saved. Reload the page and try again.",
}

/** A form that is not even read: 413 where it is too large, otherwise 400, with a sentence for the person. */
export class InputRefused extends Error {
  readonly reason: FormRefusal
  readonly status: 400 | 413
  constructor(reason: FormRefusal) {
    super(sentences[reason])
    this.name = "InputRefused"
    this.reason = reason
    this.status = reason === "too large" || reason === "file too large" ? 413 : 400
  }
}

/** The form's fields. Refuses with InputRefused whatever exceeds `formLimits`; files and null characters are refused too. */
export async function safeFormData(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? ""
  const bytes = await readLimited(request, formLimits.bytes)
  const form = type.startsWith("multipart/form-data") ? await readParts(bytes, type) : readPairs(bytes, type)
  const { fields, files } = sorted(form)
  if (files.length > 0) throw new InputRefused("file not expected")
  return fields
}

export interface UploadedFile {
  /** as the person knows it, for the screen; never part of a path */
  name: string
  bytes: Uint8Array
}

/** A form that brings one file as `file`: its other fields, and the file or null where none was chosen. Refuses what exceeds `uploadLimits`. */
export async function safeUpload(request: Request): Promise<{ fields: FormData; file: UploadedFile | null }> {
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("multipart/form-data")) throw new InputRefused("not a form")
  const bytes = await readLimited(request, uploadLimits.bytes, "file too large")
  const { fields, files } = sorted(await readParts(bytes, type))
  if (files.some(([name]) => name !== "file") || files.length > 1) throw new InputRefused("file not expected")
  const [, file] = files[0] ?? []
  if (file === undefined || (file.size === 0 && file.name === "")) return { fields, file: null }
  return { fields, file: { name: shownName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) } }
}

/** The last part of what the browser calls the file, without what cannot be shown. */
function shownName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "").trim()
  return [...clean].slice(0, uploadLimits.nameLength).join("") || "file"
}

function sorted(form: FormData): { fields: FormData; files: [string, File][] } {
  const fields = new FormData()
  const files: [string, File][] = []
  let count = 0
  for (const [name, value] of form) {
    if (++count > formLimits.fields) throw new InputRefused("too many fields")
    if (typeof value !== "string") {
      files.push([name, value])
      continue
    }
    if (value.includes("\0") || name.includes("\0")) throw new InputRefused("character not allowed")
    if (value.length > formLimits.bytes) throw new InputRefused("too large")
    if (name === "__intent__") checkIntent(value)
    else if (name === "__state__") checkState(value)
    else checkName(name)
    // what nobody sees is not kept, but a password is what its keyboard makes of it
    fields.append(name, name.startsWith("__") || /password/i.test(name) ? value : visibleText(value))
  }
  return { fields, files }
}

/** The body, counted while it arrives; refuses as soon as it exceeds `most` bytes, whatever the headers claim. */
export async function readLimited(request: Request, most: number, reason: FormRefusal = "too large"): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new InputRefused(reason)
  if (request.body === null) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let total = 0
  const reader = request.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk: Uint8Array = next.value
    total += chunk.byteLength
    if (total > most) {
      await reader.cancel()
      throw new InputRefused(reason)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function readPairs(bytes: Buffer, type: string): FormData {
  if (!type.startsWith("application/x-www-form-urlencoded")) throw new InputRefused("not a form")
  if (occurrences(bytes, "&", formLimits.fields) >= formLimits.fields) throw new InputRefused("too many fields")
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(bytes.toString("utf8"))) form.append(name, value)
  return form
}

async function readParts(bytes: Buffer, type: string): Promise<FormData> {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) throw new InputRefused("not a form")
  if (occurrences(bytes, `--${boundary}`, formLimits.fields + 1) > formLimits.fields + 1) throw new InputRefused("too many fields")
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData()
  } catch {
    throw new InputRefused("not a form")
  }
}

// Stops one past `enough`: a hostile body is refused before it is parsed.
function occurrences(bytes: Buffer, mark: string, enough: number): number {
  let found = 0
  for (let at = bytes.indexOf(mark); at !== -1 && found <= enough; at = bytes.indexOf(mark, at + mark.length)) found++
  return found
}

function checkName(name: string): void {
  if (name.length > formLimits.nameLength) throw new InputRefused("name too long")
  const segments = name.split(/[.[]/).map((segment) => segment.replace(/\]$/, ""))
  if (segments.length > formLimits.segments) throw new InputRefused("name too deep")
  for (const segment of segments) {
    if (segment === "__proto__" || segment === "prototype" || segment === "constructor") throw new InputRefused("name not allowed")
    if (/^\d+$/.test(segment) && Number(segment) > formLimits.index) throw new InputRefused("index too high")
  }
}

// Conform echoes both of its own fields back, so they must be as shallow as the rest, and the paths they name as harmless.
function checkIntent(text: string): void {
  if (text === "") return
  const intent = shallowJson(text)
  if (!isObject(intent) || typeof intent.type !== "string" || !isObject(intent.payload)) throw new InputRefused("not a form")
  const { name, index, from, to } = intent.payload
  if (name !== undefined && typeof name !== "string") throw new InputRefused("not a form")
  checkName(name ?? "")
  for (const place of [index, from, to]) {
    if (place === undefined) continue
    if (typeof place !== "number" || !Number.isInteger(place) || place < 0) throw new InputRefused("not a form")
    if (place > formLimits.index) throw new InputRefused("index too high")
  }
}

function checkState(text: string): void {
  if (text === "") return
  const state = shallowJson(text)
  if (!isObject(state) || !isObject(state.validated)) throw new InputRefused("not a form")
  const names = Object.keys(state.validated)
  if (names.length > formLimits.fields) throw new InputRefused("too many fields")
  names.forEach(checkName)
}

function shallowJson(text: string): unknown {
  if (nesting(text) > formLimits.depth) throw new InputRefused("name too deep")
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__" || key === "constructor") throw new InputRefused("name not allowed")
      return value
    })
  } catch (error) {
    throw error instanceof InputRefused ? error : new InputRefused("not a form")
  }
}

function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (const sign of text.replace(/"(?:[^"\\]|\\.)*"/g, "")) {
    if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth)
    else if (sign === "]" || sign === "}") depth--
  }
  return deepest
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
