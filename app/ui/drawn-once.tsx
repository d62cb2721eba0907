/** Owns parts of a page that are the same for many people: the server draws such a part once and puts the text into each page. */
import { createContext, useContext, type ReactElement } from "react"

/** Gives what stands in the page for the part of that object and key; `draw` makes it when it is not known. */
export type DrawPart = (of: object, by: string, draw: () => ReactElement) => ReactElement

/** Set by the server alone: the browser draws every part itself. */
export const DrawPartContext = createContext<DrawPart | null>(null)

export interface DrawnOnceProps {
  /** Stands for what the part shows; another object is drawn anew. */
  of: object
  /** Whatever else the part depends on, and which part of the object this is. */
  by: string
  /** Draws elements. They take nothing from the page around them, and what has a state of its own begins the same for everybody. */
  draw: () => ReactElement
}

/** Draws the part, on the server once for each object and key. */
export function DrawnOnce({ of, by, draw }: DrawnOnceProps) {
  const part = useContext(DrawPartContext)
  return part === null ? draw() : part(of, by, draw)
}
