// Which database the installation runs on, and whether a newer minor version of it is out.

/** The newest minor of each major when this version was made; older ones have known holes. */
const knownMinors: Record<number, number> = { 15: 20, 16: 16, 17: 12, 18: 7 }

export interface DatabaseLine {
  words: string
  /** what to do, or null when nothing has to be done */
  warning: string | null
}

/** The line for the settings; `number` is the server's own, such as 170012 for 17.12. The embedded engine comes with the product. */
export function databaseLine(number: number, embedded: boolean): DatabaseLine {
  const [major, minor] = [Math.floor(number / 10_000), number % 10_000]
  const version = `PostgreSQL ${major}.${minor}`
  if (embedded) return { words: `Embedded database (${version})`, warning: null }
  const known = knownMinors[major]
  const old = known !== undefined && minor < known
  return { words: version, warning: old ? `${major}.${known} is out and closes known holes. Ask whoever runs the database server to update it.` : null }
}
