/** Owns the pair of bars that sets what is said (weight) against what is done (money). */

/** Draws both shares of 100 against the largest on the page, with the two figures in words below. */
export function BarPair({ name, say, does, scale, words, gap = false }: { name: string; say: number; does: number; scale: number; words: string; gap?: boolean }) {
  const width = (share: number) => `${scale > 0 ? Math.max(0, Math.round((share / scale) * 1000) / 10) : 0}%`
  return (
    <div className="bar-pair">
      <span>
        {gap ? "◆ " : ""}
        {name}
      </span>
      <span className="say" aria-hidden="true" style={{ inlineSize: width(say) }} />
      <span className="do" aria-hidden="true" style={{ inlineSize: width(does) }} />
      <span className="num">{words}</span>
    </div>
  )
}
