// The encoding of a text file: UTF-8, UTF-16 or Windows-1252, and the places where two of them are mixed.
import type { FileChoices } from "./brought"
import { wideOrder } from "./file-kind"

export type Encoding = NonNullable<FileChoices["encoding"]>
export const encodingWords: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252",
}

export interface DecodedText {
  text: string
  encoding: Encoding
  /** set when some cells are in another encoding than the file: finds them */
  isOdd: ((cell: string) => boolean) | null
}

/** Two to four bytes that are one character in UTF-8, as Windows-1252 shows them: "Ã©", "â‚¬". */
const shownTwice = /[\u00c2-\u00df\u0192][\u0080-\u00bf\u0152-\u2122]|\u00e2[\u0080-\u00bf\u0152-\u2122]{2}/
const lost = "\ufffd"

/** Gives the text of the bytes in the encoding chosen, else in the one that they are most likely in. */
export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
  if (chosen) return { text: new TextDecoder(chosen).decode(bytes), encoding: chosen, isOdd: null }
  const wide = wideOrder(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, isOdd: null }
  const { wrong, whole } = countUtf8(bytes)
  if (wrong === 0) return { text: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8", isOdd: null }
  const encoding = whole > wrong ? "utf-8" : "windows-1252"
  const text = new TextDecoder(encoding).decode(bytes)
  if (whole === 0) return { text, encoding, isOdd: null }
  return { text, encoding, isOdd: encoding === "utf-8" ? (cell) => cell.includes(lost) : (cell) => shownTwice.test(cell) }
}

/** How many bytes above ASCII belong to whole UTF-8 characters, counted by character, and how many to none. */
function countUtf8(bytes: Uint8Array): { whole: number; wrong: number } {
  let whole = 0
  let wrong = 0
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0
    if (first < 0x80) continue
    const more = first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0
    let fits = more > 0
    for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) fits = false
    if (fits) {
      whole++
      at += more
    } else wrong++
  }
  return { whole, wrong }
}
