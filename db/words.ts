// The words that several columns share, as the generated types name them.
export type ElementKind = "goal" | "initiative" | "service" | "application" | "function" | "capability" | "unit" | "person"
export type RoleLevel = "frontline" | "specialist" | "manager" | "executive" | "external"
export type PartHealth = "on track" | "at risk" | "off track" | "not reported"
