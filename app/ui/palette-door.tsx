/** Owns the way to the palette: the search button and Ctrl or Cmd with K; the palette itself is fetched at first use. */
import Search from "lucide-react/icons/search"
import { useEffect, useState, type ComponentType, type MouseEvent } from "react"
import type { PaletteProps } from "~/ui/palette"

/** Draws a link to the search page that opens the palette where scripts run. */
export function PaletteDoor({ searchUrl, searchPage }: { searchUrl: string; searchPage: string }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  useEffect(() => {
    if (!open || Palette) return
    import("~/ui/palette").then(
      (loaded) => setPalette(() => loaded.Palette),
      () => location.assign(searchPage),
    )
  }, [open, Palette, searchPage])

  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <a className="search-open" href={searchPage} onClick={onClick} aria-label="Search or jump" aria-keyshortcuts="Control+K Meta+K">
        <Search size={18} aria-hidden="true" />
        <span>Search or jump…</span>
        <kbd>Ctrl K</kbd>
      </a>
      {open && Palette ? <Palette searchUrl={searchUrl} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
