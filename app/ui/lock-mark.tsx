/** Owns the lock beside what is confidential: one drawing for the page, since a meeting's notes may show it many times. */

/** Draws the lock, 14 px, for the eye only, or with a word for those who do not see it. The page needs `ShapeDrawings` once. */
export function LockMark({ label }: { label?: string }) {
  return (
    <svg className="lock" viewBox="0 0 24 24" role={label ? "img" : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <use href="#shape-lock" />
    </svg>
  )
}
