// A posted form's way to the command and back: each expected failure has its status and keeps what was typed.
import { redirect } from "@remix-run/node"
import { describe, expect, test } from "vitest"
import { z } from "zod"
import { ForbiddenError, NotFoundError, RuleError, StaleError } from "~/core/errors"
import { submit, type FormReply } from "~/core/form.server"

const schema = z.strictObject({ name: z.string().max(20), weight: z.coerce.number().min(0).optional(), newPassword: z.string().optional() })

function form(fields: Record<string, string>): Request {
  return new Request("https://plan.example/goals", { method: "POST", body: new URLSearchParams(fields) })
}
interface Answer {
  status: number | undefined
  reply: FormReply
}
async function refused(fields: Record<string, string>, error?: Error): Promise<Answer> {
  const answer = await submit(form(fields), schema, () => (error ? Promise.reject(error) : Promise.resolve("saved")))
  if (typeof answer === "string" || answer instanceof Response) throw new Error("was saved")
  return { status: answer.init?.status, reply: answer.data }
}

test("a valid form reaches the command with typed values, and its answer passes through", async () => {
  const answer = await submit(form({ name: "Cut order time", weight: "30" }), schema, (value) => {
    expect(value).toEqual({ name: "Cut order time", weight: 30 })
    return Promise.resolve(redirect("/goals/G-12"))
  })
  expect(answer).toBeInstanceOf(Response)
})
test("an invalid form is 400 with a sentence beside the field and everything typed", async () => {
  const { status, reply } = await refused({ name: "much too long for a goal's name", weight: "30" })
  expect(status).toBe(400)
  expect(reply.result.error?.name).toHaveLength(1)
  expect(reply.result.initialValue).toEqual({ name: "much too long for a goal's name", weight: "30" })
})
test("a field nobody asked for is refused", async () => {
  expect((await refused({ name: "a", isAdmin: "yes" })).status).toBe(400)
})
test("a value no list offers and a field of another version are told in plain words, without the names in the code", async () => {
  const offered = z.strictObject({ stage: z.enum(["in progress"]), note: z.string() })
  const answer = await submit(form({ stage: "hacked", note: "kept", extra: "1" }), offered, () => Promise.resolve("saved"))
  if (typeof answer === "string" || answer instanceof Response) throw new Error("was saved")
  expect(answer.data.result.error).toEqual({ stage: ["Choose one from the list."], "": ["This form has a field the planner does not know. Reload the page and try again."] })
})
test("a form over the limits is 400 and echoes nothing", async () => {
  const { status, reply } = await refused({ [`a${".a".repeat(1500)}`]: "1" })
  expect(status).toBe(400)
  expect(reply.result).not.toHaveProperty("initialValue")
})

describe("what the command may answer", () => {
  const typed = { name: "Cut order time", weight: "30", newPassword: "three blue kettles" }
  const gone = Object.assign(new Error("terminating connection"), { code: "57P01" })
  test.each([
    ["a rule, beside its field", new RuleError("Too heavy.", { field: "weight" }), 422, "weight", "Too heavy."],
    ["a rule of the whole", new RuleError("Not now."), 422, "", "Not now."],
    ["not allowed", new ForbiddenError("Only a planner may."), 403, "", "Only a planner may."],
    ["not there", new NotFoundError("This goal"), 404, "", "This goal is not here. It may have been archived or never existed."],
    ["records away", new Error("failed", { cause: gone }), 503, "", "We can't reach our records right now. What you typed is still here. Try again in a moment."],
  ])("%s", async (_what, error, status, field, sentence) => {
    const answer = await refused(typed, error)
    expect(answer.status).toBe(status)
    expect(answer.reply.result.error).toEqual({ [field]: [sentence] })
    expect(answer.reply.result.initialValue).toEqual({ name: "Cut order time", weight: "30" })
  })
  test("a conflict is 409 with both versions", async () => {
    const stale = { conflicts: [{ field: "name", base: "a", mine: "b", theirs: "c" }], version: 4, by: "Ana", at: "2026-11-22T10:00:00Z" }
    const { status, reply } = await refused(typed, new StaleError(stale))
    expect(status).toBe(409)
    expect(reply.stale).toEqual(stale)
  })
  test("a defect is thrown on", async () => {
    await expect(refused(typed, new TypeError("defect"))).rejects.toThrow("defect")
  })
})

describe("a form posted to a route other than its page", () => {
  function native(fields: Record<string, string>): Request {
    const headers = { accept: "text/html,*/*;q=0.8", referer: "https://plan.example/goals/G-12?tab=work" }
    return new Request("https://plan.example/links", { method: "POST", body: new URLSearchParams(fields), headers })
  }
  test("answers a fetcher with the same data as any form", async () => {
    expect(await submit(form({ name: "a" }), schema, () => Promise.resolve({ linked: 1 }))).toEqual({ linked: 1 })
  })
  test("leads a browser without scripts back to where it came from", async () => {
    const answer = await submit(native({ name: "a" }), schema, () => Promise.resolve({ linked: 1 }))
    expect(answer instanceof Response && [answer.status, answer.headers.get("location")]).toEqual([302, "/goals/G-12?tab=work"])
  })
  test("a form posted to its own page is shown again there", async () => {
    const headers = { accept: "text/html", referer: "https://plan.example/links?x=1" }
    const request = new Request("https://plan.example/links", { method: "POST", body: new URLSearchParams({ name: "a" }), headers })
    const answer = await submit(request, schema, () => Promise.reject(new RuleError("No such goal.")))
    expect(answer).toMatchObject({ type: "DataWithResponseInit", init: { status: 422 } })
  })
  test("is refused with the page to go back to beside what was typed", async () => {
    const answer = await submit(native({ name: "a" }), schema, () => Promise.reject(new RuleError("No such goal.")))
    expect(answer).toMatchObject({ init: { status: 422 }, data: { result: { error: { "": ["No such goal."] }, initialValue: { name: "a" } } } })
  })
})
