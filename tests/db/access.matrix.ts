// Who may do what over HTTP: the rows of every area, one for each route, method and case.

import { anybody, type AccessRow } from "./access/row"
import { allowedRows } from "./access/allowed"
import { accountRows } from "./access/accounts"
import { archivedRows } from "./access/archived"
import { bondRows } from "./access/bonds"
import { consultationRows } from "./access/consultations"
import { decisionRows } from "./access/decisions"
import { goalRows } from "./access/goals"
import { importRowsOfAccess } from "./access/imports"
import { initiativeRows } from "./access/initiatives"
import { overviewRows } from "./access/overviews"
import { panelRows } from "./access/panels"
import { conversationPointRows } from "./access/points"
import { programRows } from "./access/programs"
import { recordRows } from "./access/records"
import { stakeholderRows } from "./access/stakeholders"

const publicRows: readonly AccessRow[] = [
  // a layout alone is asked through its data address, so that no child answers for it
  { route: "root", method: "GET", request: () => ({ path: "/_root.data?_routes=root" }), expected: anybody(200) },
  { route: "routes/theme", method: "GET", request: () => ({ path: "/theme" }), expected: anybody(302) },
  { route: "routes/theme", method: "POST", request: () => ({ path: "/theme", form: { theme: "dark", next: "/" } }), expected: anybody(302) },
]

// overviews come first: they draw everything there is, and each row after them makes more
export const accessMatrix: readonly AccessRow[] = [
  ...publicRows, ...overviewRows, ...accountRows, ...panelRows, ...initiativeRows, ...goalRows, ...recordRows, ...stakeholderRows, ...consultationRows, ...importRowsOfAccess, ...archivedRows,
  ...conversationPointRows, ...programRows, ...bondRows, ...allowedRows, ...decisionRows,
]
