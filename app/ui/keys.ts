/** Owns the person's choice about single-key shortcuts and the question whether somebody is typing. */

const OFF = "single-keys-off"

/** Tells whether C, E, X and ? act alone; people who speak to their computer turn them off. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(OFF) === null
}

/** Keeps the choice on this device. */
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, "1")
}

/** Tells whether a key goes into a field, so that no shortcut may take it. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)
}
