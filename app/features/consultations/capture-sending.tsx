// Sending notes from the browser: one after the other, again every three seconds while the connection is away, and kept over a reload.
import { useCallback, useEffect, useRef, useState } from "react"
import { judged, keptText, mayBeKept, readKept, type Note, type Queued } from "./capture-queue"

const againAfterMs = 3000

export interface Sending {
  queue: readonly Queued[]
  /** when the last note was saved, in milliseconds; null: none yet */
  savedAt: number | null
  send: (note: Note) => void
  again: () => void
  /** takes a note out of the queue, to change it */
  takeBack: (id: string) => Queued | undefined
}

/** The queue of one conversation's notes; `onSaved` asks the server for what stands now. `draft` gives what is being typed. */
export function useSending(code: string, onSaved: () => void, draft: () => { text: string; confidential: boolean }): Sending {
  const [queue, setQueue] = useState<readonly Queued[]>([])
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const now = useRef<readonly Queued[]>([])
  const busy = useRef(false)
  const key = `meeting ${code}`

  const keep = useCallback(() => {
    const { text, confidential } = draft()
    sessionStorage.setItem(key, keptText(now.current, text, !confidential))
  }, [draft, key])
  const put = useCallback((next: readonly Queued[]) => {
    now.current = next
    setQueue(next)
    keep()
  }, [keep])

  const sendAll = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      for (let note = waiting(now.current); note; note = waiting(now.current)) {
        const { id } = note
        const verdict = await deliver(code, note)
        if (verdict.state === "waiting") return
        if (verdict.state === "saved") {
          put(now.current.filter((one) => one.id !== id))
          setSavedAt(Date.now())
          onSaved()
        } else put(now.current.map((one) => (one.id === id ? { ...one, state: "refused", why: verdict.why } : one)))
      }
    } finally {
      busy.current = false
    }
  }, [code, onSaved, put])

  useEffect(() => {
    const kept = readKept(sessionStorage.getItem(key)).queue
    if (kept.length > 0) put([...kept.filter(({ id }) => !now.current.some((one) => one.id === id)), ...now.current])
    void sendAll()
    const timer = setInterval(() => void sendAll(), againAfterMs)
    const online = () => void sendAll()
    const leaving = (event: BeforeUnloadEvent) => {
      const { text, confidential } = draft()
      if (now.current.some((note) => !mayBeKept(note)) || (confidential && text !== "")) event.preventDefault()
    }
    addEventListener("online", online)
    addEventListener("beforeunload", leaving)
    return () => {
      clearInterval(timer)
      removeEventListener("online", online)
      removeEventListener("beforeunload", leaving)
    }
  }, [key, put, sendAll, draft])

  return {
    queue, savedAt,
    send: (note) => {
      put([...now.current, { ...note, state: "waiting", why: "" }])
      void sendAll()
    },
    again: () => void sendAll(),
    takeBack: (id) => {
      const note = now.current.find((one) => one.id === id)
      put(now.current.filter((one) => one.id !== id))
      return note
    },
  }
}

function waiting(queue: readonly Queued[]): Queued | undefined {
  return queue.find(({ state }) => state === "waiting")
}

async function deliver(code: string, note: Note) {
  try {
    const response = await fetch(`/consultations/${code}/${note.to}`, {
      method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(note.fields), redirect: "manual", signal: AbortSignal.timeout(15_000),
    })
    return judged(response.status, response.ok ? null : await response.json().catch(() => null))
  } catch {
    return judged(0, null)
  }
}
