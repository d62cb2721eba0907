// The log: one JSON line an event, in UTC, with nothing in it that must not leave the process.
import { stdout } from "node:process"

/** The events security looks for; each is logged under its own name. */
export type SecurityEvent =
  | "signed in"
  | "sign-in failed"
  | "signed out"
  | "password set"
  | "denied"
  | "roles changed"
  | "account disabled"
  | "account enabled"
  | "sample removed"
  | "backup taken"
  | "export taken"
  | "token made"
  | "token ended"
  | "token refused"
  | "calendar address made"
  | "calendar address ended"
  | "rate limited"
  | "request refused"

export type LogFields = Record<string, unknown>

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
  /** a security event: who (person id), from where, which request */
  security(event: SecurityEvent, fields?: LogFields): void
}

const secretName = /pass|cookie|authorization|token|secret|nonce|hash|email|session/i
const longest = 4000

/** A log that writes each line by `write`; tests hand in their own. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  function line(level: string, event: string, fields: LogFields = {}): void {
    write(`${JSON.stringify({ at: now().toISOString(), level, event: cleaned(event), ...(cleanedFields(fields, 0) as LogFields) })}\n`)
  }
  return {
    info: (event, fields) => line("info", event, fields),
    warn: (event, fields) => line("warn", event, fields),
    error: (event, fields) => line("error", event, fields),
    security: (event, fields) => line("security", event, fields),
  }
}

/** The process's own log, to standard output. */
export const log: Log = createLog((line) => stdout.write(line))

function cleanedFields(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleaned(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === "bigint") return String(value)
  if (value instanceof Error) return describedError(value, depth)
  if (typeof value !== "object" || value === null) return value
  if (depth >= 4) return "…"
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleanedFields(item, depth + 1))
  const kept: LogFields = {}
  for (const [name, item] of Object.entries(value)) {
    kept[name] = secretName.test(name) ? "(kept out)" : cleanedFields(item, depth + 1)
  }
  return kept
}

// Only these parts: the database's own "detail" quotes the row, and other properties may hold what a person typed.
function describedError(error: Error, depth: number): LogFields {
  return {
    name: error.name,
    message: cleaned(error.message),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: cleaned(error.stack ?? ""),
    ...(error.cause instanceof Error && depth < 4 ? { cause: describedError(error.cause, depth + 1) } : {}),
  }
}

// JSON escapes line breaks, so one event stays one line whatever a header or a name contains.
function cleaned(text: string): string {
  return text
    .slice(0, longest)
    .replace(/[^\s"'<>@:/]+@[^\s"'<>@:/]+\.[^\s"'<>@:/]+/g, "(address)")
    .replace(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, " ")
}
