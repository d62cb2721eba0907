/** Owns parts of a page that are the same for many people: the server draws such a part once and puts the text into each page. */
import { createContext, useContext, type ReactElement } from "react"

/** Gives the operation id of a form of the page by the form's name: another at every rendering. */
export type FormIds = (form: string) => string

/** Gives what stands in the page for the part of that object and key; `draw` makes it when it is not known, and `ids` are those of this page. */
export type DrawPart = (of: object, by: string, draw: (ids: FormIds) => ReactElement, ids: FormIds | null) => ReactElement

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
  return part === null ? draw() : part(of, by, draw, null)
}

export interface FormsDrawnOnceProps extends Omit<DrawnOnceProps, "draw"> {
  ids: FormIds
  /** Draws elements with forms in them, whose operation ids it asks for by the forms' names: letters, digits, spaces, "/" and "-". */
  draw: (ids: FormIds) => ReactElement
}

/** Draws a part with forms, on the server once for each object and key, and puts the page's own operation ids into it. */
export function FormsDrawnOnce({ of, by, draw, ids }: FormsDrawnOnceProps) {
  const part = useContext(DrawPartContext)
  return part === null ? draw(ids) : part(of, by, draw, ids)
}
