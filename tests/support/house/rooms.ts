// The rooms of the house (docs: the architecture's room table) and what each may import.

import { importsOf, type Import, type SourceFile } from "./source"

export const featureOrder = [
  "elements", "company", "units", "people", "capabilities", "goals", "capabilities", "services", "applications", "initiatives", "stakeholders", "commitments",
  "consultations", "decisions", "gates", "byo", "relationships", "performance", "alignment", "roadmap", "health", "history", "exchange",
] as const

const readingOnly = new Set(["alignment", "health", "history"])

export type Room =
  | "frame" | "routes" | "core" | "core pure" | "ui" | "db" | "seed" | "domain" | "schema" | "queries" | "commands"
  | "writes" | "feature server" | "feature ui" | "nowhere"

interface Rule {
  rooms: readonly Room[]
  packages: RegExp
}

const react = "react|react-dom|@remix-run/react|lucide-react(/icons/.*)?|react-aria-components|@conform-to/react"
const nothing = /^$/

const rules: Record<Exclude<Room, "nowhere">, Rule> = {
  frame: {
    rooms: ["core", "core pure", "ui", "db", "seed", "routes", "frame", "domain", "queries", "commands", "feature server", "feature ui"],
    packages: /./,
  },
  routes: {
    rooms: ["core", "core pure", "ui", "domain", "schema", "queries", "commands", "feature server", "feature ui"],
    packages: /^(react|@remix-run\/(react|node)|@conform-to\/react)$/,
  },
  core: { rooms: ["core", "core pure", "db"], packages: /^(zod|kysely|pg|hono(\/.*)?|@hono\/node-server.*|@remix-run\/node|@node-rs\/argon2|nodemailer|@conform-to\/(zod.*|react|dom)|node:.*)$/ },
  "core pure": { rooms: ["core pure"], packages: nothing },
  ui: { rooms: ["ui"], packages: new RegExp(`^(${react}|d3-scale|d3-shape|@fontsource-variable/inter.*)$`) },
  db: { rooms: ["db"], packages: /^(kysely|pg|vite|yauzl|@electric-sql\/.*|node:.*)$/ },
  seed: { rooms: ["db", "seed", "commands", "core", "core pure", "domain"], packages: /^(kysely|node:.*)$/ },
  domain: { rooms: ["domain", "core pure"], packages: nothing },
  schema: { rooms: ["schema", "domain", "core pure"], packages: /^zod$/ },
  queries: { rooms: ["queries", "domain", "core pure"], packages: /^kysely$/ },
  commands: { rooms: ["queries", "writes", "domain", "core pure"], packages: /^kysely$/ },
  writes: { rooms: ["queries", "writes", "domain", "core pure"], packages: /^kysely$/ },
  "feature server": { rooms: ["queries", "domain", "core pure", "feature server"], packages: /^(?!zod|pg$).*/ },
  "feature ui": { rooms: ["feature ui", "domain", "ui", "core pure"], packages: new RegExp(`^(${react}|@xyflow/react.*|d3-scale|d3-shape)$`) },
}

/** Parts of core that use Node's own modules without being a ".server" file: nothing a browser loads may reach them. */
const onNode = new Set(["app/core/ids.ts", "app/core/client-address.ts", "app/core/safe-form.ts"])

/** The start and the command line as they reach into a data folder: core by address, frame by what they do. */
const starters = new Set(["app/core/operator-database.server.ts", "app/core/start-failure.server.ts"])

/** Whether a file belongs to the frame: it starts, wires and stops, and may open a database. */
export function isFrame(path: string): boolean {
  return /^app\/[^/]+$/.test(path) || starters.has(path)
}

/** Doors that single rooms may use beyond whole rooms. */
const doors: Partial<Record<Room, readonly string[]>> = {
  queries: ["app/core/database.server", "app/core/record-history.server", "db/client", "db/schema"],
  writes: ["app/core/database.server", "app/core/record-history.server", "app/core/ids", "app/core/outbox.server"],
  // a role, a disabled account and a used link take effect in the very transaction that records them
  commands: [
    "app/core/command.server", "app/core/database.server", "app/core/record-history.server", "app/core/ids",
    "app/core/session.server", "app/core/one-time-link.server", "app/core/outbox.server",
    // an import is marked as being applied outside of the transaction that applies it, and compared anew where it was refused
    "app/core/import-staging.server", "app/features/exchange/import-compare.server",
  ],
  "feature server": ["app/core/database.server", "app/core/ids", "app/core/import-staging.server", "app/core/log.server", "db/seed/demo/index"],
  "core pure": ["db/words"],
  domain: ["db/words"],
  schema: ["db/words"],
}

