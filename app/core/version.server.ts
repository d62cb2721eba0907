// Which version of the product this is.

import { readFileSync } from "node:fs"
import { join } from "node:path"

/** The version in the package.json of the given folder. */
export function versionOf(root: string): string {
  const described: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const version = typeof described === "object" && described !== null && "version" in described ? described.version : ""
  return String(version)
}
