// Where the app would listen is tried before anything is made: a taken port and a HOST of nobody are told at once.

import { createServer, type AddressInfo } from "node:net"
import { expect, it } from "vitest"
import { tryListening } from "~/core/listening.server"
import { sentencesOf } from "~/core/start-failure.server"

const told = (host: string, port: number) => tryListening({ host, port }).then(() => [], sentencesOf)

it("says nothing of a free port, and leaves it free", async () => {
  expect(await told("127.0.0.1", 0)).toEqual([])
  const port = await held(async (at) => at)
  expect([await told("127.0.0.1", port), await told("127.0.0.1", port)]).toEqual([[], []])
})

it("says that a port is taken", async () => {
  await held(async (port) => expect(await told("127.0.0.1", port)).toEqual([`Port ${port} is taken by another program. Choose another one with PORT.`]))
})

it.each(["nope.invalid", "203.0.113.7"])("says that HOST %s is not of this machine", async (host) => {
  const sentences = await told(host, 0)
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toContain(`HOST is "${host}"`)
})

/** Holds a port while `during` runs. */
async function held<T>(during: (port: number) => Promise<T>): Promise<T> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  try {
    return await during((server.address() as AddressInfo).port)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}
