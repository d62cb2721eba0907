// The built app for tests that need it, built once however many of them ask at the same time.

import { mkdirSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath, pathToFileURL } from "node:url"
import type { ServerBuild } from "@remix-run/node"

const root = fileURLToPath(new URL("../../", import.meta.url))
const turn = join(root, ".cache", "building")
const buildWithinMs = 300_000

/** Builds the app when its sources changed since the last build, and says where the server build lies. */
export async function builtApp(): Promise<string> {
  await takeTurn()
  try {
    const { ensureBuilt } = await import(pathToFileURL(join(root, "bin", "build.mjs")).href)
    await ensureBuilt(root)
  } finally {
    rmSync(turn, { recursive: true, force: true })
  }
  return join(root, "build", "server")
}

/** The server build itself: its routes, each with the loader and action that answer requests. */
export async function serverBuild(): Promise<ServerBuild> {
  return import(/* @vite-ignore */ pathToFileURL(join(await builtApp(), "index.js")).href)
}

/** One builder at a time; a turn that nobody gave back is taken after the time a build may need. */
async function takeTurn(): Promise<void> {
  mkdirSync(join(root, ".cache"), { recursive: true })
  for (;;) {
    try {
      return mkdirSync(turn)
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
      const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > buildWithinMs) rmSync(turn, { recursive: true, force: true })
      await wait(200)
    }
  }
}
