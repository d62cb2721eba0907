// The content policy and the other security headers, word for word.
import { expect, test } from "vitest"
import { assetHeaders, contentPolicy, pageHeaders } from "~/core/headers"

test("the content policy", () => {
  expect(contentPolicy("N")).toBe(
    "default-src 'none'; script-src 'self' 'nonce-N' 'strict-dynamic'; style-src-elem 'self' 'nonce-N'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  )
})
test("a page over https", () => {
  expect(pageHeaders({ nonce: "N", https: true })).toEqual({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Content-Security-Policy": contentPolicy("N"),
    "Cache-Control": "no-store",
  })
})
test("HSTS is promised over https alone", () => {
  expect(pageHeaders({ nonce: "N", https: false })).not.toHaveProperty("Strict-Transport-Security")
})
test("files with a hash in their name are kept for ever, others for an hour", () => {
  expect(assetHeaders({ path: "/assets/root-abc.js", https: false })["Cache-Control"]).toBe("public, max-age=31536000, immutable")
  expect(assetHeaders({ path: "/favicon.svg", https: false })["Cache-Control"]).toBe("public, max-age=3600")
})
