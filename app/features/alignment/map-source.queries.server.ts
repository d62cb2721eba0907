// Reading what an address asks of the map beyond the graph: who was heard, the needs behind side-door tools, and the column of people. Nothing more is read while they are off.
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import { can, type Actor } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { heardAbout, heardAboutAll } from "~/features/alignment/heard.queries.server"
import type { MapSource } from "~/features/alignment/map-picture"
import { readMapRequest } from "~/features/alignment/map-request"
import { readPeopleOnMap } from "~/features/alignment/people-on-map.queries.server"
import { sideDoorNeeds } from "~/features/alignment/side-door.queries.server"
import { heardTopics } from "~/features/alignment/why-heard"

/** Gives the source of the map for this reader: the alignment of this moment and, where the address asks for them, who was heard and the people. */
export async function mapSource(db: ReadDb, actor: Actor, search: URLSearchParams): Promise<MapSource> {
  const alignment = await currentAlignment(db)
  const request = readMapRequest(search)
  const traced = request.trace === null ? undefined : alignment.graph.nodes.find(({ code }) => code === request.trace)
  const withStanding = can(actor, "see standing")
  const heard = request.unheard ? await heardAboutAll(db, alignment) : null
  const needs = request.sideDoor ? await sideDoorNeeds(db, alignment) : null
  const people = request.kinds.has("person") ? await onceFor(alignment, `people on the map ${withStanding}`, () => readPeopleOnMap(db, { withStanding })) : null
  const heardInChain = traced === undefined ? null : await onceFor(alignment, `heard in the chain of ${traced.id}`, () => heardAbout(db, heardTopics(alignment.model, traced.id).map(({ id }) => id)))
  return { ...alignment, heard, needs, people, heardInChain }
}
