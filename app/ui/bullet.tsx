/** Owns the one graphic for from, now, expected today and target, and the plain progress bar. */

export interface BulletProps {
  /** Share of the way from start to target that is covered, 0 to 100; null when there is no reading. */
  now: number | null
  /** Where today should be on a straight line, 0 to 100; null when no date is set. */
  expected?: number | null
  /** The whole graphic in words: "10 to 9.2, target 8 minutes by March 2027". */
  label: string
}

/** Draws bar, ring for now, upright mark for where today should be; without a reading the track is dashed. */
export function Bullet({ now, expected = null, label }: BulletProps) {
  const place = now === null ? null : within(now)
  return (
    <div className={place === null ? "bullet missing" : "bullet"} role="img" aria-label={label}>
      <span className="track" />
      {place === null ? null : <span className="done-part" style={{ inlineSize: `${place}%` }} />}
      {expected === null ? null : <span className="expected" style={{ insetInlineStart: `${within(expected)}%` }} />}
      <span className="end" />
      {place === null ? null : <span className="now" style={{ insetInlineStart: `${place}%` }} />}
    </div>
  )
}

/** Draws a share of 100 as a bar with an optional upright mark; the figure must stand beside it in words. */
export function ProgressBar({ share, mark = null }: { share: number; mark?: number | null }) {
  return (
    <div className="bar" aria-hidden="true">
      <i style={{ inlineSize: `${within(share)}%` }} />
      {mark === null ? null : <u style={{ insetInlineStart: `${within(mark)}%` }} />}
    </div>
  )
}

function within(share: number): number {
  return Math.min(100, Math.max(0, Math.round(share * 10) / 10))
}
