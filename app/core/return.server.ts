// Where a person goes after a form was saved: back to the page it was on, with a word on what was done.
import { redirect } from "@remix-run/node"
import { safeRedirect } from "./safe-redirect"

/**
 * The page the form was posted from (same site only), else the fallback. An old notice in its address is dropped, and the form that stood open.
 * A form sent again after a refusal says in `back` where it was at first.
 */
export function postedFrom(request: Request, fallback: string): string {
  const { host, searchParams } = new URL(request.url)
  const back = searchParams.get("back")
  if (back) return safeRedirect(back, fallback)
  const referer = request.headers.get("Referer")
  if (!referer || !URL.canParse(referer)) return fallback
  const from = new URL(referer)
  if (from.host !== host) return fallback
  for (const name of ["done", "change"]) from.searchParams.delete(name)
  return safeRedirect(from.pathname + from.search, fallback)
}

/** Sends the person to a page that says what the operation did and offers to undo it. */
export function saved(path: string, operationId: string): Response {
  const [address = path, hash] = path.split("#", 2)
  return redirect(`${address}${address.includes("?") ? "&" : "?"}done=${operationId}${hash ? `#${hash}` : ""}`)
}
