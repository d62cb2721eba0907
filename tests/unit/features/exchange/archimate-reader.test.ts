// Reading exchange files: the traps of real ones, what is refused, and which limit stopped a hostile one.
import { describe, expect, it } from "vitest"
import { readArchimate } from "~/features/exchange/archimate-reader.server"
import { UnreadableFileError } from "~/features/exchange/brought"
import { element, exchangeFile, relationship } from "./exchange-file"

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe("a model", () => {
  it("gives elements, relationships, documentation and properties declared after their use", () => {
    const model = readArchimate(exchangeFile({
      before: "<documentation>About it</documentation>",
      elements: element("a", "Goal", "Cut &lt;order&gt; time", `<documentation>One&#xD;
two</documentation><properties><property propertyDefinitionRef="p1"><value>high</value></property><property propertyDefinitionRef="p2"><value/></property></properties>`)
        + element("b", "WorkPackage"),
      relationships: relationship("r", "Influence", "b", "a", `modifier="++"`, "<name>drives</name>"),
      after: `<organizations><item identifierRef="a"><label>Folder</label></item></organizations><propertyDefinitions><propertyDefinition identifier="p1" type="string"><name>Priority</name></propertyDefinition><propertyDefinition identifier="p2" type="number"><name>Rank</name></propertyDefinition></propertyDefinitions>`,
    }))
    expect(model).toEqual({
      id: "id-model", name: "Test model", documentation: "About it", properties: [], encoding: "UTF-8",
      propertyDefinitions: [{ id: "p1", name: "Priority", type: "string" }, { id: "p2", name: "Rank", type: "number" }],
      elements: [
        { id: "a", type: "Goal", name: "Cut <order> time", documentation: "One\r\ntwo", properties: [{ key: "p1", value: "high" }, { key: "p2", value: "" }] },
        { id: "b", type: "WorkPackage", name: "b", documentation: "", properties: [] },
      ],
      relationships: [{ id: "r", type: "Influence", name: "drives", documentation: "", properties: [], from: "b", to: "a", attributes: { modifier: "++" } }],
    })
  })

  it("keeps relationships that end at relationships, repeated names and empty ones", () => {
    const model = readArchimate(exchangeFile({
      elements: element("a", "Goal", "Same") + element("b", "Goal", "Same") + `<element identifier="c" xsi:type="AndJunction"/>`,
      relationships: relationship("r", "Association", "a", "b") + relationship("q", "Association", "c", "r", `isDirected="true"`),
    }))
    expect(model.elements.map(({ name }) => name)).toEqual(["Same", "Same", ""])
    expect(model.relationships[1]).toMatchObject({ from: "c", to: "r", attributes: { isDirected: "true" } })
  })

  it("takes of several languages the text without one, else the first", () => {
    const { elements: [first, second] } = readArchimate(exchangeFile({
      elements: `<element identifier="a" xsi:type="Goal"><name xml:lang="de">Ziel</name><name>Goal</name></element>
        <element identifier="b" xsi:type="Goal"><name xml:lang="de">Ziel</name><name xml:lang="en">Goal</name></element>`,
    }))
    expect([first?.name, second?.name]).toEqual(["Goal", "Ziel"])
  })

  it("is read whatever prefixes the file uses, and extensions are passed over", () => {
    const model = readArchimate(encode(`<a:model xmlns:a="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="urn:x" identifier="m">
      <a:name>Prefixed</a:name><x:elements><x:element identifier="no"/></x:elements>
      <a:elements><a:element identifier="g" i:type="a:Goal"><x:name>not this</x:name><a:name>Goal</a:name></a:element></a:elements><a:views><broken></a:views></a:model>`))
    expect(model.name).toBe("Prefixed")
    expect(model.elements).toEqual([{ id: "g", type: "Goal", name: "Goal", documentation: "", properties: [] }])
  })

  it("does not look at views, and is not misled by the word in a comment or in text", () => {
    const model = readArchimate(exchangeFile({
      before: "<!-- <views> --><documentation><![CDATA[<views> are not here]]></documentation>",
      elements: element("a", "Goal"),
      after: `<views><diagrams><view identifier="a"><node></wrong></view></diagrams></views><propertyDefinitions><propertyDefinition identifier="p" type="string"><name>P</name></propertyDefinition></propertyDefinitions>`,
    }))
    expect(model.documentation).toBe("<views> are not here")
    expect([model.elements.length, model.propertyDefinitions.length]).toEqual([1, 1])
  })

  it("without elements is read, and with empty views as well", () => {
    expect(readArchimate(exchangeFile({ after: "<views/>" })).elements).toEqual([])
  })

  it.each(["utf-16le", "utf-16be"] as const)("is read in %s, with and without its mark", (encoding) => {
    const text = decode(exchangeFile({ elements: element("a", "Goal", "Größe") })).replace("UTF-8", "UTF-16")
    for (const mark of ["\uFEFF", ""]) {
      const bytes = Buffer.from(mark + text, "utf16le")
      const model = readArchimate(encoding === "utf-16le" ? bytes : bytes.swap16())
      expect([model.elements[0]?.name, model.encoding]).toEqual(["Größe", "UTF-16"])
    }
  })
})

