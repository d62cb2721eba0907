/** Owns the row of pips that shows met, waived and open, one each. */

/** Draws one pip for each thing and the words beside them; nothing to meet is said, not drawn as zero. */
export function Pips({ met, waived = 0, open, words }: { met: number; waived?: number; open: number; words?: string }) {
  const total = met + waived + open
  const kinds = [...Array<string>(met).fill("met"), ...Array<string>(waived).fill("waived"), ...Array<string>(open).fill("open")]
  return (
    <span className="pips">
      <span aria-hidden="true">
        {kinds.map((kind, index) => (
          <i key={index} className={kind} />
        ))}
      </span>
      {words ?? (total === 0 ? "None listed" : `${met} of ${total}`)}
    </span>
  )
}
