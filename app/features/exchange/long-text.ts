// Long texts in a preview: as much of each as shows what changes.

const shown = 200
const lead = 40

/** Both sides of a change, cut where they are long: from a little before the place where they part. */
export function excerpts(before: string, after: string): { before: string; after: string } {
  let parts = 0
  while (parts < before.length && before[parts] === after[parts]) parts += 1
  const longer = Math.max(before.length, after.length)
  const from = before === "" || parts <= shown - lead ? 0 : Math.min(parts - lead, Math.max(0, longer - shown))
  return { before: cut(before, from), after: cut(after, from) }
}

function cut(text: string, from: number): string {
  const characters = text.slice(from, from + shown)
  const begins = from > 0 && text.length > from ? "… " : ""
  return text.length <= from + shown ? `${begins}${characters}` : `${begins}${characters.trimEnd()}… (${text.length.toLocaleString("en")} characters)`
}
