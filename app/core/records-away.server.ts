// Tells a database that cannot be reached right now from a defect of ours.

const awayCodes = new Set([
  "ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN",
  // administrator or crash shutdown, starting up, too many connections, statement or lock took too long, read only
  "57P01", "57P02", "57P03", "53300", "57014", "55P03", "25006", "53100",
  // others were in the way three times over (command() tries again by itself)
  "40001", "40P01",
])
const awayMessages = /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|not queryable/i

export const recordsAwaySentence = "We can't reach our records right now."

/** Whether the failure means that the database is away, full, overloaded or starting, so that trying again may help. */
export function isRecordsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ("code" in error && typeof error.code === "string" && isAwayCode(error.code, error)) return true
  if (awayMessages.test(error.message)) return true
  if (error instanceof AggregateError) return error.errors.some(isRecordsAway)
  return isRecordsAway(error.cause)
}

// ENOENT also means a missing file; only a missing socket is the database.
function isAwayCode(code: string, error: Error): boolean {
  if (code === "ENOENT") return "syscall" in error && error.syscall === "connect"
  return awayCodes.has(code) || code.startsWith("08")
}
