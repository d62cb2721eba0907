/** Owns unsaved text: it is kept in the tab's own storage while a form is open and put back after a crash or a refused save. */
import { useEffect, useRef, useState } from "react"

interface Draft {
  values: Record<string, string>
  /** Set when the form was sent; with no fault on the page afterwards it has been saved and is forgotten. */
  sent: boolean
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Keeps the text of the form it stands in. `draftKey` names record and version, so that an old draft never meets a newer
 * record. Passwords, files, hidden fields and boxes are never kept. `refusal` is the answer to a form that was not saved.
 */
export function KeepDraft({ draftKey, refusal }: { draftKey: string; refusal?: object | null | undefined }) {
  const marker = useRef<HTMLSpanElement>(null)
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    const form = marker.current?.closest("form")
    if (!form) return
    const storageKey = `draft:${draftKey}`
    const kept = read(storageKey)
    const refused = form.querySelector("[data-form-errors]") !== null
    if (kept?.sent && !refused) sessionStorage.removeItem(storageKey)
    else if (kept) setRestored(putBack(form, kept.values))

    const save = (sent: boolean) => sessionStorage.setItem(storageKey, JSON.stringify({ values: textOf(form), sent } satisfies Draft))
    const onInput = () => save(false)
    const onSubmit = () => save(true)
    form.addEventListener("input", onInput)
    form.addEventListener("submit", onSubmit)
    return () => {
      form.removeEventListener("input", onInput)
      form.removeEventListener("submit", onSubmit)
      if (!read(storageKey)?.sent) return
      // whoever is sent to sign in was signed out meanwhile: nothing was saved, and the text waits for them
      if (window.location.pathname === "/sign-in") save(false)
      else sessionStorage.removeItem(storageKey)
    }
  }, [draftKey])

  // What was refused is unsaved again, also for somebody who leaves the form and comes back to it.
  useEffect(() => {
    const kept = refusal ? read(`draft:${draftKey}`) : null
    if (kept?.sent) sessionStorage.setItem(`draft:${draftKey}`, JSON.stringify({ ...kept, sent: false } satisfies Draft))
  }, [draftKey, refusal])

  const discard = () => {
    sessionStorage.removeItem(`draft:${draftKey}`)
    marker.current?.closest("form")?.reset()
    setRestored(false)
  }
  return (
    <span ref={marker} hidden={!restored} className="small muted" role="status">
      What you typed before is back.{" "}
      <button type="button" className="link-btn" onClick={discard}>
        Start again from what is saved
      </button>
    </span>
  )
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((each): each is Control => {
    if (each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement) return each.name !== ""
    return each instanceof HTMLInputElement && each.name !== "" && !["password", "file", "hidden", "checkbox", "radio", "submit", "button"].includes(each.type)
  })
}

function textOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(controlsOf(form).map((control) => [control.name, control.value]))
}

function putBack(form: HTMLFormElement, values: Record<string, string>): boolean {
  let changed = false
  for (const control of controlsOf(form)) {
    const kept = values[control.name]
    if (kept === undefined || kept === control.value) continue
    control.value = kept
    changed = true
  }
  return changed
}

function read(storageKey: string): Draft | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "null")
    if (typeof found !== "object" || found === null || !("values" in found) || typeof found.values !== "object" || found.values === null) return null
    const values = Object.entries(found.values).filter((pair): pair is [string, string] => typeof pair[1] === "string")
    return { values: Object.fromEntries(values), sent: "sent" in found && found.sent === true }
  } catch {
    return null
  }
}
