// What programs may read, who may take everything out, and who looks after tokens.

import { randomUUID } from "node:crypto"
import { newApiToken } from "~/core/api-token.server"
import { listNames } from "~/features/exchange/api-items"
import { makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { exportFormats } from "~/features/exchange/export-format"
import { thePreparer } from "../../support/builders"
import { administrators, planners, signedIn, type AccessRow, type Statuses } from "./row"

function get(route: string, path: string, expected: Statuses, of?: string): AccessRow {
  return { route: `routes/${route}`, method: "GET", request: () => ({ path }), expected, ...(of === undefined ? {} : { of }) }
}

async function endOfToken(): Promise<string> {
  const { id } = await makeApiToken(thePreparer, { name: "Sheets", days: 30, tokenHash: newApiToken().tokenHash })
  return `/settings/tokens/${id}/end`
}

export const programRows: readonly AccessRow[] = [
  ...listNames.map((name) => get("api.v1.$list", `/api/v1/${name}`, signedIn(200), name)),
  get("api.v1.$list", "/api/v1/secrets", signedIn(404), "no such list"),
  get("api.v1.graph", "/api/v1/graph", signedIn(200)),
  get("api.v1.figures", "/api/v1/figures", signedIn(200)),
  get("api.v1.openapi[.]json", "/api/v1/openapi.json", signedIn(200)),
  get("api.$", "/api/v2/goals", signedIn(404)),
  get("settings.export._index", "/settings/export", planners(200)),
  ...exportFormats.map((format) => get("settings.export.$format", `/settings/export/${format}`, planners(200), format)),
  get("settings.export.$format", "/settings/export/exe", planners(404), "no such format"),
  get("settings.tokens._index", "/settings/tokens", administrators(200)),
  {
    route: "routes/settings.tokens._index", method: "POST", expected: administrators(200),
    request: () => ({ path: "/settings/tokens", form: { operationId: randomUUID(), name: "Sheets", days: "90" } }),
  },
  {
    route: "routes/settings.tokens.$id.end", method: "POST", expected: administrators(302),
    request: async () => ({ path: await endOfToken(), form: { operationId: randomUUID() } }),
  },
]
