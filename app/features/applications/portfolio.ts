// The portfolio as a picture: every application by how well it does its job and how well it runs, the larger the more it costs.
import { addMoney, toCents, type Money } from "~/core/money"
import type { ElementRef } from "~/features/elements/element"
import type { Lifecycle } from "./application"
import { placements, type Fit, type Placement, type PlannedPlacement } from "./fit"

/** An application with its place. */
export interface PlacedApplication extends ElementRef {
  lifecycle: Lifecycle
  fit: Fit
  recommended: Placement
  planned: PlannedPlacement | null
  mismatch: boolean
  /** sum of the known costs of units; null where none is known */
  yearlyCost: Money | null
  withoutCost: number
}

/** How many there are of each placement. */
export function placementCounts(applications: readonly Pick<PlacedApplication, "recommended">[]): Record<Placement, number> {
  const counts: Record<Placement, number> = { invest: 0, tolerate: 0, migrate: 0, eliminate: 0, "not assessed": 0 }
  for (const { recommended } of applications) counts[recommended]++
  return counts
}

/** What the applications of each placement cost in a year, as far as it is known; null where nothing is. */
export function placementCosts(applications: readonly Pick<PlacedApplication, "recommended" | "yearlyCost">[]): Record<Placement, Money | null> {
  const costs = (placement: Placement) => {
    const known = applications.flatMap((one) => (one.recommended === placement && one.yearlyCost !== null ? [one.yearlyCost] : []))
    return known.length === 0 ? null : addMoney(known)
  }
  return Object.fromEntries(placements.map((one) => [one, costs(one)])) as Record<Placement, Money | null>
}

/** More rows than these are not drawn: they are in the list, page by page. */
export const mostRows = 200

/** What is drawn of the applications that fit, and what all of them add up to. */
export interface PortfolioShown {
  count: number
  assessed: number
  counts: Record<Placement, number>
  costs: Record<Placement, Money | null>
  mismatches: number
  /** the first of what is planned otherwise, in order of names */
  otherwise: PlacedApplication[]
  /** for the picture the dearest that are assessed, for the table the first by name */
  drawn: PlacedApplication[]
}

/** Arranges the applications that fit; what is not drawn is counted and left out. */
export function portfolioShown(applications: readonly PlacedApplication[], view: "picture" | "table"): PortfolioShown {
  const counts = placementCounts(applications)
  const otherwise = applications.filter(({ mismatch }) => mismatch)
  return {
    count: applications.length, assessed: applications.length - counts["not assessed"], counts, costs: placementCosts(applications),
    mismatches: otherwise.length, otherwise: otherwise.slice(0, mostRows), drawn: view === "picture" ? dearestAssessed(applications) : applications.slice(0, mostRows),
  }
}

function dearestAssessed(applications: readonly PlacedApplication[]): PlacedApplication[] {
  return applications.filter(({ recommended }) => recommended !== "not assessed")
    .sort((a, b) => (cents(a) === cents(b) ? (a.name < b.name ? -1 : 1) : cents(a) > cents(b) ? -1 : 1)).slice(0, mostBubbles)
}

function cents({ yearlyCost }: PlacedApplication): bigint {
  return yearlyCost === null ? 0n : toCents(yearlyCost)
}

export interface Bubble {
  application: PlacedApplication
  x: number
  y: number
  r: number
  /** where its name stands; null where it would cover another one */
  label: { x: number; y: number; end: boolean } | null
}

/** The picture's own measures: a square for the two scales with room for their words. */
export const picture = { width: 760, height: 560, left: 64, top: 20, right: 740, bottom: 500 }
/** More than these are not drawn: the dearest are. */
export const mostBubbles = 200

/** Where a mean of 1 to 4 stands on the scale from left to right (how well it runs) and from below upwards (how well it does the job). */
export function placeOf(mean: number, along: "x" | "y"): number {
  const share = (mean - 1) / 3
  return along === "x" ? picture.left + share * (picture.right - picture.left) : picture.bottom - share * (picture.bottom - picture.top)
}

/** The bubbles of the assessed applications, the dearest first so that small ones lie on top; the area grows with the yearly cost. Same in, same out. */
export function bubbles(applications: readonly PlacedApplication[]): Bubble[] {
  const drawn = dearestAssessed(applications)
  const most = drawn[0] ? Number(cents(drawn[0])) : 0
  const placed = drawn.map((application) => {
    const r = most === 0 ? 7 : 7 + 31 * Math.sqrt(Number(cents(application)) / most)
    return { application, x: placeOf(application.fit.technical ?? 1, "x"), y: placeOf(application.fit.functional ?? 1, "y"), r }
  })
  const taken: Box[] = []
  return placed.map((bubble) => ({ ...bubble, label: roomFor(bubble, placed.filter((other) => other !== bubble), taken) }))
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** The first free place for the name: to the right, to the left, above, below; none where all would cover something. */
function roomFor({ application: { name }, x, y, r }: Omit<Bubble, "label">, others: readonly Omit<Bubble, "label">[], taken: Box[]): Bubble["label"] {
  const width = 6.6 * Math.min(name.length, 24)
  const places = [
    { x: x + r + 5, y: y + 4, end: false }, { x: x - r - 5, y: y + 4, end: true }, { x: x - r, y: y - r - 6, end: false }, { x: x - r, y: y + r + 14, end: false },
  ]
  for (const place of places) {
    const left = place.end ? place.x - width : place.x
    const box = { left, right: left + width, top: place.y - 11, bottom: place.y + 3 }
    const inside = box.left > picture.left && box.right < picture.right && box.top > picture.top && box.bottom < picture.bottom
    const free = taken.every((one) => one.right < box.left || one.left > box.right || one.bottom < box.top || one.top > box.bottom)
    const clear = others.every((one) => one.x + one.r < box.left || one.x - one.r > box.right || one.y + one.r < box.top || one.y - one.r > box.bottom)
    if (!inside || !free || !clear) continue
    taken.push(box)
    return place
  }
  return null
}
