/** Owns the round mark of a person. */

/** Gives one or two letters for a name: first and last word; a question mark when there is no name. */
export function initials(name: string): string {
  const words = name.split(/[\s.\-]+/u).filter(Boolean)
  const first = words.at(0)?.at(0) ?? "?"
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? "") : ""
  return (first + last).toUpperCase()
}

/** Draws the letters of a name, for the eye only: the name must stand beside it or in its parent's label. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={large ? "avatar large" : "avatar"} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** Draws a person: letters, name and a small note such as the unit. */
export function Who({ name, note, href }: { name: string; note?: string; href?: string }) {
  return (
    <span className="who">
      <Avatar name={name} />
      {href ? <a href={href}>{name}</a> : name}
      {note ? <small className="muted">{note}</small> : null}
    </span>
  )
}
