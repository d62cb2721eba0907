// Telling one process from another that later got its number: number and start time together.

import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

export interface ProcessIdentity {
  pid: number
  /** When it started, in whatever words this system uses; only ever compared. */
  startedAt: string
}

/** This process, as another one can find it. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? "unknown" }
}

/** Whether exactly that process still runs: same number, same start. */
export function stillRuns(one: ProcessIdentity): boolean {
  try {
    process.kill(one.pid, 0)
  } catch (error) {
    // A process of somebody else cannot be signalled, and yet it runs.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false
  }
  const started = startOf(one.pid)
  return started !== null && started === one.startedAt
}

/** The start of a process, or null when there is none (one that ended and waits for its parent counts as none). */
export function startOf(pid: number): string | null {
  return process.platform === "linux" ? startOnLinux(pid) : startElsewhere(pid)
}

function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The second field is the program's name in brackets and may hold blanks: count from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    if (fields[0] === "Z" || fields[0] === "X") return null
    // Ticks count from the boot, so the boot belongs to the answer.
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    return `${boot} ${fields[19] ?? ""}`
  } catch {
    return null
  }
}

function startElsewhere(pid: number): string | null {
  try {
    const said = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    })
    return said.trim() || null
  } catch {
    return process.platform === "win32" ? "unknown" : null
  }
}
