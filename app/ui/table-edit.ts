/** Owns how an edit of one cell is sent and how the answer is read. */

export interface CellEdit {
  /** The field's name for the server. */
  field: string
  type: "text" | "number" | "date" | "select"
  options?: readonly CellOption[]
  /** Where further options come from (JSON) once a cell is opened, so that a page need not carry hundreds of names. */
  optionsFrom?: string
}

export interface CellOption {
  value: string
  label: string
  note?: string
}

export interface CellChange {
  action: string
  field: string
  value: string
  version: string
}

/** The page's data is out of date; the root asks for it again. */
export const SAVED_EVENT = "throughline:saved"

const UNREACHABLE = "We could not reach the planner. Your text is still here; try again."

/**
 * Sends one cell as an ordinary post (`field`, `value`, `version`, `operationId`). Gives null when it was saved, else the
 * sentence to show. The address must be a route without a page of its own, which answers in JSON. Sending the same edit twice with one operation id does it once.
 */
export async function saveCell(change: CellChange, operationId: string): Promise<string | null> {
  const body = new URLSearchParams({ field: change.field, value: change.value, version: change.version, operationId })
  try {
    const answer = await fetch(change.action, { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" })
    if (answer.ok || answer.type === "opaqueredirect") return null
    return firstSentence(await answer.json().catch(() => null)) ?? `Not saved (${answer.status}). Your text is still here; try again.`
  } catch {
    return UNREACHABLE
  }
}

/** Asks for the options of a cell or a picker; null when they cannot be had. */
export async function fetchOptions(address: string): Promise<CellOption[] | null> {
  const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => null)
  return answer?.ok ? answer.json().catch(() => null) : null
}

/** Finds the first message in an answer: a text, a list, or messages by field. */
export function firstSentence(answer: unknown): string | null {
  if (typeof answer === "string") return answer.trim() === "" ? null : answer
  if (Array.isArray(answer)) return answer.map(firstSentence).find((each) => each !== null) ?? null
  if (typeof answer !== "object" || answer === null) return null
  for (const key of ["message", "result", "error", "errors", "reply"]) {
    const found = key in answer ? firstSentence(Reflect.get(answer, key)) : null
    if (found) return found
  }
  return Object.values(answer).filter((each) => Array.isArray(each)).map(firstSentence).find((each) => each !== null) ?? null
}
