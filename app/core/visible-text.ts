// What counts as text that a person can see, and the characters that show nothing and only deceive the eye.

/** Marks that turn the direction of what follows, and characters of no width: two names that look alike would differ by them. */
const unseen = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0001}]/gu
/** The two joiners shape letters of some scripts and put signs together; after anything else they only hide. */
const idleJoiners = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{M}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}])\p{L})[\u200c\u200d]|[\u200c\u200d](?=\s|$)/gu

/** The text without direction marks and characters of no width; what a script needs to be written rightly stays. */
export function visibleText(typed: string): string {
  return typed.replace(unseen, "").replace(idleJoiners, "")
}

/** The same for every text inside a value that is plain JSON. */
export function visibleInside<Value>(value: Value): Value {
  const written = JSON.stringify(value)
  if (visibleText(written) === written) return value
  return JSON.parse(written, (_key, part: unknown) => (typeof part === "string" ? visibleText(part) : part)) as Value
}

/** Whether anything of the text shows: spaces and characters that show nothing are as good as none. */
export function saysSomething(typed: string): boolean {
  return /[^\p{C}\p{Z}\u115f\u1160\u3164\uffa0\u2800]/u.test(typed)
}
