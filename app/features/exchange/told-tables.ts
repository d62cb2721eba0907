// The table of waivers, which an export tells and an import leaves alone: what it says was decided in the planner, and no file makes or unmakes it.

/** The name of its sheet or file. */
export const waiverTable = "Waivers"
export const waiverHeadings = ["Id", "Name", "Reason", "What was missing then", "Waived by", "Waived on"] as const

/** Whether a sheet is the one that our export only tells: by its headings, so that it is known whatever its file is called. */
export function isTold(headings: readonly string[]): boolean {
  return headings.length === waiverHeadings.length && waiverHeadings.every((heading, at) => heading === headings[at])
}

/** What is said of a file that is nothing but this table. */
export function onlyTold(fileName: string): string {
  return `${fileName} lists waivers. They are given in the planner, each with a reason and a name, and no file brings them in. Nothing was changed.`
}
