// F8, consultation coverage: which of the affected were heard, who is missing, and whether that is enough.
import type { RoleLevel } from "#db/words"
import { roleLevelWords } from "~/features/units/unit"

/** So many people of one role level in one affected unit. */
export interface Stratum {
  unitId: string
  unitName: string
  roleLevel: RoleLevel
  headcount: number
}

/** Somebody who was heard about the subject, in the affected unit and role level they had then. */
export interface Voice {
  personId: string
  unitId: string
  roleLevel: RoleLevel
}

/** So many people who were heard, counted before: each once in the affected unit and role level. */
export interface Voices {
  people: number
  unitId: string
  roleLevel: RoleLevel
}

export interface MustHear {
  personId: string
  name: string
  heard: boolean
}

export interface Cell extends Stratum {
  /** voices wanted and voices heard */
  needed: number
  heard: number
}

export interface Coverage {
  /** 0 to 1; null when nobody is affected as far as is known */
  share: number | null
  /** people the heard voices stand for, and all affected */
  headcountHeard: number
  headcount: number
  /** cells that somebody works in, in the order of the strata */
  cells: Cell[]
  groupsHeard: number
  missing: Cell[]
  silentUnits: { unitId: string; unitName: string }[]
  /** null where no frontline people are affected */
  frontlineHeard: boolean | null
  mustHear: readonly MustHear[]
  /** null: cannot be judged, nobody is affected */
  passes: boolean | null
}

const mustBeHeard = "Must be heard:"

/** What stands for a group of the affected: a role level in a unit. */
export function groupKey({ unitId, roleLevel }: Pick<Stratum, "unitId" | "roleLevel">): string {
  return `${unitId} ${roleLevel}`
}

/** Voices needed of so many people: clamp(ceil(headcount x percent / 100), 1, headcount), in whole numbers; 0 of nobody. */
export function voicesNeeded(headcount: number, percent: number): number {
  return Math.min(headcount, Math.max(1, Math.floor((headcount * percent + 99) / 100)))
}

/**
 * F8 of product.md. Strata with nobody in them are left out; each person counts once in a stratum. It passes at 80 % by headcount,
 * with no affected unit silent, a frontline voice where frontline people are affected, and everybody heard who must be.
 */
export function coverageOf(asked: { strata: readonly Stratum[]; voices: readonly Voice[] | readonly Voices[]; mustHear?: readonly MustHear[]; percent: number }): Coverage {
  const { percent, mustHear = [] } = asked
  const people = peopleHeard(asked.voices)
  const cells = asked.strata
    .filter(({ headcount }) => headcount > 0)
    .map((stratum): Cell => ({ ...stratum, needed: voicesNeeded(stratum.headcount, percent), heard: people.get(groupKey(stratum)) ?? 0 }))
  const headcount = sum(cells.map((cell) => cell.headcount))
  const headcountHeard = sum(cells.map((cell) => cell.headcount * Math.min(1, cell.heard / cell.needed)))
  const units = new Map(cells.map(({ unitId, unitName }) => [unitId, unitName]))
  const silentUnits = [...units].filter(([unitId]) => cells.every((cell) => cell.unitId !== unitId || cell.heard === 0)).map(([unitId, unitName]) => ({ unitId, unitName }))
  const frontline = cells.filter(({ roleLevel }) => roleLevel === "frontline")
  const frontlineHeard = frontline.length === 0 ? null : frontline.some(({ heard }) => heard > 0)
  const share = headcount === 0 ? null : headcountHeard / headcount
  const missing = cells.filter(({ heard, needed }) => heard < needed)
  return {
    share, headcountHeard, headcount, cells, groupsHeard: cells.length - missing.length, missing, silentUnits, frontlineHeard, mustHear,
    passes: share === null ? null : isEnough(headcountHeard, headcount) && silentUnits.length === 0 && frontlineHeard !== false && mustHear.every(({ heard }) => heard),
  }
}

/** How many people were heard in each unit and role level. */
function peopleHeard(voices: readonly (Voice | Voices)[]): Map<string, number> {
  const counted = new Map<string, number>()
  const known = new Set<string>()
  for (const voice of voices) {
    const stratum = groupKey(voice)
    const person = "personId" in voice ? `${stratum} ${voice.personId}` : null
    if (person === null || !known.has(person)) counted.set(stratum, (counted.get(stratum) ?? 0) + ("people" in voice ? voice.people : 1))
    if (person !== null) known.add(person)
  }
  return counted
}

/** Names a cell as people say it: "Support, front line". */
export function cellName({ unitName, roleLevel }: Pick<Stratum, "unitName" | "roleLevel">): string {
  return `${unitName}, ${roleLevelWords[roleLevel].toLowerCase()}`
}

/** Says it in one sentence: "Heard 14 of 17 affected groups, 82 % by headcount. Missing: Support, front line." */
export function coverageSentence(coverage: Coverage): string {
  if (coverage.share === null) return "Nobody has said yet who is affected."
  const { cells, groupsHeard, missing } = coverage
  const named = missing.slice(0, 3).map(cellName).join("; ")
  const more = missing.length > 3 ? `; and ${missing.length - 3} more` : ""
  return `Heard ${groupsHeard} of ${cells.length} affected ${cells.length === 1 ? "group" : "groups"}, ${percentOf(coverage.share)} by headcount.${missing.length > 0 ? ` Missing: ${named}${more}.` : ""}`
}

export interface CoverageCheck {
  holds: boolean
  /** what is so */
  words: string
  /** what is wanted, or how far it is */
  note: string
}

/** The parts of F8 in words; the percentage may hold while another part does not. */
export function coverageChecks({ share, headcountHeard, headcount, silentUnits, frontlineHeard, mustHear, cells }: Coverage): CoverageCheck[] {
  const unheard = mustHear.filter(({ heard }) => !heard)
  const units = new Set(cells.map(({ unitId }) => unitId)).size
  return [
    { holds: share !== null && isEnough(headcountHeard, headcount), words: share === null ? "Nobody has said who is affected" : `${percentOf(share)} heard by headcount`, note: "80 % needed" },
    { holds: silentUnits.length === 0 && units > 0, words: silentUnits.length === 0 ? "Every affected unit has a voice" : `No voice from ${names(silentUnits.map(({ unitName }) => unitName))}`, note: `${units - silentUnits.length} of ${units} units` },
    ...(frontlineHeard === null ? [] : [{ holds: frontlineHeard, words: frontlineHeard ? "The front line is among them" : "Nobody of the front line yet", note: "At least one voice" }]),
    ...(mustHear.length === 0 ? [] : [{ holds: unheard.length === 0, words: unheard.length === 0 ? "Everybody who must be heard was" : `${mustBeHeard} ${names(unheard.map(({ name }) => name))}`, note: `${mustHear.length - unheard.length} of ${mustHear.length}` }]),
  ]
}

/** What does not hold and is not told by the sentence: while the percentage fails, its missing groups say who is silent. */
export function failingChecks(coverage: Coverage): string[] {
  const [share, ...others] = coverageChecks(coverage)
  return others.flatMap(({ holds, words }) => (holds || (share?.holds === false && !words.startsWith(mustBeHeard)) ? [] : [words]))
}

function names(all: readonly string[]): string {
  return all.length > 3 ? `${all.slice(0, 3).join(", ")} and ${all.length - 3} more` : all.join(", ")
}

/** Compared in whole people: 0.8 of 340 is no matter of rounding. */
function isEnough(heard: number, all: number): boolean {
  return heard * 10 >= all * 8
}

/** A share in whole percent, never rounded up to what it has not reached. */
export function percentOf(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
