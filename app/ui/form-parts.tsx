/** Owns what every form that writes carries: the operation's id, the record's version, and the summary of what to put right. */
import { useEffect, useRef } from "react"

/** Draws the hidden fields that make a repeated post harmless and a stale one visible. */
export function OperationFields({ operationId, version }: { operationId: string; version?: number }) {
  return (
    <>
      <input type="hidden" name="operationId" value={operationId} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
    </>
  )
}

export interface FieldFault {
  /** The control's id; empty for a fault of the whole form. */
  id: string
  message: string
}

/** Draws all faults with links to their fields and takes the focus when they arrive; nothing when there are none. */
export function ErrorSummary({ faults, title = "Nothing was saved. What you typed is still here." }: { faults: readonly FieldFault[]; title?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const told = faults.map(({ id, message }) => `${id}:${message}`).join("\n")
  useEffect(() => {
    if (told !== "") box.current?.focus()
  }, [told])
  if (faults.length === 0) return null
  return (
    <div className="notice error error-summary" role="alert" tabIndex={-1} ref={box} data-form-errors>
      <div className="notice-text">
        <b>{title}</b>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.id}${fault.message}`}>{fault.id ? <a href={`#${fault.id}`}>{fault.message}</a> : fault.message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
