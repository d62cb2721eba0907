// The shape of a file: its length, its name, its first sentence, and the words that have no place in it.

import { type SourceFile } from "./source"

const drawers = new Set(["utils", "helpers", "misc", "common", "types", "lib", "shared", "v2"])
const generated = new Set(["db/schema.ts"])
/** An index that is an entry, not a barrel; and the seeds' one door to the app, which hands commands on. */
const entries = new Set(["db/migrations/index.ts", "db/seed/demo/index.ts"])
const seedDoor = "db/seed/door.ts"
const mayExportDefault = /^(app|tests\/bench\/smallest)\/(routes\/|root\.tsx|entry\.)|\.config\.ts$|^tests\/support\/[a-z-]+-setup\.ts$/

const banned: readonly [RegExp, string][] = [
  [/@ts-(ignore|expect-error|nocheck)/, "silences the compiler"],
  [/eslint-disable/, "silences the linter"],
  [/\b(TODO|FIXME|XXX)\b/, "leaves work behind"],
  [/\bconsole\.log\(/, "writes to the console"],
  [/\bvi\.(do)?mock\(/i, "mocks a module"],
  [/dangerouslySetInnerHTML/, "writes unescaped HTML"],
]

/** Files longer than a person reads in one sitting: 300 lines, a route 100. */
export function lengthViolations(files: readonly SourceFile[]): string[] {
  return files.filter((file) => !generated.has(file.path)).flatMap((file) => {
    const limit = file.path.startsWith("app/routes/") ? 100 : 300
    const lines = file.text.replace(/\n$/, "").split("\n").length
    return lines > limit ? [`${file.path}: ${lines} lines, at most ${limit}`] : []
  })
}

/** Names that say nothing (drawers, barrels), are not kebab-case, or a default export where a named one belongs. */
export function nameViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const parts = file.path.replace(/\.(tsx?|mjs|css)$/, "").split("/")
    const name = parts.at(-1) ?? ""
    const wrong: string[] = []
    for (const part of parts) if (drawers.has(part.split(".")[0] ?? "")) wrong.push(`${file.path}: "${part}" is a drawer, not a name`)
    if (name === "index" && !entries.has(file.path)) wrong.push(`${file.path}: no barrels`)
    if (file.path !== seedDoor && /^export (\*|\{(?! \w+ as default \})[^}]*\}) from/m.test(file.text)) wrong.push(`${file.path}: hands on what another file owns`)
    if (!wellNamed(file.path, name)) wrong.push(`${file.path}: not kebab-case`)
    if (/^export default\b/m.test(file.text) && !mayExportDefault.test(file.path)) wrong.push(`${file.path}: a default export`)
    return wrong
  })
}

function wellNamed(path: string, name: string): boolean {
  if (/^(app|tests\/bench\/smallest)\/routes\//.test(path)) return /^[a-z0-9$_.[\]-]+$/.test(name)
  if (path.startsWith("db/migrations/")) return /^(index|\d{4}_[a-z0-9_]+)$/.test(name)
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(name)
}

/** Files that do not open with a comment saying what they own. */
export function openingViolations(files: readonly SourceFile[]): string[] {
  return files.filter((file) => !/^(#![^\n]*\n)?\s*(\/\/ |\/\*)/.test(file.text)).map((file) => `${file.path}: does not open with what it owns`)
}

/** Words that silence a tool, leave work behind, or mock what should be real. */
export function wordViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => banned.flatMap(([word, why]) => (word.test(file.text) ? [`${file.path}: ${why} (${word.source})`] : [])))
}

/** Rules that read the clock or the surroundings, which a pure one never does; times are handed in. */
export function clockViolations(files: readonly SourceFile[]): string[] {
  const pure = /^app\/features\/[^/]+\/[a-z0-9-]+\.ts$/
  return files
    .filter((file) => pure.test(file.path))
    .flatMap((file) => (/\bDate\.now\(|new Date\(\)|\bprocess\.|\bMath\.random\(/.test(file.text) ? [`${file.path}: a rule reads the clock or its surroundings`] : []))
}

const keptCall = /\bonceFor\(\s*[\w.()\s]+?,\s*(`[^`]*`|"[^"]*"),\s*((?:async )?\(\) => )/g

/** Keys under which two places keep what they make in different words: who comes second would be given the other's. */
export function keyViolations(files: readonly SourceFile[]): string[] {
  const first = new Map<string, { path: string; made: string }>()
  return files.flatMap((file) => [...file.text.matchAll(keptCall)].flatMap((call) => {
    const made = bodyFrom(file.text, call.index + call[0].length).replaceAll("database()", "db")
    const key = call[1] ?? ""
    const known = first.get(key)
    if (!known) first.set(key, { path: file.path, made })
    return known && known.made !== made ? [`${file.path}: ${key} is kept otherwise in ${known.path}`] : []
  }))
}

/** What stands from here to the bracket that closes the call. */
function bodyFrom(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if ("([{".includes(text[at] ?? "")) depth += 1
    if (")]}".includes(text[at] ?? "") && depth-- === 0) return text.slice(from, at)
  }
  return text.slice(from)
}
