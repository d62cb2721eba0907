// Enters what runs: capabilities, services, jobs and applications, and how they hang together and are used.
import { createApplication, createCapability, createFunction, createLinks, createService, type NewLink } from "../door"
import { applications, jobs } from "./applications"
import type { Diary } from "./diary"
import { capabilities, enables, services } from "./services"

const mapped = "2025-10-27"
const counted = "2025-11-24"

type Row = readonly [from: string, relation: NewLink["relation"], to: string, carries?: Partial<NewLink>]

/** Notes the landscape as IT wrote it down in its first autumn, and who uses what as it was counted a month later. */
export function enterLandscape(diary: Diary): void {
  const owned = (owner: string | null) => (owner === null ? null : diary.idOf(owner))
  for (const [code, name, summary, parent] of capabilities)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createCapability(kim, { name, summary, parentId: owned(parent) })))
  for (const { code, name, summary, owner } of services)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createService(kim, { name, summary, ownerId: owned(owner) })))
  for (const [code, name, owner] of jobs)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createFunction(kim, { name, ownerId: owned(owner) })))
  for (const { code, name, summary, vendor, lifecycle, owner } of applications)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createApplication(kim, { name, summary, vendor, lifecycle: lifecycle ?? "active", ownerId: owned(owner) })))

  const link = (day: string, rows: readonly Row[]) =>
    diary.on(day, "A. Kim", (kim) =>
      createLinks(kim, { links: rows.map(([from, relation, to, carries]) => ({ ...carries, fromId: diary.idOf(from), relation, toId: diary.idOf(to) })) }))
  link(mapped, enables.map(([from, relation, to, note]) => [from, relation, to, { note }]))
  link(mapped, services.flatMap(({ code, supports }) => supports.map((to): Row => [code, "supports", to])))
  link(mapped, applications.flatMap(({ code, delivers }) => delivers.map(([to, criticality]): Row => [code, "delivers", to, { criticality }])))
  link(mapped, applications.flatMap(({ code, does }) => does.map(([to, fit]): Row => [code, "performs", to, { fit }])))
  link(counted, services.flatMap(({ code, users }) => users.map(([unit, seats]): Row => [unit, "uses", code, { seats }])))
  link(counted, applications.flatMap(({ code, used }) =>
    used.map(([unit, seats, cost]): Row => [unit, "uses", code, { seats, yearlyCost: cost === null ? null : `${cost}.00` }])))
}
