// The browser tests' own `test`: a page signed in as somebody, which fails when the browser complains about anything.

import { AxeBuilder } from "@axe-core/playwright"
import { expect, test as plain, type BrowserContext, type Page } from "@playwright/test"
import type { Role } from "~/core/policy"
import { appOrigin, closeAppDatabase, cookieOf } from "./sample-people"

interface Options {
  /** A role or a person's name; null for nobody. Set with `test.use({ person: "viewer" })`. */
  person: Role | (string & {}) | null
}

interface Fixtures {
  /** What the browser may say in this test, such as the failed load of a refused form: `allowed.push(/422/)`. */
  allowed: RegExp[]
  /** A page of its own for somebody else. */
  pageFor: (person: Options["person"]) => Promise<Page>
}

interface WorkerFixtures {
  appConnection: undefined
}

export { expect }

export const test = plain.extend<Options & Fixtures, WorkerFixtures>({
  person: ["planner", { option: true }],
  baseURL: async ({}, use) => use(appOrigin()),
  appConnection: [
    async ({}, use) => {
      await use(undefined)
      await closeAppDatabase()
    },
    { scope: "worker", auto: true },
  ],
  allowed: async ({}, use) => use([]),
  context: async ({ context, person, allowed }, use) => {
    const complaints = await listen(context)
    if (person !== null) await context.addCookies([await cookieOf(person)])
    await use(context)
    expectSilence(complaints, allowed)
  },
  pageFor: async ({ browser, contextOptions, colorScheme, viewport, baseURL, allowed }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = []
    await use(async (person) => {
      const context = await browser.newContext({ ...contextOptions, colorScheme, viewport, baseURL })
      opened.push({ context, complaints: await listen(context) })
      if (person !== null) await context.addCookies([await cookieOf(person)])
      return context.newPage()
    })
    for (const { context } of opened) await context.close()
    for (const { complaints } of opened) expectSilence(complaints, allowed)
  },
})

/** Fails on any serious or critical accessibility finding, and names the elements. */
export async function expectNoSeriousAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical")
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([])
}

/** Collects console errors, uncaught errors and violations of the content policy of every page in the context. */
async function listen(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`content policy: ${event.violatedDirective} refused ${event.blockedURI || "inline"} at ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on("weberror", (error) => complaints.push(String(error.error())))
  return complaints
}

function expectSilence(complaints: string[], allowed: RegExp[]): void {
  const unexpected = complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)))
  expect(unexpected, "the browser complained").toEqual([])
}
