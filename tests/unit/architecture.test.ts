// The house keeps its shape: rooms, feature order, doors, names, and each check proven by a planted violation.

import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { doorViolations, publicRoutesIn, writerViolations } from "../support/house/doors"
import { roomViolations } from "../support/house/rooms"
import { clockViolations, keyViolations, lengthViolations, nameViolations, openingViolations, wordViolations } from "../support/house/shape"
import { readTree, type SourceFile } from "../support/house/source"

const top = fileURLToPath(new URL("../../", import.meta.url))
const product = readTree(top, ["app", "db", "bin"])
const ruleBook = /^tests\/(support\/house\/|unit\/architecture\.test\.ts)/
const everything = [...product, ...readTree(top, ["tests", "vitest.config.ts", "playwright.config.ts", "vite.config.ts"])]
const doorList = product.find((file) => file.path === "app/core/http.server.ts")
const publicRoutes = doorList ? publicRoutesIn(doorList) : []

describe("the house as it stands", () => {
  it.each([
    ["every import leaves its room by a door that is there", () => roomViolations(product)],
    ["only the door and the named plumbing can write", () => writerViolations(product)],
    ["every loader and action asks who is there", () => doorViolations(product, publicRoutes)],
    ["no file outgrows its reader", () => lengthViolations(everything)],
    ["every name says what it holds", () => nameViolations(everything)],
    ["every file opens with what it owns", () => openingViolations(everything)],
    ["rules read neither clock nor surroundings", () => clockViolations(product)],
    ["one key keeps one thing", () => keyViolations(product)],
    ["no tool is silenced and nothing is mocked", () => wordViolations(everything.filter((file) => !ruleBook.test(file.path)))],
  ])("%s", (_sentence, violations) => {
    expect(violations()).toEqual([])
  })
})

const file = (path: string, text: string): SourceFile => ({ path, text })
const known = [
  file("app/features/goals/goals.commands.server.ts", ""),
  file("app/features/goals/goal-page.tsx", ""),
  file("app/features/goals/goal.schema.ts", ""),
  file("app/features/goals/goal.ts", ""),
  file("app/features/initiatives/initiative.ts", ""),
  file("app/ui/field.tsx", ""),
  file("app/core/http.server.ts", ""),
]
const imports = (path: string, target: string) => roomViolations([...known, file(path, `import { x } from "${target}"`)])

describe("a planted import is found", () => {
  it.each([
    ["app/routes/goals.tsx", "kysely"],
    ["app/routes/goals.tsx", "#db/client"],
    ["app/core/http.server.ts", "~/features/goals/goal"],
    ["app/core/http.server.ts", "~/ui/field"],
    ["app/core/policy.ts", "./http.server"],
    ["app/features/goals/goal-rule.ts", "zod"],
    ["app/features/goals/goal-rule.ts", "react"],
    ["app/features/goals/goal-rule.ts", "node:fs"],
    ["app/features/goals/goal-rule.ts", "../initiatives/initiative"],
    ["app/features/goals/goals.queries.server.ts", "./goals.commands.server"],
    ["app/features/goals/goals.queries.server.ts", "~/core/http.server"],
    ["app/features/goals/goals.queries.server.ts", "zod"],
    ["app/features/initiatives/initiatives.commands.server.ts", "../goals/goals.commands.server"],
    ["app/features/initiatives/initiatives.commands.server.ts", "#db/client"],
    ["app/features/goals/more.commands.server.ts", "./goal.schema"],
    ["app/features/goals/more.commands.server.ts", "./goal-page"],
    ["app/features/goals/goal-form.tsx", "./goals.commands.server"],
    ["app/features/goals/goal-form.tsx", "./goal.schema"],
    ["app/features/goals/goal-form.tsx", "#db/schema"],
    ["app/ui/card.tsx", "~/core/policy"],
    ["app/ui/card.tsx", "~/features/goals/goal"],
    ["db/client.ts", "~/core/policy"],
    ["app/features/widgets/widget.ts", "~/core/policy"],
    ["app/features/alignment/alignment.commands.server.ts", "kysely"],
    ["app/features/goals/deep/goal.ts", "~/core/policy"],
    ["app/lib/goal.ts", "~/core/policy"],
  ])("%s imports %s", (path, target) => {
    expect(imports(path, target)).not.toEqual([])
  })

  it("also when the import is dynamic or a re-export", () => {
    expect(roomViolations([file("app/features/goals/goal.ts", `const x = await import("kysely")`)])).toHaveLength(1)
    expect(roomViolations([file("app/features/goals/goal.ts", `export { x } from "kysely"`)])).toHaveLength(1)
  })

  it("and an allowed one is not", () => {
    expect(imports("app/routes/goals.tsx", "~/features/goals/goals.commands.server")).toEqual([])
    expect(imports("app/features/initiatives/initiative-page.tsx", "../goals/goal")).toEqual([])
  })
})

