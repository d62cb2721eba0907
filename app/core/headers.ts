// The security headers of every response and how long a browser may keep it.

const year = 31_536_000

/** The content policy for one response; `nonce` is that response's own. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    // React Aria and React Flow position with style attributes
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ")
}

/** Headers for a page or its data: never kept by a browser or a proxy. `https` says whether the configured origin is secure. */
export function pageHeaders(facts: { nonce: string; https: boolean }): Record<string, string> {
  return { ...everyResponse(facts.https), "Content-Security-Policy": contentPolicy(facts.nonce), "Cache-Control": "no-store" }
}

/** Headers for a static file: names under /assets/ carry a hash of their content and may be kept for ever. */
export function assetHeaders(facts: { path: string; https: boolean }): Record<string, string> {
  const kept = facts.path.startsWith("/assets/") ? `public, max-age=${year}, immutable` : "public, max-age=3600"
  return { ...everyResponse(facts.https), "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Cache-Control": kept }
}

function everyResponse(https: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    // not "no-referrer": browsers would then send "Origin: null" with plain forms, which Remix refuses
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(https ? { "Strict-Transport-Security": `max-age=${year}; includeSubDomains` } : {}),
  }
}
