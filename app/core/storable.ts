// JSON as the database takes it.

/** JSON without the NUL and the half characters that the database cannot hold in text; these become a replacement mark. */
export function storable(value: unknown): string {
  return JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, "$1\ufffd")
}
