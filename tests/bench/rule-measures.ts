// What the rules cost in this process: making the graph beside two bare selects, and ordering the map.

import pg from "pg"
import { openDatabase } from "#db/client"
import { currentAlignment, loadGraph } from "~/features/alignment/alignment.queries.server"
import { crossingsInOrder, layOut } from "~/features/alignment/graph-layout"
import { clusteredGraph, uniformGraph } from "./graphs"
import { bounded, compared, median, type Line } from "./report"

const seed = 11

/**
 * The graph as JSON, as a request gets it and as the first one after a change makes it anew, against the same records and
 * links selected plainly and written as JSON.
 */
export async function graphMeasures(url: string): Promise<Line[]> {
  const db = openDatabase(url, { max: 4 })
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const asked = async () => JSON.stringify((await currentAlignment(db)).graph).length
  const anew = async () => JSON.stringify(await loadGraph(db)).length
  const bare = async () => {
    const [records, links] = await Promise.all([
      pool.query("select id, kind, number, name, sort_key from element where archived_at is null order by sort_key, id"),
      pool.query("select id, from_id, relation, to_id, strength, is_primary, note from link order by created_at, id"),
    ])
    return JSON.stringify({ records: records.rows, links: links.rows }).length
  }
  const times: [number[], number[], number[]] = [[], [], []]
  for (let round = -60; round < 60; round += 1) {
    for (const [place, run] of [asked, anew, bare].entries()) {
      const started = performance.now()
      await run()
      if (round >= 0) times[place]?.push(performance.now() - started)
    }
  }
  await Promise.all([db.destroy(), pool.end()])
  const against = { yardstick: median(times[2]), unit: "ms", most: 2 }
  return [
    compared("graph for the map, 2,000 elements and 3,300 links, against two selects and JSON", { ours: median(times[0]), ...against }),
    compared("the same graph made anew, for the first who asks after a change", { ours: median(times[1]), ...against }),
  ]
}

/** Time and crossings of the order found, on both graphs of the bench. */
export function orderingMeasures(): Line[] {
  const clustered = clusteredGraph(seed, 1000, 2000)
  const uniform = uniformGraph(seed, 1000, 2000)
  const times: number[] = []
  for (let round = -5; round < 15; round += 1) {
    const started = performance.now()
    layOut(clustered.nodes, clustered.edges)
    if (round >= 0) times.push(performance.now() - started)
  }
  const share = (graph: typeof clustered) => ({ ours: layOut(graph.nodes, graph.edges).crossings, yardstick: crossingsInOrder(graph.nodes, graph.edges), unit: "crossings" })
  return [
    bounded("ordering 1,000 nodes and 2,000 links", { ours: median(times), unit: "ms", most: 60 }),
    compared("crossings, clustered graph, against the input order", { ...share(clustered), most: 0.33 }),
    compared("crossings, uniform graph, against the input order", { ...share(uniform), most: 0.5 }),
  ]
}