/** The room a path lies in; "nowhere" for a file that the house has no place for. */
export function roomOf(path: string): Room {
  const [top, second, third, ...rest] = path.replace(/\.(tsx?|css)$/, "").split("/")
  if (top === "db") return second === "seed" ? "seed" : "db"
  if (top !== "app") return "nowhere"
  if (third === undefined || isFrame(path)) return "frame"
  if (second === "routes") return "routes"
  if (second === "ui") return "ui"
  const server = path.replace(/\.tsx?$/, "").endsWith(".server")
  if (second === "core") return server || onNode.has(path) ? "core" : "core pure"
  if (second !== "features" || rest.length !== 1) return "nowhere"
  return featureRoom(path)
}

function featureRoom(path: string): Room {
  const name = path.replace(/\.ts$/, "")
  if (name.endsWith(".tsx") || name.endsWith(".css")) return "feature ui"
  if (name.endsWith(".schema")) return "schema"
  if (name.endsWith(".queries.server")) return "queries"
  if (name.endsWith(".commands.server") || name.endsWith(".undo.server")) return "commands"
  if (name.endsWith(".writes.server")) return "writes"
  return name.endsWith(".server") ? "feature server" : "domain"
}

/** Every import that leaves its room by a door that is not there, and every file without a room. */
export function roomViolations(files: readonly SourceFile[]): string[] {
  const paths = new Map(files.map((file) => [file.path.replace(/\.(tsx?|css)$/, ""), file.path]))
  return files
    .filter((file) => /^(app|db)\//.test(file.path))
    .flatMap((file) => {
      const room = roomOf(file.path)
      if (room === "nowhere") return [`${file.path}: there is no room for this file`]
      const wrong = importsOf(file).flatMap((used) => judgeImport(file, room, used, paths) ?? [])
      return [...featurePlace(file.path), ...wrong]
    })
}

function featurePlace(path: string): string[] {
  const feature = featureOf(path)
  if (feature === null) return []
  if (orderOf(feature) < 0) return [`${path}: ${feature} is not in the features' order`]
  const room = roomOf(path)
  if (readingOnly.has(feature) && (room === "commands" || room === "writes")) return [`${path}: ${feature} only reads`]
  return []
}

function judgeImport(file: SourceFile, room: Exclude<Room, "nowhere">, used: Import, paths: Map<string, string>): string | null {
  const rule = rules[room]
  if (!used.internal) return rule.packages.test(used.target) ? null : `${file.path}: ${room} may not import ${used.target}`
  const target = paths.get(used.target) ?? paths.get(`${used.target}/index`) ?? used.target
  const earlier = laterFeature(file.path, target)
  if (earlier !== null) return earlier
  if (doors[room]?.includes(used.target)) return null
  if (room === "core" && used.target.startsWith("db/") && !/^db\/(client|schema|words|migrate|backup)$/.test(used.target))
    return `${file.path}: core may import db/client, not ${used.target}`
  if (target.endsWith(".css")) return null
  const there = target === "app/ui/nonce.tsx" && room === "core" ? room : roomOf(target)
  if (there === "commands" && room === "commands") return `${file.path}: commands may not call other commands (${used.target})`
  return rule.rooms.includes(there) ? null : `${file.path}: ${room} may not import ${there} (${used.target})`
}

function laterFeature(from: string, to: string): string | null {
  const [own, other] = [featureOf(from), featureOf(to)]
  if (own === null || other === null || orderOf(own) < 0 || orderOf(other) <= orderOf(own)) return null
  return `${from}: ${own} comes before ${other} and may not use it`
}

function featureOf(path: string): string | null {
  return /^app\/features\/([^/]+)\//.exec(path)?.[1] ?? null
}

function orderOf(feature: string): number {
  return featureOrder.findIndex((name) => name === feature)
}
