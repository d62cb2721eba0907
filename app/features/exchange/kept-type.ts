// How much of a file has no word of ours, by the type that the file gives it.

/** How many elements or relationships of one type were kept. */
export interface KeptType {
  part: "element" | "relationship"
  type: string
  count: number
}
