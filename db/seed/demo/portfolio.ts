// The portfolio of Harbour & Hearth: what is planned with its applications, until when contracts run, what they cost, and how people find them.

/** code, what is planned with it, contract's end, notice by, in use from, switched off on, technical owner */
export const plans: readonly (readonly [string, "invest" | "tolerate" | "migrate" | "eliminate" | null, string | null, string | null, string | null, string | null, string | null])[] = [
  ["A-1", "invest", null, null, "2019-01-07", null, "N. Costa"],
  ["A-3", "migrate", "2028-03-31", "2027-09-30", "2021-05-03", null, "N. Costa"],
  ["A-4", "eliminate", null, null, "2012-03-01", "2027-06-30", null],
  ["A-6", "eliminate", "2027-03-31", "2026-12-31", "2014-09-01", "2027-03-31", null],
  // the mismatch that was planted: people find it hard to use, and it is to grow
  ["A-8", "invest", "2027-12-31", "2027-06-30", "2022-02-14", null, "N. Ito"],
  ["A-10", "tolerate", "2026-10-31", "2026-07-31", "2018-06-04", null, "N. Costa"],
  ["A-11", "invest", "2029-01-31", null, "2023-03-06", null, "N. Costa"],
  ["A-21", "invest", "2027-08-31", "2027-05-31", "2020-01-13", null, "N. Ito"],
  ["A-22", "tolerate", "2027-01-31", "2026-12-01", "2017-04-03", null, "N. Ito"],
  ["A-25", null, "2027-06-30", "2027-03-31", "2024-10-07", null, null],
  ["A-32", "eliminate", null, null, "2011-01-10", null, null],
]

/** code, years from this one, thousands or less in euro for licence, support, maintenance, administration; null is not known */
export const costs: readonly (readonly [string, number, number | null, number | null, number | null, number | null])[] = [
  ["A-3", -1, 231000, 40000, 24000, null],
  ["A-3", 0, 240000, 42000, 27000, null],
  ["A-11", 0, 98000, 22000, 14000, null],
  ["A-22", -1, 14100, 1200, 0, 600],
  ["A-22", 0, 15000, 1200, 0, 600],
  ["A-25", 0, 3600, null, null, null],
]

type Scores = readonly [number, number, number, number]
/** day, code, side, who answered, the four answers */
export const answers: readonly (readonly [string, string, "functional" | "technical", string, Scores])[] = [
  ["2025-11-17", "A-32", "functional", "B. Castell", [2, 1, 2, 2]],
  ["2026-02-09", "A-1", "functional", "S. Lund", [4, 3, 3, 4]],
  ["2026-02-10", "A-1", "technical", "N. Costa", [4, 4, 3, 3]],
  ["2026-03-02", "A-4", "functional", "O. Bell", [2, 1, 1, 2]],
  ["2026-03-03", "A-4", "technical", "N. Costa", [1, 2, 2, 1]],
  ["2026-03-09", "A-6", "functional", "G. Moreau", [2, 2, 2, 3]],
  ["2026-03-10", "A-6", "technical", "N. Ito", [2, 1, 2, 2]],
  ["2026-04-13", "A-3", "functional", "L. Osei", [3, 3, 3, 3]],
  ["2026-04-14", "A-3", "functional", "O. Bell", [3, 2, 3, 4]],
  ["2026-04-15", "A-3", "technical", "N. Costa", [2, 2, 2, 2]],
  ["2026-05-11", "A-8", "functional", "O. Bell", [2, 2, 2, 3]],
  ["2026-05-12", "A-8", "technical", "N. Ito", [4, 3, 3, 3]],
  ["2026-05-18", "A-10", "functional", "O. Bell", [2, 2, 3, 2]],
  ["2026-05-19", "A-10", "technical", "N. Costa", [3, 3, 2, 3]],
  ["2026-06-08", "A-11", "functional", "T. Abara", [3, 3, 4, 3]],
  ["2026-06-09", "A-11", "technical", "N. Costa", [3, 3, 3, 3]],
  ["2026-09-07", "A-21", "functional", "B. Castell", [4, 3, 3, 4]],
  ["2026-09-08", "A-21", "technical", "N. Ito", [4, 4, 4, 3]],
  ["2026-10-05", "A-22", "functional", "V. Lind", [4, 3, 3, 4]],
  ["2026-10-06", "A-22", "technical", "N. Ito", [3, 2, 2, 2]],
  ["2026-10-12", "A-23", "functional", "B. Castell", [3, 3, 3, 3]],
]
