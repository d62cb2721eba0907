/** Owns the product's mark and name: one line from what the business wants to what runs it. */

/** Draws the mark alone, for the eye only. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3.6 6h3.6c5 0 3.8 12 9 12h4.2" fill="none" stroke="var(--primary)" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="3.6" cy="6" r="2.6" fill="var(--direction)" />
      <circle cx="20.4" cy="18" r="2.6" fill="var(--application)" />
    </svg>
  )
}

/** Draws mark and name as a link to the start page. */
export function Wordmark() {
  return (
    <a className="brand" href="/">
      <Mark />
      Throughline
    </a>
  )
}
