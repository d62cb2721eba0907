// Passwords: how they are stored, checked, and which are refused.
import * as argon2 from "@node-rs/argon2"
import { commonPasswords } from "./common-passwords.server"

/** argon2id; memory in KiB. Hashes made with less are made again at the next sign-in. */
export const argonSettings = { memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 } as const

export const passwordLength = { least: 15, most: 256 } as const

/** What does the computing; tests hand in one that counts. */
export interface HashEngine {
  hash(password: string, settings: typeof argonSettings): Promise<string>
  verify(stored: string, password: string): Promise<boolean>
}

const argon: HashEngine = {
  hash: (password, settings) => argon2.hash(password, settings),
  verify: (stored, password) => argon2.verify(stored, password),
}

/** The hash to store. */
export function hashPassword(password: string, engine: HashEngine = argon): Promise<string> {
  return inTurn(() => engine.hash(normal(password), argonSettings))
}

/**
 * Whether the password fits. `stored` is null for an unknown, disabled or password-less account: the same work is done then, so
 * that time does not tell. `rehashed` holds a new hash to store when the old one was made with weaker settings.
 */
export async function checkPassword(
  stored: string | null,
  password: string,
  engine: HashEngine = argon,
): Promise<{ fits: boolean; rehashed: string | null }> {
  const given = normal(password.slice(0, 4 * passwordLength.most))
  const against = stored ?? (await nobodysHash(engine))
  const matches = await inTurn(() => engine.verify(against, given))
  if (stored === null || !matches) return { fits: false, rehashed: null }
  return { fits: true, rehashed: isWeak(stored) ? await hashPassword(given, engine) : null }
}

/** Why a new password is refused, as a sentence, or null when it is fine. `context` are names an attacker would try: company, person, e-mail. */
export function passwordRefusal(password: string, context: readonly string[] = []): string | null {
  const given = normal(password)
  const length = [...given].length
  if (length < passwordLength.least) return `Use at least ${passwordLength.least} characters. A short sentence works well.`
  if (length > passwordLength.most) return `Use at most ${passwordLength.most} characters.`
  const folded = plain(given)
  if (isRepeated(folded) || isRow(folded)) return "This is a pattern that is guessed quickly. A few unrelated words are better."
  if (isCommon(folded)) return "This is made of passwords that many people use. A few unrelated words are better."
  if (leftWithout(folded, [...context, "throughline"]) < 8) return "This is mostly the name of the company, the product or yourself. A few unrelated words are better."
  return null
}

// Two at a time: each takes 64 MB and a thread of the pool that other work needs too.
const waiting: (() => void)[] = []
let running = 0
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

let nobody: Promise<string> | undefined
function nobodysHash(engine: HashEngine): Promise<string> {
  return (nobody ??= hashPassword("nobody has this password", engine))
}

function isWeak(stored: string): boolean {
  const made = argon2.parseOptions(stored)
  const { memoryCost, timeCost, parallelism } = argonSettings
  // 2 is argon2id; the enum itself is erased when files are compiled one by one
  return Number(made.algorithm) !== 2 || made.memoryCost < memoryCost || made.timeCost < timeCost || made.parallelism < parallelism
}

function normal(password: string): string {
  return password.normalize("NFKC")
}

const stand: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" }
function plain(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "")
}

function unmasked(folded: string): string {
  return folded.replace(/[013457@$!]/g, (sign) => stand[sign] ?? sign)
}

function isRepeated(folded: string): boolean {
  return [...Array(8).keys()].some((index) => {
    const unit = folded.slice(0, index + 1)
    return unit.repeat(Math.ceil(folded.length / unit.length)).startsWith(folded)
  })
}

const rows = ["0123456789".repeat(30), "abcdefghijklmnopqrstuvwxyz".repeat(10), "qwertyuiopasdfghjklzxcvbnm".repeat(10), "1qaz2wsx3edc4rfv5tgb6yhn7ujm"]
const allRows = [...rows, ...rows.map((row) => [...row].reverse().join(""))]
function isRow(folded: string): boolean {
  return allRows.some((row) => row.includes(folded))
}

// What is left between leading and trailing digits and signs is one common password, or two in a row.
function isCommon(folded: string): boolean {
  const bare = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
  return [folded, bare, unmasked(bare), unmasked(folded)].some((text) => text.length > 0 && isOneOrTwo(text))
}

function isOneOrTwo(text: string): boolean {
  if (commonPasswords().has(text)) return true
  for (let cut = 4; cut <= text.length - 4; cut++) {
    if (commonPasswords().has(text.slice(0, cut)) && commonPasswords().has(text.slice(cut))) return true
  }
  return false
}

function leftWithout(folded: string, context: readonly string[]): number {
  const words = context.flatMap((name) => plain(name).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4)
  const letters = words
    .flatMap((word) => [word, unmasked(word)])
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), unmasked(folded).replace(/[^\p{L}]+/gu, ""))
  return words.some((word) => unmasked(folded).includes(word)) ? letters.length : folded.length
}
