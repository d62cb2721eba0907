// The ordered list of migrations; a released one is never edited, the next one is appended.
import type { Migration } from "kysely"
import * as plumbing from "./0001_plumbing"
import * as elements from "./0002_elements"
import * as chain from "./0003_chain"
import * as grants from "./0004_grants"
import * as exchange from "./0006_exchange"
import * as search from "./0007_search"
import * as stakeholders from "./0010_stakeholders"
import * as commitments from "./0011_commitments"
import * as consultations from "./0012_consultations"
import * as feedback from "./0013_feedback"
import * as relationships from "./0014_relationships"
import * as outbox from "./0015_outbox"
import * as waivers from "./0016_waivers"
import * as portfolio from "./0017_portfolio"
import * as decisions from "./0018_decisions"
import * as byo from "./0019_byo"
import * as standardsBrought from "./0020_standards_brought"

export const migrations: Record<string, Migration> = {
  "0001_plumbing": plumbing,
  "0002_elements": elements,
  "0003_chain": chain,
  "0004_grants": grants,
  "0006_exchange": exchange,
  "0007_search": search,
  "0010_stakeholders": stakeholders,
  "0011_commitments": commitments,
  "0012_consultations": consultations,
  "0013_feedback": feedback,
  "0014_relationships": relationships,
  "0015_outbox": outbox,
  "0016_waivers": waivers,
  "0017_portfolio": portfolio,
  "0018_decisions": decisions,
  "0019_byo": byo,
  "0020_standards_brought": standardsBrought,
}
