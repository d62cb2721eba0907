// Files of nodes and edges: a kind for each label, what has no word kept, relations where both kinds are known or the type says enough.
import { describe, expect, it } from "vitest"
import type { Brought, FileChoices } from "~/features/exchange/brought"
import { broughtTable } from "~/features/exchange/table-brought.server"
import { madeZip } from "../../../support/made-zip"

const nodes = `id,label,name,properties_json
1,Investment,,"{""Identifier"": ""009-1"", ""Summary"": ""Keeps labs safe"", ""spend"": 2.5}"
2,Service,Lab data,{}
3,Business_Function,Testing,
4,Business_Area,Health,
5,Contract,Paper,"{""ID"": ""7""}"
6,Bureau,Labs,
7,Project,Broken,"{""a"""
`
const edges = "from,to,type\n1,2,is_a_type_of\n3,4,serves\n1,5,lets_contract\n6,1,responsible_for\n1,5,lets_contract\n"

async function read(name: string, bytes: Buffer, choices: FileChoices = {}) {
  const { look, rows } = await broughtTable({ name, bytes }, choices, {})
  const all: Brought[] = []
  for await (const row of rows) all.push(row)
  return { look, all, of: <Part extends Brought["part"]>(part: Part) => all.filter((row): row is Extract<Brought, { part: Part }> => row.part === part) }
}
const both = () => madeZip([{ name: "edges.csv", content: edges }, { name: "nodes.csv", content: nodes }])

describe("a graph", () => {
  it("brings every node, and records of those whose label has a kind", async () => {
    const { look, of } = await read("nodes.csv", Buffer.from(nodes))
    expect(look.source?.key).toBe("graph:nodes")
    expect(look.labels).toContainEqual({ label: "Contract", count: 1, kind: "keep" })
    expect(of("element").map(({ foreignId, known }) => [foreignId, known])).toEqual([["1", true], ["2", true], ["3", true], ["4", true], ["5", false], ["6", true], ["7", true]])
    expect(of("record").map(({ kind, name }) => [kind, name])).toEqual([
      ["initiative", "Investment 009-1"], ["service", "Lab data"], ["capability", "Testing"], ["capability", "Health"], ["unit", "Labs"], ["initiative", "Broken"],
    ])
    expect(of("record")[0]).toMatchObject({ foreignId: "1", type: "Investment", fields: { summary: "Keeps labs safe" }, properties: expect.arrayContaining([{ key: "spend", value: "2.5" }]) as unknown })
    expect(of("record").at(-1)?.problems).toEqual([{ column: "properties_json", problem: expect.stringContaining("cut off") as string }])
  })

  it("joins them where both are in one file, and keeps what has no triple", async () => {
    const { look, of } = await read("graph.zip", both())
    expect(look.relations).toEqual([
      { label: "Investment lets_contract Contract", count: 2, relation: "keep" }, { label: "Bureau responsible_for Investment", count: 1, relation: "affects" },
      { label: "Business_Function serves Business_Area", count: 1, relation: "part of" }, { label: "Investment is_a_type_of Service", count: 1, relation: "improves" },
    ])
    expect(of("link").map(({ from, relation, to }) => [from.text, relation, to.text, to.kinds])).toEqual([["1", "improves", "2", ["service"]], ["1", "affects", "6", ["unit"]]])
    expect(of("parent")).toMatchObject([{ kind: "capability", child: { text: "3", by: "foreign" }, parent: { text: "4" }, foreignId: "3-serves-4" }])
    expect(of("relationship").map(({ foreignId, standing }) => [foreignId, standing])).toEqual([
      ["1-is_a_type_of-2", "converted"], ["3-serves-4", "converted"], ["1-lets_contract-5", "kept"], ["6-responsible_for-1", "converted"], ["1-lets_contract-5-2", "kept"],
    ])
  })

  it("takes kinds and relations as chosen", async () => {
    const { of } = await read("graph.zip", both(), { labels: { Contract: "application", Investment: "keep" }, relations: { "Business_Function serves Business_Area": "keep" } })
    expect(of("record").map(({ kind }) => kind)).toEqual(["service", "capability", "capability", "application", "unit", "initiative"])
    expect([of("link"), of("parent")]).toEqual([[], []])
  })

  it("reads edges alone by what their type can only mean, for nodes that came before", async () => {
    const { look, of } = await read("edges.csv", Buffer.from(edges))
    expect(look.relations.map(({ label, relation }) => [label, relation])).toEqual([["lets_contract", "keep"], ["is_a_type_of", "improves"], ["responsible_for", "affects"], ["serves", "keep"]])
    expect(of("link").map(({ from, to }) => [from, to])[0]).toEqual([{ kinds: ["initiative"], text: "1", by: "foreign" }, { kinds: ["service", "application", "capability"], text: "2", by: "foreign" }])
  })
})
