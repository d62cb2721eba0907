// The one form that may bring a file: one file, at most 15 MB, its name only ever shown.
import { expect, test } from "vitest"
import { InputRefused, safeUpload, uploadLimits } from "~/core/safe-form"

const address = `https://plan.example${uploadLimits.path}`

function upload(fill: (form: FormData) => void): Request {
  const form = new FormData()
  fill(form)
  return new Request(address, { method: "POST", body: form })
}
const file = (text: string, name: string) => upload((form) => form.append("file", new Blob([text]), name))
async function refusal(request: Request): Promise<string> {
  const error: unknown = await safeUpload(request).then(() => null, (thrown: unknown) => thrown)
  return error instanceof InputRefused ? `${error.status} ${error.reason}` : String(error)
}

test("the file arrives byte by byte, with the fields beside it", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)
  const { fields, file: brought } = await safeUpload(upload((form) => {
    form.append("as", "goal")
    form.append("file", new Blob([bytes]), "Ziele & Maße.csv")
  }))
  expect([...fields]).toEqual([["as", "goal"]])
  expect(brought?.name).toBe("Ziele & Maße.csv")
  expect(Buffer.from(brought?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true)
})

test("a form sent without choosing a file is no file, an empty file is one", async () => {
  expect((await safeUpload(file("", ""))).file).toBeNull()
  expect((await safeUpload(file("", "empty.csv"))).file).toEqual({ name: "empty.csv", bytes: new Uint8Array(0) })
})

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\ana\\Desktop\\plan.xlsx", "plan.xlsx"],
  ["a\u202Efdp.csv", "afdp.csv"],
  ["plan\r\nX-Evil: 1.csv", "planX-Evil: 1.csv"],
  ["\u0007", "file"],
  [`${"x".repeat(300)}.csv`, "x".repeat(200)],
])("the name %j is shown as %j", async (sent, shown) => {
  // undici escapes line breaks in names, so those are written as the browser would send them
  const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="${sent.replace(/\r\n/g, "%0D%0A")}"\r\n\r\nx\r\n--b--\r\n`
  const request = new Request(address, { method: "POST", body, headers: { "content-type": "multipart/form-data; boundary=b" } })
  expect((await safeUpload(request)).file?.name).toBe(shown)
})

test.each([
  ["two files", upload((form) => ["a", "b"].forEach((name) => form.append("file", new Blob(["x"]), name))), "400 file not expected"],
  ["a file under another name", upload((form) => form.append("other", new Blob(["x"]), "a.csv")), "400 file not expected"],
  ["a name that reaches the prototype", upload((form) => form.append("__proto__.x", "1")), "400 name not allowed"],
  ["501 parts", upload((form) => Array.from({ length: 501 }).forEach(() => form.append("a", "1"))), "400 too many fields"],
  ["a field of 2 MB", upload((form) => form.append("as", "x".repeat(2_097_152))), "413 too large"],
  ["no multipart form", new Request(address, { method: "POST", body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } }), "400 not a form"],
  ["a broken one", new Request(address, { method: "POST", body: "x", headers: { "content-type": "multipart/form-data; boundary=b" } }), "400 not a form"],
  ["16 MB", file("x".repeat(16 * 1_048_576), "a.csv"), "413 file too large"],
])("%s is refused", async (_what, request, expected) => {
  expect(await refusal(request)).toBe(expected)
})

test("reading stops at 15 MB although the sender never says how much comes", async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_048_576
      controller.enqueue(new Uint8Array(1_048_576))
    },
  })
  const request = new Request(address, { method: "POST", body: endless, duplex: "half", headers: { "content-type": "multipart/form-data; boundary=b" } } as RequestInit)
  expect(await refusal(request)).toBe("413 file too large")
  expect(sent).toBeLessThan(uploadLimits.bytes + 4 * 1_048_576)
})
