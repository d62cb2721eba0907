/** Owns how much a piece of work helps a goal, as bars and a word. */

export type StrengthGrade = "high" | "medium" | "low"

const SHOWN: Record<StrengthGrade, { bars: number; word: string }> = {
  high: { bars: 3, word: "Strong" },
  medium: { bars: 2, word: "Some" },
  low: { bars: 1, word: "Slight" },
}

/** Draws three, two or one bar and always the word; `main` adds that this is the main goal. */
export function Strength({ grade, main = false }: { grade: StrengthGrade; main?: boolean }) {
  const { bars, word } = SHOWN[grade]
  return (
    <span className="strength">
      <svg viewBox="0 0 16 12" aria-hidden="true">
        {[5, 8.5, 12].map((height, index) => (
          <rect key={height} className={index < bars ? undefined : "faint"} x={index * 6} y={12 - height} width="4" height={height} rx="1" fill="currentColor" />
        ))}
      </svg>
      {word}
      {main ? <small className="muted">main goal</small> : null}
    </span>
  )
}
