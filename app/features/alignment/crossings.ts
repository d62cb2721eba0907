/** Owns the exact count of crossings between straight edges over ordered columns. */

/** An edge between two nodes by number, `from` in the column further left. */
export interface LaidEdge {
  from: number
  to: number
}

// Places are whole numbers on this grid, so that equal ends compare equal and a pair packs into one exact double.
const grid = 2 ** 20
const packing = 2 ** 22

/**
 * Gives the number of crossing pairs. `place` holds each node's height in its column, 0 to 1; an edge over several columns
 * is a straight line, counted gap by gap, where every pair of lines can cross only once. Edges that share an end do not cross.
 * Inversions are counted with a binary indexed tree (P. Fenwick, 1994), so it takes edges x log(edges) a gap.
 */
export function countCrossings(edges: readonly LaidEdge[], column: ArrayLike<number>, place: ArrayLike<number>, columnCount: number): number {
  const spans: number[][] = Array.from({ length: Math.max(0, columnCount - 1) }, () => [])
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at]
    if (edge === undefined) continue
    for (let gap = column[edge.from] ?? 0; gap < (column[edge.to] ?? 0); gap += 1) spans[gap]?.push(at)
  }
  let crossings = 0
  spans.forEach((span, gap) => {
    const keys = new Float64Array(span.length)
    span.forEach((at, slot) => {
      const edge = edges[at]
      if (edge === undefined) return
      keys[slot] = heightAt(edge, gap, column, place) * packing + heightAt(edge, gap + 1, column, place)
    })
    crossings += countInversions(keys.sort())
  })
  return crossings
}

function heightAt(edge: LaidEdge, at: number, column: ArrayLike<number>, place: ArrayLike<number>): number {
  const [first, last] = [column[edge.from] ?? 0, column[edge.to] ?? 0]
  const [start, end] = [place[edge.from] ?? 0, place[edge.to] ?? 0]
  return Math.round((start + ((end - start) * (at - first)) / (last - first)) * grid)
}

function countInversions(sorted: Float64Array): number {
  const size = sorted.length
  const byEnd = new Float64Array(size)
  for (let at = 0; at < size; at += 1) byEnd[at] = ((sorted[at] ?? 0) % packing) * packing + at
  byEnd.sort()
  const rank = new Int32Array(size)
  let current = 0
  let before = -1
  for (let at = 0; at < size; at += 1) {
    const key = byEnd[at] ?? 0
    const end = Math.floor(key / packing)
    if (end !== before) current += 1
    before = end
    rank[key % packing] = current
  }
  const tree = new Int32Array(current + 1)
  let inversions = 0
  for (let at = 0; at < size; at += 1) {
    const own = rank[at] ?? 0
    let notAbove = 0
    for (let slot = own; slot > 0; slot -= slot & -slot) notAbove += tree[slot] ?? 0
    inversions += at - notAbove
    for (let slot = own; slot <= current; slot += slot & -slot) tree[slot] = (tree[slot] ?? 0) + 1
  }
  return inversions
}
