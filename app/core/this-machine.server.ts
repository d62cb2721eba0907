// What only the machine itself may do or see: whether others can reach the app, and words for whoever sits at its terminal.
import { stdout } from "node:process"
import { isLoopbackHost } from "./env.server"

/** Whether only this machine can reach the app: it listens on a loopback address and nobody types another one. */
export function onlyThisMachine(origin: string): boolean {
  return isLoopbackHost(process.env.HOST?.trim() || "127.0.0.1") && isLoopbackHost(new URL(origin).hostname)
}

/** Prints sentences on the terminal the app was started from, set off from its log; what they say is shown nowhere else. */
export function tellTerminal(sentences: readonly string[]): void {
  stdout.write(`\n${sentences.map((sentence) => `  ${sentence}`).join("\n")}\n\n`)
}
