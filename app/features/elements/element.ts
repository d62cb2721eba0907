// What can be linked: the kinds of element, their short ids, addresses and plain labels.

/** The kinds that the chain links, files bring and the map shows. */
export const chainKinds = ["goal", "initiative", "service", "application", "function", "capability", "unit", "person"] as const
export type ChainKind = (typeof chainKinds)[number]
/** Every kind with a page, a short id, comments and a history. */
export const elementKinds = [...chainKinds, "consultation", "commitment", "decision", "byo"] as const
export type ElementKind = (typeof elementKinds)[number]

interface KindWords {
  prefix: string
  path: string
  /** on screen, one and many (experience.md, section 4) */
  one: string
  many: string
}

export const kindWords: Record<ElementKind, KindWords> = {
  goal: { prefix: "G", path: "/goals", one: "Goal", many: "Goals" },
  initiative: { prefix: "I", path: "/initiatives", one: "Initiative", many: "Initiatives" },
  service: { prefix: "S", path: "/services", one: "Service", many: "Services" },
  application: { prefix: "A", path: "/applications", one: "Application", many: "Applications" },
  function: { prefix: "F", path: "/functions", one: "Job", many: "Jobs" },
  capability: { prefix: "C", path: "/capabilities", one: "Capability", many: "Capabilities" },
  unit: { prefix: "U", path: "/units", one: "Unit", many: "Units" },
  person: { prefix: "P", path: "/people", one: "Person", many: "People" },
  consultation: { prefix: "R", path: "/consultations", one: "Conversation", many: "Conversations" },
  commitment: { prefix: "W", path: "/commitments", one: "Promise", many: "Promises" },
  decision: { prefix: "D", path: "/decisions", one: "Decision", many: "Decisions" },
  byo: { prefix: "B", path: "/byo", one: "Side-door tool", many: "Side-door IT" },
}

export interface ElementRef {
  id: string
  kind: ElementKind
  code: string
  name: string
}

/** The short id, such as G-12. */
export function codeOf(kind: ElementKind, number: number): string {
  return `${kindWords[kind].prefix}-${number}`
}

/** The kind and number of a short id, however it is typed (g-12, G12); null when it is none. */
export function parseCode(text: string): { kind: ElementKind; number: number } | null {
  const match = /^\s*([a-z])-?(\d{1,9})\s*$/i.exec(text)
  const kind = match && elementKinds.find((one) => kindWords[one].prefix === match[1]?.toUpperCase())
  return match && kind ? { kind, number: Number(match[2]) } : null
}

/** Whether records of the kind stand on the chain. */
export function isChainKind(kind: string): kind is ChainKind {
  return (chainKinds as readonly string[]).includes(kind)
}

/** The address of a record's page. */
export function pathOf(kind: ElementKind, code: string): string {
  return `${kindWords[kind].path}/${code}`
}
