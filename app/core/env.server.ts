// The settings: read from the environment and `.env`, each checked before anything starts, each refusal one sentence.

import { existsSync, readFileSync } from "node:fs"
import { BlockList, isIP, isIPv4 } from "node:net"
import { resolve } from "node:path"
import { parseEnv } from "node:util"

/** Names and what was said for them. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface Settings {
  port: number
  host: string
  dataDir: string
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null
  /** What people type before the first slash; null while the port is still to be given by the system (PORT=0). */
  origin: string | null
  insecureHttp: boolean
  /** Addresses or networks whose forwarded headers count; empty: nobody's. */
  trustedProxies: string[]
  /** Whether only this machine can reach the app. */
  isLoopback: boolean
  /** Null: no mail is sent, and none is queued. */
  mail: MailSettings | null
}

export interface MailSettings {
  /** smtp:// or smtps://, perhaps with a name and a password */
  url: string
  from: string
}

/** Settings that cannot be used: one sentence for each. */
export class SettingsError extends Error {
  readonly sentences: string[]
  constructor(sentences: string[]) {
    super(sentences.join("\n"))
    this.name = "SettingsError"
    this.sentences = sentences
  }
}

/** What the environment says, completed by `.env` of the given folder; the environment wins. */
export function readEnvironment(folder: string, environment: Environment = process.env): Environment {
  const file = resolve(folder, ".env")
  if (!existsSync(file)) return environment
  return { ...parseEnv(readFileSync(file, "utf8")), ...environment }
}

/** The checked settings; refuses with every sentence at once, so that they are put right in one go. */
export function readSettings(environment: Environment, folder: string = process.cwd()): Settings {
  const wrong: string[] = []
  function check<T>(read: () => T, otherwise: T): T {
    try {
      return read()
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error))
      return otherwise
    }
  }
  const port = check(() => readPort(environment.PORT), 3000)
  const host = check(() => readHost(environment.HOST), "127.0.0.1")
  const insecureHttp = check(() => readSwitch("INSECURE_HTTP", environment.INSECURE_HTTP), false)
  const settings: Settings = {
    port,
    host,
    insecureHttp,
    dataDir: resolve(folder, environment.DATA_DIR?.trim() || "data"),
    databaseUrl: check(() => readDatabaseUrl(environment.DATABASE_URL), null),
    origin: check(() => readOrigin(environment.ORIGIN, { host, port, insecureHttp }), null),
    trustedProxies: check(() => readProxies(environment.TRUSTED_PROXIES), []),
    isLoopback: isLoopbackHost(host),
    mail: check(() => readMail(environment), null),
  }
  if (wrong.length > 0) throw new SettingsError(wrong)
  return settings
}

/** Whether a host name or address means this machine alone. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase()
  return bare === "localhost" || bare.endsWith(".localhost") || bare === "::1" || (isIPv4(bare) && bare.startsWith("127."))
}

/** The address people type when the app listens there without an ORIGIN of its own. */
export function originOf(host: string, port: number): string {
  return new URL(`http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`).origin
}

function readPort(said: string | undefined): number {
  const text = said?.trim() || "3000"
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new Error(`PORT is "${text}". It must be a whole number from 0 to 65535; 0 takes any free port.`)
}

function readHost(said: string | undefined): string {
  const host = said?.trim() || "127.0.0.1"
  if (isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) return host
  throw new Error(`HOST is "${host}". It must be an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0.`)
}

function readSwitch(name: string, said: string | undefined): boolean {
  const text = said?.trim() ?? ""
  if (text === "" || text === "0") return false
  if (text === "1") return true
  throw new Error(`${name} is "${text}". It may be 1, 0 or empty.`)
}

function readDatabaseUrl(said: string | undefined): string | null {
  const text = said?.trim() ?? ""
  if (text === "") return null
  // The URL may hold a password, so no sentence repeats it.
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new Error("DATABASE_URL must look like postgres://name:password@host:5432/database, or be empty for the embedded database.")
  }
  if (new URL(text).pathname.length < 2) throw new Error("DATABASE_URL names no database: end it with a slash and the name.")
  return text
}

function readOrigin(
  said: string | undefined,
  { host, port, insecureHttp }: { host: string; port: number; insecureHttp: boolean },
): string | null {
  const text = said?.trim() ?? ""
  if (text === "") {
    if (isLoopbackHost(host)) return port === 0 ? null : originOf(host, port)
    throw new Error(`HOST is "${host}", which others can reach, so ORIGIN is needed: the address people type, such as https://planner.example.org.`)
  }
  if (!URL.canParse(text)) throw new Error(`ORIGIN is "${text}". It must be an address such as https://planner.example.org.`)
  const url = new URL(text)
  const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === ""
  if (!/^https?:$/.test(url.protocol) || !bare) {
    throw new Error("ORIGIN must be http:// or https:// with a host and perhaps a port, and nothing after it.")
  }
  if (url.protocol === "http:" && !isLoopbackHost(url.hostname) && !insecureHttp) {
    throw new Error(`ORIGIN is ${url.origin}: over http others on the way can read passwords. Use https, or set INSECURE_HTTP=1 to accept that.`)
  }
  return url.origin
}

function readProxies(said: string | undefined): string[] {
  const entries = (said ?? "").split(",").map((entry) => entry.trim()).filter(Boolean)
  const list = new BlockList()
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/")
    const family = isIP(address)
    try {
      if (family === 0) throw new Error("no address")
      if (bits !== undefined) list.addSubnet(address, /^\d+$/.test(bits) ? Number(bits) : -1, family === 6 ? "ipv6" : "ipv4")
    } catch {
      throw new Error(`TRUSTED_PROXIES holds "${entry}". Each entry must be an address or a network, such as 10.0.0.5 or 10.0.0.0/8.`)
    }
  }
  return entries
}

/** The mail server and who writes; null where neither is said. Refused when one is missing or wrong; no sentence repeats the address of the server, which may hold a password. */
export function readMail({ SMTP_URL, MAIL_FROM }: Environment): MailSettings | null {
  const [url, from] = [SMTP_URL?.trim() ?? "", MAIL_FROM?.trim() ?? ""]
  if (url === "" && from === "") return null
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === "")
    throw new Error("SMTP_URL must look like smtp://name:password@mail.example.org:587 or smtps://…, or be empty together with MAIL_FROM.")
  if (!/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(from)) throw new Error(`MAIL_FROM is "${from}". It must be one address, such as planner@example.org.`)
  return { url, from }
}
