// Every page and file of the built app: it answers, no browser or proxy keeps it, it writes nothing, and no stored text becomes markup.

import { describe, expect, it } from "vitest"
import { openOwnerPool } from "#db/client"
import { serverBuild } from "../../support/built-app"
import { aLandscape } from "../../support/landscape"
import { pagesOf, screensOf } from "../../support/pages"
import { markupPayloads } from "../../support/payloads"
import { wrappedApp } from "../../support/wrapped-app"

const build = await serverBuild()
const app = wrappedApp(build)
let turn = 0
const landscape = await aLandscape((field) => `${field} ${field.endsWith(".name") ? forName() : markupPayloads.join(" ")}`)
const cookie = await app.cookieOf(landscape.admin.personId)
await onlyReading()

const pages = pagesOf(build, landscape)
/** what each address answered, and the nonce it was answered with */
const answered = new Map<string, { html: string; nonce: string }>()
/** What an administrator gets where it is not the page itself. */
const elsewhere: Record<string, number> = {
  "routes/set-password.$token": 410, "routes/settings.sample": 404, "routes/api.$": 404, "routes/answer.$token": 404, "routes/calendar.$token": 404, "routes/stakeholders.$code": 302,
  "routes/decisions.$code.reject": 422, "routes/sign-in": 302, "routes/sign-out": 302, "routes/theme": 302, "routes/sample.enter.$code": 302,
  "routes/welcome": 302, "routes/welcome_.sample": 302, "routes/welcome_.own": 302,
}

/** Routes that only ever answer a page's own scripts. */
const lookups = new Set(["routes/map_.chain"])

/** Names are short: each gets a few of the strings, in turn. */
function forName(): string {
  let words = ""
  for (; words.length + (markupPayloads[turn % markupPayloads.length]?.length ?? 0) < 150; turn += 1) words += ` ${markupPayloads[turn % markupPayloads.length] ?? ""}`
  return words
}

/** From here on the app may only read, so whatever a page would write is an error. */
async function onlyReading(): Promise<void> {
  const pool = openOwnerPool(process.env.DATABASE_URL ?? "")
  await pool.query("begin; set local role app_owner; revoke insert, update, delete on all tables in schema public from app_rw; commit")
  await pool.end()
}

/** The page without its own scripts, which hold its data in a form of their own. */
function markupOf(html: string, nonce: string): string {
  return html.replaceAll(new RegExp(`<script nonce="${nonce.replace(/[+/]/g, "\\$&")}"[^>]*>[\\s\\S]*?</script>`, "g"), "")
}

describe("each address answers, reading alone", () => {
  it.each(pages.map((page) => [page.path, page] as const))("%s", async (_name, { route, path }) => {
    for (const address of lookups.has(route) ? [dataAddress(path)] : [path, dataAddress(path)]) {
      const answer = await app.ask(address, cookie)
      const html = await answer.text()
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? ""
      answered.set(address, { html, nonce })
      const expected = elsewhere[route] ?? 200
      // what turns one away travels inside an answer of its own when only the data is asked for
      expect(address === path ? [expected] : [expected, 202], address).toContain(answer.status)
      expect(answer.headers.get("cache-control"), address).toBe("no-store")
      expect(answer.headers.get("content-security-policy"), address).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'/)
      expect(answer.headers.get("x-content-type-options"), address).toBe("nosniff")
    }
  })

  it("each with a nonce of its own", () => {
    const nonces = [...answered.values()].map(({ nonce }) => nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it("and the app could indeed not have written", async () => {
    const form = { operationId: "0193a000-0000-7000-8000-000000000001", elementId: landscape.records.goal.id, body: "Hello" }
    const answer = await app.ask("/comments", cookie, { form })
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/permission denied|node_modules|at .*\.js:/)
  })
})

describe("no text that somebody typed becomes markup", () => {
  it.each(screensOf(build, landscape).map(({ path }) => path))("%s", (path) => {
    const { html, nonce } = answered.get(path) ?? { html: "", nonce: "" }
    const markup = markupOf(html, nonce)
    expect(markupPayloads.filter((payload) => markup.includes(payload))).toEqual([])
    // had a script been ended early by its data, the rest of the data would stand here
    expect(markup).not.toMatch(/<script(?! nonce=")|onerror=alert\(1\)>/i)
    for (const [, , address = ""] of markup.matchAll(/\s(href|src|action|formaction)="([^"]*)"/g)) expect(address).toMatch(/^([/?#]|https?:|mailto:|$)/)
  })

  it("as SVG neither", () => {
    const svg = answered.get("/map.svg")?.html ?? ""
    expect(svg).toContain("&lt;")
    expect(markupPayloads.filter((payload) => svg.includes(payload))).toEqual([])
    expect(svg).not.toMatch(/<script|<foreignObject|href="(?!#)/i)
  })

  it("though every field was filled and is shown somewhere", () => {
    const shown = [...answered.values()]
    expect(landscape.fields.filter((field) => !shown.some(({ html }) => html.includes(field)))).toEqual([])
  })
})

function dataAddress(path: string): string {
  const [address = "", query] = path.split("?")
  return `${address === "/" ? "/_root" : address}.data${query === undefined ? "" : `?${query}`}`
}
