/** Owns what scripts add to plain pages everywhere, with one listener for each kind of event: quick links, forms, menus, dialogs, keys. */
import { makeRoom } from "~/ui/how-room"
import { singleKeysOn, typing } from "~/ui/keys"

export interface Navigation {
  navigate: (href: string, options: { preventScrollReset: boolean }) => void
  submit: (form: HTMLFormElement, submitter: HTMLElement | null) => void
}

const GO_EVENT = "throughline:go"
const GUARD_IN_MS = 15_000

/** Goes to an address of this site as a click on a link would. */
export function goTo(href: string): void {
  document.dispatchEvent(new CustomEvent<string>(GO_EVENT, { detail: href }))
}

/** Installs the listeners; gives a function that takes them away. Everything works without them, only slower. */
export function installBehaviours(navigation: Navigation): () => void {
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    closeMenus(target)
    if (target instanceof HTMLDialogElement && outside(target, event)) target.close()
    const link = target?.closest("a")
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if (opensDialog(link) || closesDialog(link) || takesOver(link, navigation)) event.preventDefault()
  }
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method === "dialog") return
    if (form.hasAttribute("data-submitting")) return event.preventDefault()
    if (form.method === "post") guard(form)
    if (event.defaultPrevented || form.hasAttribute("data-document") || new URL(form.action, location.href).origin !== location.origin) return
    event.preventDefault()
    navigation.submit(form, event.submitter)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === "Escape" && escapeMenu()) event.preventDefault()
    if (typing(event.target) || !singleKeysOn() || document.querySelector("dialog[open]")) return
    if ((event.key === "?" && showDialog("keys")) || (event.key.toLowerCase() === "c" && makeNew())) event.preventDefault()
  }
  const onGo = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === "string") navigation.navigate(event.detail, { preventScrollReset: false })
  }
  const onToggle = (event: Event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.hasAttribute("data-how")) makeRoom()
  }
  document.addEventListener("click", onClick)
  document.addEventListener("submit", onSubmit)
  document.addEventListener("keydown", onKey)
  document.addEventListener(GO_EVENT, onGo)
  // Toggle events do not bubble.
  document.addEventListener("toggle", onToggle, true)
  window.addEventListener("resize", makeRoom)
  window.addEventListener("pageshow", settle)
  return () => {
    document.removeEventListener("click", onClick)
    document.removeEventListener("submit", onSubmit)
    document.removeEventListener("keydown", onKey)
    document.removeEventListener(GO_EVENT, onGo)
    document.removeEventListener("toggle", onToggle, true)
    window.removeEventListener("resize", makeRoom)
    window.removeEventListener("pageshow", settle)
  }
}

/** Puts the page at rest after an answer: forms may be sent again, menus close, and dialogs whose form was accepted close too. */
export function settle(): void {
  for (const form of document.querySelectorAll("form[data-submitting]")) {
    form.removeAttribute("data-submitting")
    const dialog = form.closest("dialog")
    if (dialog?.open && !dialog.querySelector("[data-form-errors]")) dialog.close()
  }
  closeMenus(null, ":not([data-stay])")
  makeRoom()
}

/** A second click on a button that already works does nothing; the server would refuse the repetition as well. */
function guard(form: HTMLFormElement): void {
  setTimeout(() => form.setAttribute("data-submitting", ""), 0)
  setTimeout(() => form.removeAttribute("data-submitting"), GUARD_IN_MS)
}

function takesOver(link: HTMLAnchorElement, navigation: Navigation): boolean {
  const here = new URL(location.href)
  const there = new URL(link.href, here)
  const plain = link.hasAttribute("download") || link.hasAttribute("data-document") || (link.target !== "" && link.target !== "_self")
  const sameplace = there.pathname === here.pathname && there.search === here.search
  if (plain || there.origin !== here.origin || (sameplace && there.hash !== "")) return false
  for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close()
  navigation.navigate(there.pathname + there.search + there.hash, { preventScrollReset: there.pathname === here.pathname })
  return true
}

function opensDialog(link: HTMLAnchorElement): boolean {
  const id = link.dataset.dialog
  return id !== undefined && showDialog(id)
}

function closesDialog(link: HTMLAnchorElement): boolean {
  const dialog = link.hasAttribute("data-close-dialog") ? link.closest("dialog") : null
  dialog?.close()
  return dialog !== null
}

function showDialog(id: string): boolean {
  const dialog = document.getElementById(id)
  if (!(dialog instanceof HTMLDialogElement)) return false
  closeMenus(null)
  if (!dialog.open) dialog.showModal()
  return true
}

/** A click on the dialog element itself but beyond its box is a click on the backdrop. */
function outside(dialog: HTMLDialogElement, { clientX, clientY }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect()
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom
}

/** A menu that the address holds open stays until somebody clicks elsewhere. */
function closeMenus(except: Element | null, which = ""): void {
  const kept = except?.closest("details[data-menu]")
  const chosen = except?.closest("a") !== null && except?.closest("a") !== undefined
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(`details[data-menu][open]${which}`)) if (menu !== kept || chosen) menu.open = false
}

function escapeMenu(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>("details[data-menu][open]")
  if (!menu) return false
  menu.open = false
  menu.querySelector<HTMLElement>("summary")?.focus()
  return true
}

/** `C` follows the page's own link for something new, else opens the menu of new things. */
function makeNew(): boolean {
  const own = document.querySelector<HTMLElement>("main [data-new]")
  if (own) {
    own.click()
    return true
  }
  const menu = document.querySelector<HTMLDetailsElement>('details[data-name="new"]')
  if (!menu) return false
  menu.open = true
  menu.querySelector<HTMLElement>("a")?.focus()
  return true
}
