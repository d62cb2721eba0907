// Where the browser tests find a Chromium: the system's, else the one that comes in an npm package.

import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]

/** How Chromium runs without a GPU and without asking anything of the network; web security stays on. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--headless=shell",
]

/** The path of a Chromium that can be started; unpacks the package's into the temporary folder when there is no other. */
export async function browserPath(): Promise<string> {
  const found = installed.find((path) => existsSync(path))
  if (found !== undefined) return found
  // The package brings the shared libraries that a bare system lacks, and lays them out where it believes itself hosted.
  if (process.platform === "linux" && !hasSharedLibraries()) process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x"
  const { default: chromium } = await import("@sparticuz/chromium")
  return chromium.executablePath()
}

function hasSharedLibraries(): boolean {
  try {
    return execFileSync("/sbin/ldconfig", ["-p"], { encoding: "utf8" }).includes("libnss3.so")
  } catch {
    return false
  }
}
