// Notes on their way: what is saved, what waits for the connection, and what may be kept in the browser meanwhile.

/** A note as its form has it; `operationId` among the fields is made here, so that sending it twice saves it once. */
export interface Note {
  id: string
  /** the last part of the address it is sent to */
  to: "points" | "decisions" | "actions"
  fields: Readonly<Record<string, string>>
}

export interface Queued extends Note {
  state: "waiting" | "refused"
  why: string
}

/** Confidential notes, and those without a name, never leave the page's memory. */
export function mayBeKept(note: Pick<Note, "fields">): boolean {
  return !["on", "true"].includes(note.fields.confidential ?? "") && note.fields.shownAs !== "role only"
}

/** The queue as it may lie in the tab's storage. */
export function keptText(queue: readonly Queued[], draft: string, draftMayBeKept: boolean): string {
  return JSON.stringify({ queue: queue.filter(mayBeKept), draft: draftMayBeKept ? draft : "" })
}

/** Reads what keptText() wrote; anything else is nothing. */
export function readKept(text: string | null): { queue: Queued[]; draft: string } {
  try {
    const kept: unknown = JSON.parse(text ?? "null")
    if (typeof kept !== "object" || kept === null || !("queue" in kept) || !Array.isArray(kept.queue)) return { queue: [], draft: "" }
    return { queue: kept.queue.filter(isQueued), draft: "draft" in kept && typeof kept.draft === "string" ? kept.draft : "" }
  } catch {
    return { queue: [], draft: "" }
  }
}

function isQueued(one: unknown): one is Queued {
  if (typeof one !== "object" || one === null || !("id" in one) || !("to" in one) || !("fields" in one)) return false
  return typeof one.id === "string" && ["points", "decisions", "actions"].includes(String(one.to)) && typeof one.fields === "object" && one.fields !== null
}

/** What an answer means for a note: saved, to be sent again, or refused with a sentence. */
export function judged(status: number, body: unknown): { state: "saved" } | { state: "waiting" } | { state: "refused"; why: string } {
  if (status >= 200 && status < 300) return { state: "saved" }
  // 0: sent elsewhere, as to the sign-in page; 429 and 5xx pass
  if (status === 0 || status === 401 || status === 429 || status >= 500) return { state: "waiting" }
  return { state: "refused", why: sentenceIn(body) }
}

function sentenceIn(body: unknown): string {
  const errors = typeof body === "object" && body !== null && "result" in body ? (body.result as { error?: Record<string, string[] | null> | null } | null)?.error : null
  return Object.values(errors ?? {}).flat().find((one) => typeof one === "string") ?? "This note was not saved. Change it and send it again."
}

/** "Not saved yet: 2 notes wait for the connection." */
export function queueSentence(queue: readonly Queued[]): string {
  const refused = queue.filter(({ state }) => state === "refused").length
  if (queue.length === 0) return ""
  if (refused === queue.length) return `Not saved: ${refused} ${refused === 1 ? "note needs" : "notes need"} a change.`
  const waiting = queue.length - refused
  return `Not saved yet: ${waiting} ${waiting === 1 ? "note waits" : "notes wait"} for the connection.`
}
