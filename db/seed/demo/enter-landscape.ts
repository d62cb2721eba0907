// Enters what runs: capabilities, services, jobs and applications, and how they hang together and are used.
import { createApplication, createCapability, createFunction, createLink, createService, type NewLink } from "../door"
import { applications, jobs } from "./applications"
import type { Diary } from "./diary"
import { capabilities, enables, services } from "./services"

const mapped = "2025-10-27"
const counted = "2025-11-24"

/** Notes the landscape as IT wrote it down in its first autumn, and who uses what as it was counted a month later. */
export function enterLandscape(diary: Diary): void {
  const owned = (owner: string | null) => (owner === null ? null : diary.idOf(owner))
  const link = (day: string, from: string, relation: NewLink["relation"], to: string, carries: Partial<NewLink> = {}) =>
    diary.on(day, "A. Kim", (kim) => createLink(kim, { ...carries, fromId: diary.idOf(from), relation, toId: diary.idOf(to) }))

  for (const [code, name, summary, parent] of capabilities)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createCapability(kim, { name, summary, parentId: owned(parent) })))
  for (const { code, name, summary, owner } of services)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createService(kim, { name, summary, ownerId: owned(owner) })))
  for (const [code, name, owner] of jobs)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createFunction(kim, { name, ownerId: owned(owner) })))
  for (const { code, name, summary, vendor, lifecycle, owner } of applications)
    diary.on(mapped, "A. Kim", (kim) => diary.make(code, () => createApplication(kim, { name, summary, vendor, lifecycle: lifecycle ?? "active", ownerId: owned(owner) })))

  for (const [from, relation, to, note] of enables) link(mapped, from, relation, to, { note })
  for (const { code, supports, users } of services) {
    for (const to of supports) link(mapped, code, "supports", to)
    for (const [unit, seats] of users) link(counted, unit, "uses", code, { seats })
  }
  for (const { code, delivers, does, used } of applications) {
    for (const [service, criticality] of delivers) link(mapped, code, "delivers", service, { criticality })
    for (const [job, fit] of does) link(mapped, code, "performs", job, { fit })
    for (const [unit, seats, cost] of used) link(counted, unit, "uses", code, { seats, yearlyCost: cost === null ? null : `${cost}.00` })
  }
}
