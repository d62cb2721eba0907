/** Owns the room that open notes take in the margin: cards there move down, so that a note never lies over them. */

const SPACE_IN_PX = 16
/** A note rises this much, so that its figure stands beside its middle; never above the page's two columns. */
const RISE_IN_PX = 88

/** Moves the cards of every margin below the notes that are open beside them, and back when the notes close. */
export function makeRoom(): void {
  for (const page of document.querySelectorAll<HTMLElement>(".split")) {
    const margin = page.children[1]
    if (!(margin instanceof HTMLElement)) continue
    const cards = [...margin.children].filter((each) => each instanceof HTMLElement)
    for (const card of cards) card.style.marginBlockStart = ""
    const notes = [...page.querySelectorAll<HTMLElement>("details[data-how][open] > .how-note")].filter((note) => getComputedStyle(note).position === "absolute")
    for (const note of notes) {
      note.style.setProperty("--rise", "0px")
      const room = note.getBoundingClientRect().top - page.getBoundingClientRect().top
      note.style.setProperty("--rise", `${Math.max(0, Math.min(RISE_IN_PX, Math.floor(room)))}px`)
      clear(note, cards)
    }
  }
}

function clear(note: HTMLElement, cards: readonly HTMLElement[]): void {
  const box = note.getBoundingClientRect()
  const hit = cards.find((card) => {
    const place = card.getBoundingClientRect()
    return place.bottom > box.top - SPACE_IN_PX && place.top < box.bottom + SPACE_IN_PX
  })
  if (hit) hit.style.marginBlockStart = `${Math.ceil(box.bottom + SPACE_IN_PX - hit.getBoundingClientRect().top)}px`
}
