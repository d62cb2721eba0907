// Who may hold the writable handle, and that every loader and action asks who is there.

import ts from "typescript"
import { isFrame } from "./rooms"
import { importsOf, parse, type SourceFile } from "./source"

/** The door and the plumbing: sessions, rate limits, operations, one-time links, flash messages, imports on their way and mail that waits; nobody else writes. */
export const writers = [
  "app/core/command.server.ts",
  "app/core/session.server.ts",
  "app/core/rate-limit.server.ts",
  "app/core/one-time-link.server.ts",
  "app/core/api-token.server.ts",
  "app/core/flash.server.ts",
  "app/core/import-staging.server.ts",
  "app/core/outbox.server.ts",
] as const

const handles = new Set(["writableDatabase", "patientDatabase", "writableDb"])
const databaseFile = "app/core/database.server"

/** Every file outside the list that gets at a handle with which records can be written. */
export function writerViolations(files: readonly SourceFile[]): string[] {
  const allowed = new Set<string>([...writers, `${databaseFile}.ts`])
  return files
    .filter((file) => file.path.startsWith("app/") && !allowed.has(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap((used) => {
        const takesHandle = used.target === databaseFile && (used.reexport || used.names.some((name) => handles.has(name) || name === "*"))
        if (takesHandle) return [`${file.path}: only command() and the named plumbing hold the writable handle`]
        const opens = used.target === "db/client" && used.names.some((name) => name === "*" || name.startsWith("open"))
        return opens && !isFrame(file.path) ? [`${file.path}: only ${databaseFile} opens a database`] : []
      }),
    )
}

/** Every exported loader or action that does not begin by asking who is there and is not on the public list. */
export function doorViolations(files: readonly SourceFile[], publicRoutes: readonly string[]): string[] {
  const open = new Set(publicRoutes)
  return files
    .filter((file) => file.path.startsWith("app/routes/") || file.path === "app/root.tsx")
    .flatMap((file) => {
      const id = file.path.replace(/^app\//, "").replace(/\.tsx?$/, "")
      if (open.has(id)) return []
      return exportedDoors(file).filter((door) => !door.guarded).map((door) => `${file.path}: ${door.name} does not begin with requireActor()`)
    })
}

/** The entries of `publicRoutes` as http.server.ts lists them; refuses a list it cannot read. */
export function publicRoutesIn(file: SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === "publicRoutes" && node.initializer) {
      const collect = (inner: ts.Node): void => {
        if (ts.isStringLiteralLike(inner)) found.push(inner.text)
        ts.forEachChild(inner, collect)
      }
      collect(node.initializer)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  if (found.length === 0) throw new Error(`${file.path} lists no publicRoutes.`)
  return found
}

interface Door {
  name: string
  guarded: boolean
}

function exportedDoors(file: SourceFile): Door[] {
  const doors: Door[] = []
  for (const statement of parse(file).statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      for (const { name } of statement.exportClause.elements) if (isDoor(name.text)) doors.push({ name: name.text, guarded: false })
    if (!isExported(statement)) continue
    if (ts.isFunctionDeclaration(statement) && statement.name && isDoor(statement.name.text))
      doors.push({ name: statement.name.text, guarded: beginsGuarded(statement.body) })
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) if (isDoor(name.getText())) doors.push({ name: name.getText(), guarded: false })
  }
  return doors
}

function isDoor(name: string): boolean {
  return name === "loader" || name === "action"
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
}

function beginsGuarded(body: ts.Block | undefined): boolean {
  const first = body?.statements[0]
  return first !== undefined && /^(const|return|await)?\b.*\brequireActor\(/s.test(first.getText().split("=>")[0] ?? "")
}
