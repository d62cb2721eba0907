// What a row of people says besides the record: how somebody wishes to be spoken to, and where they stand overall.
import type { Snapshot } from "~/core/change"
import { differing } from "./judged-change"

/** The fields of a profile, which everybody reads. */
export const profileFields = ["listeningStyle", "contactPreference"] as const
/** The fields of a standing, which few may see. */
export const standingFields = ["influence", "interest", "engagementNow", "engagementWanted"] as const
const ofParties: ReadonlySet<string> = new Set([...profileFields, ...standingFields])
const ofStanding: ReadonlySet<string> = new Set(standingFields)

/** Whether the field says where somebody stands. */
export function isStandingField(field: string): boolean {
  return ofStanding.has(field)
}

/** Whether the field belongs to the profile or the standing, and not to the person's own record. */
export function isPartyField(field: string): boolean {
  return ofParties.has(field)
}

/** The person's own record, without profile and standing. */
export function withoutParty(person: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(person).filter(([field]) => !isPartyField(field)))
}

/** The person without where they stand, for whoever may not see that. */
export function withoutStanding(person: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(person).filter(([field]) => !isStandingField(field)))
}

/** Which of the two a change from `now` to `wanted` touches, and whether it touches the record itself. */
export function touchedParts(now: Snapshot, wanted: Snapshot): { record: boolean; standing: boolean } {
  const fields = differing(now, wanted)
  return { record: fields.some((field) => !isPartyField(field)), standing: fields.some(isStandingField) }
}

/** What the stakeholders of a model become where nothing else was chosen. */
export const stakeholderChoices = { group: "Named groups", names: "Groups, or people, as their names sound", person: "People" } as const

/** Whether a stakeholder of this name becomes a group; `chosen` is one of the choices above. */
export function becomesGroup(name: string, chosen: string | undefined): boolean {
  return chosen === "person" ? false : chosen === "names" ? soundsLikeMany(name) : true
}

const manyWords = /\b(?:association|authority|board|branch|bureau|business|centre|center|commission|committee|community|company|council|crew|department|directorate|division|firm|government|group|industry|institute|management|ministry|network|office|organi[sz]ation|party|population|program|programme|public|section|services?|shift|staff|support|team|unit|university)\b/i
const oneWords = /\b(?:analyst|architect|chief|director|editor|executive|expert|head|lead|leader|manager|officer|owner|president|secretary|specialist|sponsor|supervisor|representative|[cv][efimpst]o|ciso)\b/i

/** Whether a name reads as that of many: a unit, a body, or a plural; "Privacy Management Division" does, "Head of Services" does not. */
export function soundsLikeMany(name: string): boolean {
  const plain = name.replace(/\([^)]*\)/g, " ").trim()
  if (oneWords.test(plain) && !/\b(?:branch|bureau|centre|center|committee|council|crew|department|division|group|network|office|team|unit)\s*$/i.test(plain)) return false
  return manyWords.test(plain) || /[^s]s$/i.test(plain)
}
