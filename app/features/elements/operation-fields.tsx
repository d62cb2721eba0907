// The hidden fields of a form that writes: its own operation id, so that a double click or a retry saves once.
import { useRouteLoaderData } from "@remix-run/react"

/** `form` names the form on its page; the id is new at every rendering of the page by the server. */
export function OperationFields({ form, version }: { form: string; version?: number }) {
  return (
    <>
      <input type="hidden" name="operationId" value={useOperationId(form)} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
    </>
  )
}

/** The operation id of one form of the page. */
export function useOperationId(form: string): string {
  return useOperationIds()(form)
}

/** Gives the operation id of any form of the page by its name. */
export function useOperationIds(): (form: string) => string {
  const root = useRouteLoaderData("root") as { operationBase?: string } | undefined
  return (form) => operationIdFor(root?.operationBase ?? "00000000-0000-7000-8000-000000000000", form)
}

/** One UUID a form, from one a page: the form's name is folded into its last 48 bits (FNV-1a). */
export function operationIdFor(base: string, form: string): string {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (const letter of form) {
    low = Math.imul(low ^ letter.codePointAt(0)!, 0x01000193)
    high = Math.imul(high ^ low, 0x85ebca6b)
  }
  const tail = Number.parseInt(base.slice(-12, -8), 16) ^ (high & 0xffff)
  const end = (Number.parseInt(base.slice(-8), 16) ^ low) >>> 0
  return `${base.slice(0, -12)}${tail.toString(16).padStart(4, "0")}${end.toString(16).padStart(8, "0")}`
}
