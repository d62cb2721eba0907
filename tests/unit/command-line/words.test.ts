// The words of a call: which command is meant, what belongs where, and what is refused before anything is opened.

import { describe, expect, it } from "vitest"
import { commandIn, sortWords, usageOf } from "../../../app/cli-words"
import { operatorCommands } from "../../../app/operator-commands.server"
import { plain, UsageError, type OperatorCommand } from "../../../app/operator.server"

const command: OperatorCommand = {
  name: "bring", purpose: "", places: ["FILE"],
  options: { as: { example: "KIND" }, set: { example: "a=b", many: true }, json: { example: null }, to: { example: "PLACE", required: true } },
  prepare: () => ({ access: "records", run: () => Promise.resolve({}) }),
}
const sorted = (...words: string[]) => sortWords(command, words)
const prepared = (...words: string[]) => {
  const found = commandIn(operatorCommands, words)
  if (!found) throw new Error(`no command in ${words.join(" ")}`)
  return found.command.prepare(sortWords(found.command, found.rest))
}

describe("the command", () => {
  it("is the two words that name one, else the first", () => {
    expect(commandIn(operatorCommands, ["user", "add", "--email", "x"])).toMatchObject({ command: { name: "user add" }, rest: ["--email", "x"] })
    expect(commandIn(operatorCommands, ["import", "add", "--json"])).toMatchObject({ command: { name: "import" }, rest: ["add", "--json"] })
    expect(commandIn(operatorCommands, ["user"])).toBeNull()
    expect(commandIn(operatorCommands, ["toString"])).toBeNull()
  })

  it("is every one that is promised", () => {
    const promised = ["import", "export", "figures", "user add", "user disable", "user role", "backup", "restore", "move-to", "demo add", "demo remove"]
    expect(promised.filter((name) => !operatorCommands.some((one) => one.name === name))).toEqual([])
  })
})

describe("its words", () => {
  it("stand in any order", () => {
    const wanted = { places: ["a.csv"], texts: { as: "goal", to: "here" }, lists: { set: ["x=1", "y=2"] }, switches: new Set(["json"]) }
    expect(sorted("a.csv", "--as", "goal", "--to", "here", "--set", "x=1", "--set=y=2", "--json")).toEqual(wanted)
    expect(sorted("--json", "--set", "x=1", "--to=here", "--set", "y=2", "--as=goal", "a.csv")).toEqual(wanted)
  })

  it("may begin with a dash behind two dashes, and the last of an option given twice counts", () => {
    expect(sorted("--to", "a", "--to", "b", "--", "-odd.csv")).toMatchObject({ places: ["-odd.csv"], texts: { to: "b" } })
  })

  it.each([
    [["--to", "x"], "FILE is missing."],
    [["a", "b", "--to", "x"], '"b" is one word too many.'],
    [[" ", "--to", "x"], "FILE is empty."],
    [["a"], "--to is missing."],
    [["a", "--to", ""], "--to is empty."],
    [["a", "--to", "x", "--fast"], "Unknown option '--fast'."],
    [["a", "--to"], "Option '--to <value>' argument missing"],
    [["a", "--to", "x", "--json=yes"], "Option '--json' does not take an argument"],
  ])("%j: %s", (words, sentence) => {
    expect(() => sorted(...words)).toThrow(new UsageError(sentence))
  })

  it("are shown as they are used", () => {
    expect(usageOf(command)).toBe("throughline bring FILE [--as KIND] [--set a=b] ... [--json] --to PLACE")
  })
})

describe("understood before anything is opened", () => {
  it.each([
    ["import", "a.csv", "--as", "Goals", "--set", "goal.status=Draft", "--set", "contributes to.strength=strong", "--set", "goal.weight=5"],
    ["export", "model.XML"],
    ["move-to", "postgresql://me:secret@db.example:5433/plan"],
    ["user", "role", "--email", "a@firm.example", "--role", "planner, viewer"],
    ["demo", "remove", "--yes"],
  ])("%s %s", (...words) => {
    expect(() => prepared(...words)).not.toThrow()
  })

  it.each([
    ["import", "a.csv", "--as", "wish"],
    ["import", "a.csv", "--set", "goal.status"],
    ["import", "a.csv", "--set", "goal.status=perhaps"],
    ["import", "a.csv", "--set", "wish.status=draft"],
    ["import", "a.csv", "--set", "goal.wish=draft"],
    ["import", "a.csv", "--set", "contributes to.strength=2"],
    ["export", "model.txt"],
    ["export", "model"],
    ["move-to", "mysql://me@db.example/plan"],
    ["move-to", "postgres://me@db.example"],
    ["user", "role", "--email", "a@firm.example", "--role", "king"],
    ["demo", "remove"],
  ])("but not %s %s %s %s", (...words) => {
    expect(() => prepared(...words)).toThrow(UsageError)
  })
})

it("what a file says cannot move the terminal's cursor or colour what follows", () => {
  expect(plain("\u001b[31mred\u001b[0m \u001b]0;title\u0007 line\u0000 end\u009b2J\r")).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
  expect(plain("Zürich 🏔 “5 %”")).toBe("Zürich 🏔 “5 %”")
})
