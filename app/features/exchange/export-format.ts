// The files that everything can be written into.

export const exportFormats = ["xlsx", "zip", "xml", "json"] as const
export type ExportFormat = (typeof exportFormats)[number]

interface FormatWords {
  /** on the page of exports */
  label: string
  about: string
  /** media type */
  type: string
}

export const exportFormatWords: Record<ExportFormat, FormatWords> = {
  xlsx: {
    label: "A workbook", about: "One sheet for each kind of record and one for the links. Change cells and bring it in again: only what you changed changes.",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  zip: { label: "CSV files", about: "The same tables as plain text, one file each, together in a zip.", type: "application/zip" },
  xml: { label: "An ArchiMate model", about: "For modelling tools, in the Open Group’s exchange format. What an imported model held that the planner has no word for is given back.", type: "application/xml; charset=utf-8" },
  json: { label: "JSON", about: "The same tables for programs.", type: "application/json; charset=utf-8" },
}

/** The format that a file's name asks for by its ending; null for any other ending. */
export function formatOfName(name: string): ExportFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  return exportFormats.find((format) => format === ending) ?? null
}
