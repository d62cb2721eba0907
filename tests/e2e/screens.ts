// Every screen of the sample company that can be opened by its address, for the tests that look at all of them.

export interface Screen {
  path: string
  /** The status it answers with when that is not 200. */
  status?: number
  /** Opens something on the page before it is looked at: a button, link or summary by its words, or keys. */
  open?: { words: string } | { keys: string }
}

/** The screens by group; one test walks through each group. */
export const screens: Readonly<Record<string, readonly Screen[]>> = {
  "the map": [{ path: "/map" }, { path: "/map?trace=G-12" }, { path: "/map?present=1" }, { path: "/map?money=1&with=capability&with=unit" }, { path: "/map?overlay=unheard&with=person" }],
  "the map's twins": [{ path: "/map?view=table" }, { path: "/map?view=matrix" }, { path: "/map?gaps=1&view=table" }, { path: "/map?view=table&overlay=unheard&with=person" }, { path: "/map?stage=cancelled&kind=initiative" }],
  "the strategy": [{ path: "/strategy" }, { path: "/strategy?view=table" }, { path: "/strategy/edit" }, { path: "/strategy/start" }],
  "the list of goals": [{ path: "/goals" }, { path: "/goals?group=none", open: { words: "Columns ▾" } }, { path: "/goals?q=zzzz" }, { path: "/goals?archived=yes" }],
  "a goal": [{ path: "/goals/G-12" }, { path: "/goals/G-7", open: { words: "Link work" } }, { path: "/goals/G-12", open: { words: "More ▾" } }],
  "the forms of goals": [{ path: "/goals/new" }, { path: "/goals/G-12/edit" }, { path: "/goals/G-12/measures/new" }, { path: "/goals/G-12/measures/1" }],
  "the list of initiatives": [{ path: "/initiatives" }, { path: "/initiatives?group=none", open: { words: "Save this view" } }, { path: "/initiatives?q=zzzz" }],
  "an initiative": [{ path: "/initiatives/I-34" }, { path: "/initiatives/I-28" }, { path: "/initiatives/I-34/report" }, { path: "/initiatives/I-34/edit" }],
  "the forms of initiatives": [{ path: "/initiatives/new" }, { path: "/initiatives/I-34/link?what=goal" }, { path: "/initiatives/I-34/link?what=needs" }, { path: "/initiatives/I-34/link?what=changes" }],
  services: [{ path: "/services" }, { path: "/services/S-1" }, { path: "/services/S-18" }, { path: "/services/new" }, { path: "/services/S-1/edit" }],
  applications: [{ path: "/applications" }, { path: "/applications/A-3" }, { path: "/applications/new" }, { path: "/applications/A-3/edit" }, { path: "/applications/A-22" }, { path: "/applications/A-22/costs" }],
  portfolio: [{ path: "/applications/portfolio" }, { path: "/applications/portfolio?view=table" }, { path: "/applications/A-22/fit?side=technical" }, { path: "/applications/duplicates" }, { path: "/applications/A-29/merge?into=A-27" }],
  "jobs of applications": [{ path: "/functions" }, { path: "/functions?view=table" }, { path: "/functions/list" }, { path: "/functions/F-3" }, { path: "/functions/new" }, { path: "/functions/F-3/edit" }],
  "is it allowed?": [{ path: "/allowed" }, { path: "/allowed?q=pdf" }, { path: "/allowed/ask?name=Draw" }, { path: "/allowed/requests" }],
  standards: [{ path: "/standards" }, { path: "/standards?expiry=overdue" }, { path: "/standards/changes" }, { path: "/standards/families" }],
  capabilities: [{ path: "/capabilities" }, { path: "/capabilities/C-2" }, { path: "/capabilities/new" }, { path: "/capabilities/C-2/edit" }],
  units: [{ path: "/units" }, { path: "/units/U-2" }, { path: "/units/new" }, { path: "/units/U-2/edit" }, { path: "/units/U-2/said" }],
  promises: [{ path: "/commitments" }, { path: "/commitments?state=late" }, { path: "/commitments/W-2" }, { path: "/commitments/new" }, { path: "/commitments/W-2/kept" }, { path: "/commitments/W-2/move" }],
  conversations: [{ path: "/consultations" }, { path: "/consultations?state=open" }, { path: "/consultations/new?about=I-34" }, { path: "/initiatives/I-51/stage?to=approved" }],
  "a conversation": [{ path: "/consultations/R-9" }, { path: "/consultations/R-11" }, { path: "/consultations/R-9/during" }, { path: "/consultations/R-3/during" }],
  "after a conversation": [{ path: "/consultations/R-9/after" }, { path: "/consultations/R-9/after?answer=V-11#V-11" }, { path: "/consultations/R-9/after?change=V-8#V-8" }, { path: "/consultations/R-3/after" }],
  decisions: [{ path: "/decisions" }, { path: "/decisions?state=approved" }, { path: "/decisions/D-4" }, { path: "/decisions/D-2" }, { path: "/decisions/D-5" }, { path: "/decisions/D-2/sheet" }],
  "the forms of decisions": [{ path: "/decisions/new" }, { path: "/decisions/new?instead=D-2" }, { path: "/decisions/D-4/edit" }, { path: "/decisions/D-4/criteria" }, { path: "/decisions/D-4/ready" }, { path: "/decisions/D-5/sign" }, { path: "/decisions/D-4/withdraw" }],
  relationships: [{ path: "/relationships" }, { path: "/units/U-2/relationship" }, { path: "/units/U-1/relationship" }, { path: "/units/U-2/brief" }, { path: "/units/U-2/brief", open: { words: "Change the agenda first" } }, { path: "/units/U-2/relationship/edit" }, { path: "/units/U-2/relationship/view/business" }],
  people: [{ path: "/people" }, { path: "/people/P-5" }, { path: "/people/new" }, { path: "/people/P-5/edit" }],
  "people and groups": [{ path: "/stakeholders" }, { path: "/stakeholders/grid" }, { path: "/people/P-5/standing" }, { path: "/people/P-5/profile" }, { path: "/people/P-5/erase" }],
  "asking, linking and accepting": [{ path: "/ask" }, { path: "/ask?about=G-12" }, { path: "/link?about=G-12" }, { path: "/link?about=G-12&way=contributes+to%3C" }, { path: "/gaps/accept?about=G-7&gap=goalsWithoutWork" }],
  "work, search and history": [{ path: "/" }, { path: "/search" }, { path: "/search?q=shop" }, { path: "/history?about=G-12" }, { path: "/figures/alignment" }, { path: "/figures/say-do" }],
  settings: [{ path: "/settings" }, { path: "/settings/company" }, { path: "/settings/history" }, { path: "/settings/password" }, { path: "/settings/sample" }],
  imports: [{ path: "/settings/imports" }, { path: "/settings/imports/new" }, { path: "/settings/imports/new?as=goal" }],
  "out of the planner": [{ path: "/settings/export" }, { path: "/settings/tokens" }],
  accounts: [{ path: "/settings/people" }, { path: "/settings/people/new" }, { path: "/settings/people/P-5" }],
  "what opens over a page": [{ path: "/settings", open: { keys: "Control+k" } }, { path: "/settings", open: { keys: "?" } }, { path: "/settings", open: { words: "+ New" } }, { path: "/settings", open: { words: "your menu" } }],
  "what is not there": [{ path: "/nowhere", status: 404 }, { path: "/goals/G-99999", status: 404 }],
}

/** What an executive sees otherwise. */
export const viewerScreens: readonly Screen[] = [{ path: "/" }, { path: "/goals/G-12" }, { path: "/initiatives/I-34" }, { path: "/consultations/R-9" }, { path: "/consultations/R-9/after" }, { path: "/goals/new", status: 403 }]
