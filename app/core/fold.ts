// Search and sort keys that do not depend on the database server's locale.

/** Text folded for comparing: NFKD, marks stripped, lower case, ß to ss, spaces collapsed. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .trim()
}

/** Sort key: folded, with digits padded so that "Phase 2" comes before "Phase 10". */
export function sortKey(text: string): string {
  return fold(text).replace(/\d+/g, (digits) => digits.padStart(8, "0")).slice(0, 240)
}
