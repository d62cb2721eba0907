/** Owns the document: language, theme, styles, scripts with their nonce, and the page shown when something went wrong. */
import "~/ui/styles.css"
import type { LoaderFunctionArgs } from "@remix-run/node"
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useLocation, useNavigate, useNavigation, useRevalidator, useRouteError, useRouteLoaderData, useSubmit } from "@remix-run/react"
import { useEffect, type ReactNode } from "react"
import { installBehaviours, settle } from "~/ui/behaviours"
import { loadShell } from "~/shell.server"
import type { RefusalPage } from "~/core/errors"
import { newId as newOperationBase } from "~/core/ids"
import { ErrorPage } from "~/ui/error-page"
import { useNonce } from "~/ui/nonce"
import { Notice } from "~/ui/notice"
import { Shell } from "~/ui/shell"
import { ShapeDrawings } from "~/ui/status"
import { SAVED_EVENT } from "~/ui/table-edit"
import { themeFromCookie } from "~/ui/theme"

export async function loader(args: LoaderFunctionArgs) {
  return {
    theme: themeFromCookie(args.request.headers.get("Cookie")),
    requestId: args.context.requestId,
    operationBase: newOperationBase(),
    shell: await loadShell(args),
  }
}

export function meta() {
  return [{ title: "Throughline" }]
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const theme = useRouteLoaderData<typeof loader>("root")?.theme ?? "system"
  const presenting = new URLSearchParams(useLocation().search).has("present")
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} className={presenting ? "presenting" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <Meta />
        <Links />
      </head>
      <body>
        <ShapeDrawings />
        {children}
        <Behaviours />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { shell, theme } = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  if (!shell) return <Outlet />
  const here = withoutParam(pathname, search, "done")
  const presenting = new URLSearchParams(search).has("present")
  return (
    <Shell
      account={shell.account}
      theme={theme}
      newItems={shell.newItems}
      searchUrl="/search/results"
      searchPage="/search"
      path={here}
      counts={shell.counts}
      sample={shell.sample}
      leavePresentingHref={presenting ? withoutParam(pathname, search, "present") : undefined}
    >
      {shell.notice ? (
        <Notice tone="success" undoAction={shell.notice.undoAction ?? undefined} operationId={shell.notice.undoId} dismissHref={here}>
          {shell.notice.sentence}
        </Notice>
      ) : null}
      <Outlet />
    </Shell>
  )
}

/** The address without one of its parameters. */
function withoutParam(pathname: string, search: string, name: string): string {
  const params = new URLSearchParams(search)
  params.delete(name)
  const rest = params.toString()
  return rest ? `${pathname}?${rest}` : pathname
}

export function ErrorBoundary() {
  const error = useRouteError()
  const reference = useRouteLoaderData<typeof loader>("root")?.requestId
  const answer = isRouteErrorResponse(error) ? { status: error.status, ...plainWords(error.data) } : { status: 500 }
  return <ErrorPage {...answer} reference={reference} />
}

/** What a loader said to the person; the router's own words about routes are not for people. */
function plainWords(data: unknown): Partial<RefusalPage> {
  if (typeof data === "string") return data.startsWith("Error: ") ? {} : { sentence: data }
  return typeof data === "object" && data !== null && "way" in data ? (data as RefusalPage) : {}
}

/** Gives plain links and forms the router's speed and shows a thin line while an answer is on its way. */
function Behaviours() {
  const navigate = useNavigate()
  const submit = useSubmit()
  const { state } = useNavigation()
  const { revalidate } = useRevalidator()
  useEffect(
    () => installBehaviours({ navigate, submit: (form, submitter) => submit(submitter instanceof HTMLButtonElement ? submitter : form, { action: postsTo(form, submitter), preventScrollReset: true }) }),
    [navigate, submit],
  )
  useEffect(() => {
    document.addEventListener(SAVED_EVENT, revalidate)
    return () => document.removeEventListener(SAVED_EVENT, revalidate)
  }, [revalidate])
  useEffect(() => {
    if (state === "idle") settle()
  }, [state])
  return state === "idle" ? null : <div className="busy-line" role="progressbar" aria-label="Loading" />
}

/** Where a form posts: its button's address, its own, else the page it is on, as without scripts. */
function postsTo(form: HTMLFormElement, submitter: HTMLElement | null): string {
  return submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.pathname + location.search
}
