/** Proves that a part drawn once stands where it belongs, is drawn anew when what it shows changes, and is never somebody else's. */
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { partsOfPage, textInScript } from "~/drawn-parts.server"
import { DrawnOnce, DrawPartContext, FormsDrawnOnce, type FormIds } from "~/ui/drawn-once"
import { BottomBar, MorePlaces, Rail } from "~/ui/rail"

/** A page as the server sends it, without the document around it. */
function sent(page: ReactElement, data?: { mark: string; text: string }): string {
  const { part, inPlace } = partsOfPage()
  return inPlace(renderToString(<DrawPartContext.Provider value={part}>{page}</DrawPartContext.Provider>), data).toString()
}

function counted(words: string) {
  const drawn = { times: 0 }
  const draw = () => {
    drawn.times += 1
    return <p>{words}</p>
  }
  return { drawn, draw }
}

describe("a part of a page", () => {
  it("is sent as the browser will draw it", () => {
    const page = () => (
      <main>
        <DrawnOnce of={rows} by="first" draw={() => <table><tbody><tr><td>Ämter & Wörter</td></tr></tbody></table>} />
        <p>between</p>
        <DrawnOnce of={rows} by="second" draw={() => <ul><li>&lt;b&gt;</li></ul>} />
      </main>
    )
    const rows = {}
    expect(sent(page())).toBe(renderToString(page()))
    expect(sent(page()), "when it is known").toBe(renderToString(page()))
  })

  it("with forms is drawn once, and holds the ids of the page it stands in", () => {
    const rows = {}
    const drawn = { times: 0 }
    const form = (ids: FormIds) => {
      drawn.times += 1
      return (
        <form>
          <input name="operationId" defaultValue={ids("/points/told 0b1f-2")} />
          <input name="operationId" defaultValue={ids("confirm")} />
        </form>
      )
    }
    const page = (ids: FormIds) => <main><FormsDrawnOnce of={rows} by="forms" ids={ids} draw={form} /></main>
    const [mine, yours]: FormIds[] = [(name) => `mine for ${name}`, (name) => `yours for ${name}`]
    for (const ids of [mine, yours]) expect(sent(page(ids!))).toBe(renderToString(page(ids!)))
    expect(drawn.times, "once here, and twice as a browser draws").toBe(3)
  })

  it("is drawn once for its object and key, and anew for another of either", () => {
    const [version, next] = [{}, {}]
    const { drawn, draw } = counted("rows")
    for (let turn = 0; turn < 3; turn += 1) sent(<DrawnOnce of={version} by="planner" draw={draw} />)
    expect(drawn.times).toBe(1)
    sent(<DrawnOnce of={version} by="viewer" draw={draw} />)
    expect(drawn.times).toBe(2)
    sent(<DrawnOnce of={next} by="planner" draw={draw} />)
    expect(drawn.times).toBe(3)
    sent(<DrawnOnce of={version} by="planner" draw={draw} />)
    expect(drawn.times, "what was drawn for one key is kept beside the other").toBe(3)
  })

  it("is forgotten when much else was drawn since, and right all the same", () => {
    const first = {}
    const { drawn, draw } = counted("first")
    sent(<DrawnOnce of={first} by="" draw={draw} />)
    for (let turn = 0; turn < 30; turn += 1) sent(<DrawnOnce of={{}} by="" draw={() => <p>{"x".repeat(100_000)}</p>} />)
    expect(sent(<DrawnOnce of={first} by="" draw={draw} />)).toBe("<p>first</p>")
    expect(drawn.times).toBe(2)
  })

  it("larger than all that is kept is sent whole", () => {
    const long = "y".repeat(3_000_000)
    expect(sent(<DrawnOnce of={{}} by="" draw={() => <p>{long}</p>} />)).toBe(`<p>${long}</p>`)
  })

  it("is not taken for what somebody typed", () => {
    const typed = `<template data-part="0"></template>`
    const page = sent(<div><b>{typed}</b><DrawnOnce of={{}} by="" draw={() => <p>rows</p>} /></div>)
    expect(page.match(/<p>rows<\/p>/g)).toHaveLength(1)
    expect(page).toContain("&lt;template")
  })
})

describe("what the scripts of a page begin with", () => {
  it("is put in their place, behind the parts, and arrives as it was", () => {
    const text = `["O'Brien","</script><script>alert(1)</script>","<!--","&amp;","\u2028\u2029","$& $1 $$"]\n`
    const { part, inPlace } = partsOfPage()
    const drawn = renderToString(<DrawPartContext.Provider value={part}><DrawnOnce of={{}} by="" draw={() => <p>rows</p>} /></DrawPartContext.Provider>)
    const page = inPlace(`${drawn}<script>begin("the data")</script>`, { mark: '"the data"', text: textInScript(text) }).toString()
    const [, literal = ""] = /^<p>rows<\/p><script>begin\((.*)\)<\/script>$/.exec(page) ?? []
    expect(literal).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(literal)).toBe(text)
  })
})

describe("the places of the planner", () => {
  const places = [Rail, BottomBar, MorePlaces]

  it("show each person's own count, and where each is", () => {
    for (const Places of places) {
      for (const [path, waiting] of [["/", 4], ["/", 7], ["/goals", 4], ["/goals/G-1", 4], ["/", undefined]] as const) {
        const asked = <Places path={path} counts={{ goals: 25, ...(waiting === undefined ? {} : { "my-work": waiting }) }} />
        expect(sent(asked)).toBe(renderToString(asked))
        expect(sent(asked), "when it is known").toBe(renderToString(asked))
      }
    }
  })

  it("follow the counts of the records", () => {
    expect(sent(<Rail path="/" counts={{ goals: 25 }} />)).toContain("25")
    expect(sent(<Rail path="/" counts={{ goals: 26 }} />)).toContain("26")
  })
})
