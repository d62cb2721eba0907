/** Owns drawing a link by hand: a line from one card to another that ends in the same form as every other link. */

export interface DrawnLink {
  from: string
  to: string
}

/** Starts a line at a card's plug; calls `onDrawn` when it ends on another card. Gives a function that stops listening. */
export function drawLinks(root: HTMLElement, line: SVGLineElement, onDrawn: (link: DrawnLink) => void): () => void {
  let from: string | null = null
  const onDown = (event: PointerEvent) => {
    const plug = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-plug]") : null
    if (plug === null || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const box = plug.getBoundingClientRect()
    from = plug.dataset.plug ?? null
    place(line, "1", box.left + box.width / 2, box.top + box.height / 2)
    place(line, "2", event.clientX, event.clientY)
    root.classList.add("drawing")
  }
  const onMove = (event: PointerEvent) => {
    if (from !== null) place(line, "2", event.clientX, event.clientY)
  }
  const onUp = (event: PointerEvent) => {
    if (from === null) return
    const start = from
    stop()
    const card = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-card]")
    const to = card?.dataset.card
    if (to !== undefined && to !== start) onDrawn({ from: start, to })
  }
  const stop = () => {
    from = null
    root.classList.remove("drawing")
  }
  // The plug lies on a link: letting go there must not follow it.
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-plug]")) event.preventDefault()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && from !== null) stop()
  }
  root.addEventListener("pointerdown", onDown, true)
  root.addEventListener("click", onClick, true)
  document.addEventListener("pointermove", onMove)
  document.addEventListener("pointerup", onUp)
  document.addEventListener("keydown", onKey)
  return () => {
    root.removeEventListener("pointerdown", onDown, true)
    root.removeEventListener("click", onClick, true)
    document.removeEventListener("pointermove", onMove)
    document.removeEventListener("pointerup", onUp)
    document.removeEventListener("keydown", onKey)
  }
}

function place(line: SVGLineElement, end: "1" | "2", x: number, y: number): void {
  line.setAttribute(`x${end}`, String(x))
  line.setAttribute(`y${end}`, String(y))
}