const model = (parts: Parameters<typeof exchangeFile>[0]) => decode(exchangeFile(parts))
const inDocumentation = (text: string) => model({ elements: element("a", "Goal", "a", `<documentation>${text}</documentation>`) })

describe("what is no exchange file is refused with what to do", () => {
  it.each([
    ["Archi's own format", `<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate" name="M" id="1"/>`, /Archi's own format.*Open Exchange XML Model/],
    ["an older namespace", `<model xmlns="http://www.opengroup.org/xsd/archimate" identifier="m"><name>M</name><elements><element identifier="a" xsi:type="Goal"><label>G</label></element></elements></model>`, /older or other version.*export it again/],
    ["other XML", "<html><body/></html>", /begins with <html>/],
    ["a model of somebody else's", `<model xmlns="urn:else"/>`, /begins with <model>/],
    ["half a file", model({ elements: element("a", "Goal") }).slice(0, -20), /not whole or not XML: line/],
    ["no XML", "PK", /not whole or not XML/],
    ["an entity that nobody declared", inDocumentation("&nbsp;"), /not XML: line 4: undefined entity/],
    ["the same identifier twice", model({ elements: element("a", "Goal") + element("a", "Goal") }), /identifier a stands twice/],
    ["an element and a relationship with one identifier", model({ elements: element("a", "Goal"), relationships: relationship("a", "Association", "a", "a") }), /stands twice/],
    ["an element without identifier", model({ elements: `<element xsi:type="Goal"/>` }), /without an identifier/],
    ["an element without type", model({ elements: `<element identifier="a"/>` }), /no xsi:type/],
  ])("%s", (_what, text, sentence) => {
    const read = () => readArchimate(encode(text))
    expect(read).toThrow(UnreadableFileError)
    expect(read).toThrow(sentence)
  })

  it.each([
    ["another encoding", encode(`<?xml version="1.0" encoding="ISO-8859-1"?><model/>`), /written in ISO-8859-1.*only UTF-8 and UTF-16/],
    ["UTF-32", new Uint8Array([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), /written in UTF-32/],
    ["bad UTF-8", Buffer.concat([encode("<?xml version='1.0'?><model>"), Buffer.from([0xc3, 0x28])]), /should be UTF-8 but has characters that are not/],
    ["half a character of UTF-16", Buffer.concat([Buffer.from("\uFEFF<model>", "utf16le"), Buffer.from([0x00, 0xd8])]), /should be UTF-16/],
  ])("%s", (_what, bytes, sentence) => {
    expect(() => readArchimate(bytes)).toThrow(sentence)
  })
})

describe("a hostile file is stopped by the limit that is there for it", () => {
  const declared = (dtd: string, use: string) => inDocumentation(use).replace("?>\n", `?>\n<!DOCTYPE model [${dtd}]>\n`)
  it.each([
    ["a billion laughs", declared(`<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">`, "&c;"), /document type \(DOCTYPE\)/],
    ["a quadratic blow-up", declared(`<!ENTITY a "${"x".repeat(50_000)}">`, "&a;".repeat(50_000)), /document type \(DOCTYPE\)/],
    ["a file of this machine", declared(`<!ENTITY a SYSTEM "file:///etc/passwd">`, "&a;"), /document type \(DOCTYPE\)/],
    ["an address to call", declared(`<!ENTITY % a SYSTEM "http://localhost:1/x"> %a;`, ""), /document type \(DOCTYPE\)/],
    ["a million numeric entities", inDocumentation("&#65;".repeat(1_000_000)), /a text longer than 250,000 characters/],
    ["200,000 tags deep", `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/">${"<a>".repeat(200_000)}`, /nested deeper than 64/],
    ["200,000 deep with a namespace each", `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/">${`<a xmlns:b="c">`.repeat(200_000)}`, /nested deeper than 64/],
    ["more tags than any model", model({ before: "<a/>".repeat(250_000) }), /more than 200,000 tags/],
    ["a tag of 100,000 attributes", model({ before: `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(" ")}/>` }), /more than 200 attributes/],
    ["views that never end and are full of tags", model({ after: `<views>${"<a>".repeat(200_000)}` }), /nested deeper than 64/],
    ["21 MB", inDocumentation("x".repeat(21 * 1024 * 1024)), /larger than 20 MB/],
  ])("%s", (_what, text, cause) => {
    const read = () => readArchimate(encode(text))
    expect(read).toThrow(UnreadableFileError)
    expect(read).toThrow(cause)
  })
})
