// Reading the product's source files the way the house rules look at them: path, lines, imports, doors.

import { readdirSync, readFileSync, statSync } from "node:fs"
import { join, posix } from "node:path"
import ts from "typescript"

export interface SourceFile {
  /** from the repository's top, with forward slashes: "app/features/goals/goal.ts" */
  path: string
  text: string
}

export interface Import {
  /** a repository path without its ending ("app/core/errors") or a package's name ("kysely", "node:fs") */
  target: string
  internal: boolean
  names: string[]
  /** an `export ... from` */
  reexport: boolean
}

const endings = /\.(tsx?|mjs|css)$/
const left = new Set(["node_modules", "build", "data", "test-results"])

/** Every source file under the given folders or at the given paths. */
export function readTree(top: string, places: readonly string[]): SourceFile[] {
  return places.flatMap((place) => walk(top, place)).map((path) => ({ path, text: readFileSync(join(top, path), "utf8") }))
}

function walk(top: string, path: string): string[] {
  const stat = statSync(join(top, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return endings.test(path) ? [path] : []
  return readdirSync(join(top, path))
    .filter((name) => !left.has(name))
    .sort()
    .flatMap((name) => walk(top, posix.join(path, name)))
}

/** The syntax tree of a TypeScript file. */
export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
}

/** What a file imports, statically, dynamically or as a re-export; aliases and relative paths become repository paths. */
export function importsOf(file: SourceFile): Import[] {
  if (!/\.tsx?$/.test(file.path)) return []
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push(asImport(file.path, node.moduleSpecifier.text, importedNames(node), false))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push(asImport(file.path, node.moduleSpecifier.text, [], true))
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const from = node.arguments[0]
      if (from && ts.isStringLiteralLike(from)) found.push(asImport(file.path, from.text, unpackedNames(node), false))
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

function importedNames(node: ts.ImportDeclaration): string[] {
  const bindings = node.importClause?.namedBindings
  if (!bindings) return []
  return ts.isNamespaceImport(bindings) ? ["*"] : bindings.elements.map((element) => (element.propertyName ?? element.name).text)
}

/** The names taken in `const { a, b } = await import(...)`; everything where the module is kept whole. */
function unpackedNames(call: ts.CallExpression): string[] {
  const declaration = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent
  if (!ts.isVariableDeclaration(declaration) || !ts.isObjectBindingPattern(declaration.name)) return ["*"]
  return declaration.name.elements.map((element) => (element.propertyName ?? element.name).getText())
}

function asImport(from: string, specifier: string, names: string[], reexport: boolean): Import {
  const path = specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : specifier.startsWith("#db/")
      ? `db/${specifier.slice(4)}`
      : specifier.startsWith(".")
        ? posix.join(posix.dirname(from), specifier)
        : null
  if (path === null) return { target: specifier, internal: false, names, reexport }
  return { target: path.replace(/\?.*$/, "").replace(/\.(tsx?|js)$/, ""), internal: true, names, reexport }
}
