// The address of every route of the build that answers GET, with the records of a landscape in its place holders.

import type { ServerBuild } from "@remix-run/node"
import { chainKinds, elementKinds, kindWords } from "~/features/elements/element"
import { gapKinds, gapNames } from "~/features/elements/accepted-gap"
import { figureNames } from "~/features/alignment/working"
import { listNames } from "~/features/exchange/api-items"
import { sides } from "~/features/relationships/relationship"
import { exportFormats } from "~/features/exchange/export-format"
import type { Landscape } from "./landscape"

export interface Page {
  route: string
  path: string
}

/** Views of one route that show other data; routes without an entry are asked once, plainly. */
const views: Record<string, (landscape: Landscape) => readonly string[]> = {
  "routes/map": () => ["", "?view=table", "?view=matrix", "?money=1", "?view=matrix&gaps=1", "?present=1", "?with=capability&with=unit", "?overlay=unheard&with=person", "?view=table&overlay=unheard&with=person"],
  "routes/map[.]svg": () => ["", "?overlay=unheard&with=person"],
  "routes/map_.chain": ({ records }) => [`?trace=${records.goal.code}`, `?trace=${records.initiative.code}`],
  "routes/history": ({ records }) => everyRecord(records, "about"),
  "routes/ask": ({ records }) => everyRecord(records, "about"),
  "routes/link": ({ records }) => everyRecord(records, "about"),
  "routes/gaps.accept": ({ records }) => gapNames.map((gap) => `?about=${records[gapKinds[gap]].code}&gap=${gap}`),
  "routes/stakeholders_.grid": ({ records }) => ["", `?about=${records.initiative.code}`],
  "routes/people.$code.standing": ({ records }) => ["", `?about=${records.initiative.code}`],
  "routes/allowed._index": ({ records }) => ["", "?q=a", `?q=${records.application.code}`],
  "routes/allowed.ask": ({ records }) => ["", "?name=a", `?product=${records.application.code}`],
  "routes/functions._index": () => ["", "?view=table"],
  "routes/applications.portfolio": () => ["", "?view=table"],
  "routes/applications.$code_.fit": () => ["", "?side=technical"],
  "routes/search": () => ["", "?q=a"],
  "routes/search.results": () => ["", "?q=a"],
  "routes/initiatives.many.archive": ({ records }) => [`?id=${records.initiative.code}`],
  "routes/initiatives.many.goal": ({ records }) => [`?id=${records.initiative.code}`],
  "routes/initiatives.many.owner": ({ records }) => [`?id=${records.initiative.code}`],
  "routes/initiatives.many.stage": ({ records }) => [`?id=${records.initiative.code}`],
  "routes/initiatives.many.update": ({ records }) => [`?id=${records.initiative.code}`],
}

/** Every GET page of the build, resource routes included; refuses a place holder it cannot fill, by the route's name. */
export function pagesOf(build: Pick<ServerBuild, "routes">, landscape: Landscape): Page[] {
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === "root" || !route.module.loader) return []
    const paths = filled(route.id, patternOf(build, route.id), landscape)
    return paths.flatMap((path) => (views[route.id]?.(landscape) ?? [""]).map((query) => ({ route: route.id, path: path + query })))
  })
}

/** The pages that people see, without files and lookups. */
export function screensOf(build: Pick<ServerBuild, "routes">, landscape: Landscape): Page[] {
  return pagesOf(build, landscape).filter(({ route }) => build.routes[route]?.module.default !== undefined)
}

/** A route's address with its place holders, such as /goals/:code/cell. */
export function patternOf(build: Pick<ServerBuild, "routes">, id: string): string {
  return `/${segmentsOf(build, id).join("/")}`
}

function segmentsOf(build: Pick<ServerBuild, "routes">, id: string): string[] {
  const route = build.routes[id]
  if (!route) return []
  return [...(route.parentId ? segmentsOf(build, route.parentId) : []), ...(route.path ?? "").split("/")].filter(Boolean)
}

function filled(route: string, bare: string, { records, accountCode, importId, appliedImportId, requestId, talks, optionId }: Landscape): string[] {
  if (!bare.includes(":")) return [bare]
  if (bare.startsWith("/consultations/choices")) return ["person", "subject"].map((kind) => bare.replace(":kind", kind))
  if (bare.startsWith("/consultations/:code/people/:id")) return [bare.replace(":code", records.consultation.code).replace(":id", talks.participationId)]
  if (bare.startsWith("/allowed/requests/")) return [bare.replace(":id", requestId)]
  if (bare === "/decisions/:code/options/:id") return [bare.replace(":code", records.decision.code).replace(":id", optionId)]
  if (bare.startsWith("/stakeholders/:code")) return [bare.replace(":code", records.person.code)]
  if (bare.startsWith("/settings/people/")) return [bare.replace(":code", accountCode)]
  if (bare.startsWith("/settings/imports/")) return [bare.replace(":id", bare.includes("/report") ? appliedImportId : importId)]
  if (bare.includes(":name")) return figureNames.map((name) => bare.replace(":name", name))
  if (bare.endsWith(":format")) return exportFormats.map((format) => bare.replace(":format", format))
  if (bare.endsWith(":list")) return listNames.map((name) => bare.replace(":list", name))
  if (bare.includes(":kind")) return chainKinds.map((kind) => bare.replace(":kind", kind))
  if (bare.includes(":token")) return [bare.replace(":token", "x".repeat(43))]
  if (bare.includes(":side")) return sides.map((side) => bare.replace(":side", side).replace(":code", records.unit.code))
  const path = bare.replace(":position", "1").replace(/\/(\w+)\/:(code|id)\b/g, (whole, place: string) => {
    const kind = elementKinds.find((one) => kindWords[one].path === `/${place}`)
    if (kind) return `/${place}/${records[kind].code}`
    return place === "enter" ? `/${place}/${records.person.code}` : whole
  })
  if (path.includes(":")) throw new Error(`${route}: tests/support/pages.ts does not know what to put into ${path}`)
  return [path]
}

function everyRecord(records: Landscape["records"], name: string): string[] {
  return Object.values(records).map(({ code }) => `?${name}=${code}`)
}
