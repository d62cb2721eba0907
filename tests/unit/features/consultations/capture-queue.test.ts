// Notes on their way: nothing confidential lies in the browser, and no answer loses one.
import { describe, expect, it } from "vitest"
import { judged, keptText, mayBeKept, queueSentence, readKept, type Queued } from "~/features/consultations/capture-queue"

const note = (fields: Record<string, string>, state: Queued["state"] = "waiting"): Queued => ({ id: "1", to: "points", fields: { body: "words", ...fields }, state, why: "" })

describe("what lies in the browser", () => {
  it("is no confidential note and none without a name", () => {
    expect([note({}), note({ confidential: "on" }), note({ confidential: "true" }), note({ shownAs: "role only" }), note({ shownAs: "named" })].map(mayBeKept)).toEqual([true, false, false, false, true])
    const kept = keptText([note({ body: "open" }), note({ body: "canary", confidential: "on" })], "half a canary", false)
    expect(kept).toContain("open")
    expect(kept).not.toContain("canary")
  })
  it("comes back as it was, and garbage comes back as nothing", () => {
    expect(readKept(keptText([note({})], "half a sen", true))).toEqual({ queue: [note({})], draft: "half a sen" })
    for (const text of [null, "", "{", "[]", "3", `{"queue":[{"id":1}]}`]) expect(readKept(text)).toEqual({ queue: [], draft: "" })
  })
})

describe("an answer", () => {
  it.each([[200, "saved"], [0, "waiting"], [401, "waiting"], [429, "waiting"], [500, "waiting"], [503, "waiting"], [400, "refused"], [403, "refused"], [404, "refused"], [422, "refused"]])("%i: %s", (status, state) => {
    expect(judged(status, null).state).toBe(state)
  })
  it("that refuses says why", () => {
    expect(judged(422, { result: { error: { dueOn: ["An action cannot be due in the past."] } } })).toEqual({ state: "refused", why: "An action cannot be due in the past." })
  })
})

describe("the sentence", () => {
  it.each([
    [[], ""], [[note({})], "Not saved yet: 1 note waits for the connection."], [[note({}), note({})], "Not saved yet: 2 notes wait for the connection."],
    [[note({}, "refused")], "Not saved: 1 note needs a change."], [[note({}, "refused"), note({})], "Not saved yet: 1 note waits for the connection."],
  ])("%j", (queue, sentence) => {
    expect(queueSentence(queue as Queued[])).toBe(sentence)
  })
})
