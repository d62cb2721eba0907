// Pages that keep what they read for one version of the records: none is given what another kept, whichever is opened first.

import { expect, it } from "vitest"
import { serverBuild } from "../../support/built-app"
import { aLandscape } from "../../support/landscape"
import { screensOf } from "../../support/pages"
import { wrappedApp } from "../../support/wrapped-app"

const build = await serverBuild()
const app = wrappedApp(build)
const landscape = await aLandscape((field) => `${field} of anybody`)
const cookie = await app.cookieOf(landscape.admin.personId)

it("opens the pages last in the list first", async () => {
  const pages = screensOf(build, landscape).toReversed()
  expect(pages.length).toBeGreaterThan(40)
  const broken: string[] = []
  for (const { path } of pages) {
    const { status } = await app.ask(path, cookie)
    if (status >= 500) broken.push(`${path} answers ${status}`)
  }
  expect(broken).toEqual([])
})
