// Whether the app could listen where it is told to, found out before anything is made for it.
import { createServer } from "node:net"
import { SettingsError } from "./env.server"

const noSuchHost = new Set(["ENOTFOUND", "EAI_AGAIN", "EADDRNOTAVAIL", "EINVAL"])

/** Listens for a moment and lets go. A HOST that is not of this machine is refused in a sentence; a port that is taken or forbidden, as the system says it. */
export async function tryListening({ host, port }: { host: string; port: number }): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve))
  } catch (error) {
    if (!(error instanceof Error && "code" in error && noSuchHost.has(String(error.code)))) throw error
    throw new SettingsError([`HOST is "${host}", which is no address or name of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.`])
  } finally {
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}
