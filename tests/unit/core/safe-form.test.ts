// Posted forms within limits are read; whatever exceeds one is refused for that reason and before it is parsed.
import fc from "fast-check"
import { expect, test } from "vitest"
import { formLimits, InputRefused, safeFormData } from "~/core/safe-form"

const address = "https://plan.example/goals"

function pairs(body: string): Request {
  return new Request(address, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } })
}
function parts(fill: (form: FormData) => void): Request {
  const form = new FormData()
  fill(form)
  return new Request(address, { method: "POST", body: form })
}
async function refusal(request: Request): Promise<string> {
  const error: unknown = await safeFormData(request).then(() => null, (thrown: unknown) => thrown)
  return error instanceof InputRefused ? `${error.status} ${error.reason}` : String(error)
}

test("an ordinary form is read, both ways of sending it", async () => {
  const sent = await safeFormData(pairs("name=Cut+order+time&owners%5B0%5D.id=7&version=3"))
  expect([...sent]).toEqual([["name", "Cut order time"], ["owners[0].id", "7"], ["version", "3"]])
  const other = await safeFormData(parts((form) => form.append("name", "Ordnung & Maß")))
  expect(other.get("name")).toBe("Ordnung & Maß")
})

const deepJson = `${"[".repeat(1500)}${"]".repeat(1500)}`
const intent = (payload: unknown) => `__intent__=${encodeURIComponent(JSON.stringify({ type: "update", payload }))}`
test.each([
  ["a name nested 1,500 deep", pairs(`${"a.".repeat(1500)}a=1`), "400 name too long"],
  ["a name seven deep", pairs("a.b.c.d.e.f.g=1"), "400 name too deep"],
  ["a huge index", pairs("a[999999999]=1"), "400 index too high"],
  ["an index just too high", pairs("a[1000]=1"), "400 index too high"],
  ["100,000 fields", pairs("a=1&".repeat(100_000)), "400 too many fields"],
  ["501 fields", pairs(Array(501).fill("a=1").join("&")), "400 too many fields"],
  ["501 parts", parts((form) => Array.from({ length: 501 }).forEach(() => form.append("a", "1"))), "400 too many fields"],
  ["a name that reaches the prototype", pairs("__proto__.polluted=1"), "400 name not allowed"],
  ["the same through brackets", pairs("a[constructor].x=1"), "400 name not allowed"],
  ["a null character", pairs("name=a%00b"), "400 character not allowed"],
  ["a file", parts((form) => form.append("name", new Blob(["x"]), "x.txt")), "400 file not expected"],
  ["JSON", new Request(address, { method: "POST", body: "{}", headers: { "content-type": "application/json" } }), "400 not a form"],
  ["a broken multipart body", new Request(address, { method: "POST", body: "x", headers: { "content-type": "multipart/form-data; boundary=b" } }), "400 not a form"],
  ["too many bytes", pairs(`name=${"a".repeat(formLimits.bytes)}`), "413 too large"],
  ["deep JSON in the form library's own field", pairs(`__state__=${deepJson}`), "400 name too deep"],
  ["deep JSON as an intent", pairs(`__intent__=${deepJson}`), "400 name too deep"],
  ["an intent that names a huge index", pairs(intent({ name: "a[999999999]", value: "x" })), "400 index too high"],
  ["an intent with a huge index", pairs(intent({ name: "a", index: 4_000_000_000, value: "x" })), "400 index too high"],
  ["an intent on the prototype", pairs(intent({ name: "__proto__.x", value: "x" })), "400 name not allowed"],
  ["broken JSON", pairs("__intent__={"), "400 not a form"],
])("%s", async (_what, request, expected) => {
  expect(await refusal(request)).toBe(expected)
})

test("the form library's own fields pass when they are sound", async () => {
  const state = JSON.stringify({ validated: { name: true, "owners[0].id": true } })
  await safeFormData(pairs(`name=a&__state__=${encodeURIComponent(state)}&${intent({ name: "owners", index: 1, value: { id: "7" } })}`))
})

test("reading stops at the limit although the sender never says how much comes", async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536
      controller.enqueue(new Uint8Array(65_536).fill(97))
    },
  })
  const request = new Request(address, { method: "POST", body: endless, duplex: "half", headers: { "content-type": "application/x-www-form-urlencoded" } } as RequestInit)
  expect(await refusal(request)).toBe("413 too large")
  expect(sent).toBeLessThan(formLimits.bytes + 4 * 65_536)
})

test("10,000 random forms are read within the limits or refused by name, never anything else", async () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", ".", "[", "]", "0", "9", "_", "%", "é", "\0"), maxLength: 140 })
  const form = fc.array(fc.tuple(name, fc.string({ maxLength: 20 })), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(form, async (fields) => {
      const body = new URLSearchParams(fields).toString()
      try {
        for (const [key] of await safeFormData(pairs(body))) {
          expect(key.split(/[.[]/).length).toBeLessThanOrEqual(formLimits.segments)
          expect(key.length).toBeLessThanOrEqual(formLimits.nameLength)
        }
      } catch (error) {
        if (!(error instanceof InputRefused)) throw error
      }
    }),
    { numRuns: 10_000 },
  )
}, 30_000)

test("what nobody sees is left out, and a password is what was typed", async () => {
  const form = await safeFormData(pairs(new URLSearchParams({ name: "Or\u200bder\u202eing\u2066\ufeff", password: "a\u200bb" }).toString()))
  expect([form.get("name"), form.get("password")]).toEqual(["Ordering", "a\u200bb"])
})
