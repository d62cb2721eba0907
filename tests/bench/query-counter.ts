// A relay between a server and its database that counts what is asked: how many statements a page needs, whoever sends them.

import { connect, createServer, type Socket } from "node:net"

export interface Counter {
  /** the database's address through the relay */
  url: string
  /** Statements executed since the last time it was asked. */
  taken: () => number
  stop: () => Promise<void>
}

const encrypts = 80_877_103
/** Execute and Query of the protocol: one each for every statement that runs. */
const runs = new Set(["E".charCodeAt(0), "Q".charCodeAt(0)])

/** Starts the relay in front of the database at `url`. */
export async function startCounter(url: string): Promise<Counter> {
  const behind = new URL(url)
  const before = new URL(url)
  let count = 0
  const open = new Set<Socket>()
  const relay = createServer((app) => {
    const database = connect(Number(behind.port), behind.hostname)
    for (const socket of [app, database]) {
      open.add(socket)
      socket.once("close", () => open.delete(socket))
      socket.on("error", () => [app, database].forEach((each) => each.destroy()))
    }
    const heard = listening(() => (count += 1))
    app.on("data", (bytes: Buffer) => {
      heard(bytes)
      database.write(bytes)
    })
    database.on("data", (bytes: Buffer) => app.write(bytes))
    app.once("end", () => database.end())
    database.once("end", () => app.end())
  })
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve))
  const place = relay.address()
  before.port = String(typeof place === "object" && place !== null ? place.port : 0)
  return {
    url: before.href,
    taken() {
      const taken = count
      count = 0
      return taken
    },
    stop: () => new Promise((resolve) => {
      for (const socket of open) socket.destroy()
      relay.close(() => resolve())
    }),
  }
}

/** Reads the messages of one connection: the first have no letter before their length. */
function listening(onStatement: () => void): (bytes: Buffer) => void {
  let kept = Buffer.alloc(0)
  let begun = false
  return (bytes) => {
    kept = Buffer.concat([kept, bytes])
    for (;;) {
      const head = begun ? 1 : 0
      if (kept.length < head + 4) return
      const length = head + kept.readUInt32BE(head)
      if (kept.length < length) return
      if (begun && runs.has(kept[0] ?? 0)) onStatement()
      if (!begun && kept.readUInt32BE(4) !== encrypts) begun = true
      kept = kept.subarray(length)
    }
  }
}
