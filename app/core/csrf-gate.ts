// The gate before everything: which requests may change something, judged by plain facts of the request.

export interface RequestFacts {
  method: string
  /** pathname as it arrived */
  path: string
  /** query with its leading "?", or "" */
  search: string
  secFetchSite: string | null
  origin: string | null
  authorization: string | null
  cookie: string | null
}

export type Refusal = "data query" | "another site" | "another origin" | "no origin"
export type Judgement = { allow: true } | { allow: false; reason: Refusal }

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * Whether a request may pass. `origin` is the configured one. A request that could change something must come from our own
 * pages; programs with a bearer token and no cookie may use /api/. Forwarded headers are never looked at.
 */
export function judge(facts: RequestFacts, origin: string): Judgement {
  // Remix runs the named route's action for this query without its own check; our pages never send it.
  if (new URLSearchParams(facts.search).has("_data")) return { allow: false, reason: "data query" }
  if (safeMethods.has(facts.method)) return { allow: true }
  if (isProgram(facts)) return { allow: true }
  if (facts.secFetchSite !== null) {
    return facts.secFetchSite === "same-origin" ? { allow: true } : { allow: false, reason: "another site" }
  }
  if (facts.origin === null) return { allow: false, reason: "no origin" }
  return facts.origin === origin ? { allow: true } : { allow: false, reason: "another origin" }
}

/** The facts of a web request. */
export function factsOf(request: Request): RequestFacts {
  const url = new URL(request.url)
  return {
    method: request.method,
    path: url.pathname,
    search: url.search,
    secFetchSite: request.headers.get("sec-fetch-site"),
    origin: request.headers.get("origin"),
    authorization: request.headers.get("authorization"),
    cookie: request.headers.get("cookie"),
  }
}

// A browser never adds a bearer token by itself, so such a request cannot be forged from another site.
function isProgram(facts: RequestFacts): boolean {
  return facts.path.startsWith("/api/") && /^Bearer \S+$/.test(facts.authorization ?? "") && facts.cookie === null
}