describe("a planted writer is found", () => {
  it.each([
    `import { writableDatabase } from "~/core/database.server"`,
    `import { writableDatabase as quiet } from "../../core/database.server"`,
    `import * as all from "~/core/database.server"`,
    `const { writableDatabase } = await import("~/core/database.server")`,
    `export * from "~/core/database.server"`,
    `import { openDatabase } from "#db/client"`,
  ])("%s", (text) => {
    expect(writerViolations([file("app/features/goals/goals.queries.server.ts", text)])).toHaveLength(1)
  })
})

describe("a planted open door is found", () => {
  it.each([
    `export async function loader(args) { return 1 }`,
    `export async function action(args) { const x = 1; requireActor(args) }`,
    `export const loader = (args) => { requireActor(args) }`,
    `async function action() {}\nexport { action }`,
    `export { loader } from "./other"`,
    `export async function loader(args) { return later(() => requireActor(args)) }`,
  ])("%s", (text) => {
    expect(doorViolations([file("app/routes/goals.tsx", text)], [])).toHaveLength(1)
  })

  it("but not one that asks first, or is public", () => {
    expect(doorViolations([file("app/routes/goals.tsx", `export async function loader(args) { const actor = requireActor(args) }`)], [])).toEqual([])
    expect(doorViolations([file("app/routes/sign-in.tsx", `export async function loader() { return 1 }`)], ["routes/sign-in"])).toEqual([])
  })
})

describe("a planted misshape is found", () => {
  it.each([
    ["a long file", lengthViolations, "app/ui/card.tsx", "\n".repeat(301)],
    ["a long route", lengthViolations, "app/routes/goals.tsx", "\n".repeat(101)],
    ["a drawer", nameViolations, "app/core/utils.ts", ""],
    ["a drawer folder", nameViolations, "app/shared/goal.ts", ""],
    ["a barrel", nameViolations, "app/features/goals/index.ts", ""],
    ["a handed-on export", nameViolations, "app/ui/card.tsx", `export { x } from "./field"`],
    ["a camelCase name", nameViolations, "app/ui/dataTable.tsx", ""],
    ["a default export", nameViolations, "app/ui/card.tsx", "export default 1"],
    ["no opening sentence", openingViolations, "app/ui/card.tsx", "import x"],
    ["a silenced compiler", wordViolations, "app/ui/card.tsx", "// @ts-ignore"],
    ["a mocked module", wordViolations, "tests/db/goals.test.ts", `vi.mock("x")`],
    ["a clock in a rule", clockViolations, "app/features/goals/goal.ts", "const now = new Date()"],
  ])("%s", (_what, check, path, text) => {
    expect(check([file(path, text)])).toHaveLength(1)
  })

  it("one key that keeps two things", () => {
    const page = (path: string, made: string) => file(path, `const unit = await onceFor(alignment, \`unit \${code}\`, () => ${made})`)
    expect(keyViolations([page("app/routes/a.tsx", "findUnit(db, code)"), page("app/routes/b.tsx", "findElement(db, code)")])).toHaveLength(1)
    expect(keyViolations([page("app/routes/a.tsx", "findUnit(db, code)"), page("app/routes/b.tsx", "findUnit(database(), code)")])).toEqual([])
  })
})
