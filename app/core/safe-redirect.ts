// Where a person may be sent after signing in: a path of this site and nowhere else.

const base = "http://this.site.invalid"

/** The path with its query if it lies on this site; otherwise `fallback`. Refuses other hosts, //, backslashes and control characters. */
export function safeRedirect(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || to.length > 2000) return fallback
  if (!to.startsWith("/") || to.includes("\\") || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(to)) return fallback
  const path = to.split(/[?#]/, 1)[0] ?? ""
  // also after dots are resolved ("/.//host"), also escaped, since somebody behind us may unescape once more
  if (path.includes("//") || /%(2f|5c|00|0a|0d|09)/i.test(path)) return fallback
  const url = parsed(to)
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return fallback
  return url.pathname + url.search + url.hash
}

function parsed(to: string): URL | null {
  try {
    return new URL(to, base)
  } catch {
    return null
  }
}
