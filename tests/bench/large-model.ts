// A made-up architecture model of a given size as an exchange file, the same for the same seed.

import { seeded } from "./graphs"

const parts = [
  { type: "Goal", share: 0.1 }, { type: "WorkPackage", share: 0.4 }, { type: "BusinessService", share: 0.2 }, { type: "ApplicationComponent", share: 0.3 },
] as const
const joins = [["WorkPackage", "Goal"], ["ApplicationComponent", "BusinessService"], ["BusinessService", "Goal"]] as const

/** Gives the file: so many elements of four types, and so many different relationships between them. */
export function largeModel(elements: number, relationships: number, seed = 11): string {
  const random = seeded(seed)
  const ids = new Map<string, string[]>(parts.map(({ type, share }) => [type, Array.from({ length: Math.round(elements * share) }, (_, at) => `id-${type}-${at}`)]))
  const pick = (type: string) => {
    const list = ids.get(type) ?? []
    return list[Math.floor(random() * list.length)] ?? ""
  }
  const pairs = new Map<string, string>()
  for (let at = 0; pairs.size < relationships; at += 1) {
    const [from, to] = joins[at % joins.length] ?? joins[0]
    const [source, target] = [pick(from), pick(to)]
    if (!pairs.has(`${source} ${target}`)) pairs.set(`${source} ${target}`, `<relationship identifier="id-r${pairs.size}" source="${source}" target="${target}" xsi:type="Realization"/>`)
  }
  const named = [...ids].flatMap(([type, list]) => list.map((id, at) =>
    `<element identifier="${id}" xsi:type="${type}"><name xml:lang="en">${type} number ${at}</name><documentation>What ${type} ${at} is for, in a sentence or two of plain words.</documentation></element>`))
  return `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="id-large-model">
<name xml:lang="en">Large model</name>
<elements>
${named.join("\n")}
</elements>
<relationships>
${[...pairs.values()].join("\n")}
</relationships>
</model>
`
}
