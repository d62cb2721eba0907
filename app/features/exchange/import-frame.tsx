// What surrounds every page of one import: where it belongs, its sentence, its steps and what can be done next.
import { useActionData } from "@remix-run/react"
import type { ReactNode } from "react"
import { PageHeader } from "~/ui/page-header"
import { Shape } from "~/ui/status"
import type { ImportState } from "./import-view"
import "./import.css"

export type ImportStep = "file" | "columns" | "preview" | "report"

export interface ImportFrameProps {
  id: string
  fileName: string
  state: ImportState
  /** models have no columns to choose */
  hasColumns: boolean
  /** what a table has columns for, a model types */
  columnsWord?: string
  step: ImportStep
  title: string
  lede?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

const order: readonly { step: ImportStep; label: string }[] = [
  { step: "file", label: "File" }, { step: "columns", label: "Columns" }, { step: "preview", label: "Preview" }, { step: "report", label: "Report" },
]

/** Draws crumbs, title and steps above one page of an import. */
export function ImportFrame({ id, fileName, state, hasColumns, columnsWord = "Columns", step, title, lede, actions, children }: ImportFrameProps) {
  const steps = order.filter((one) => one.step !== "columns" || hasColumns)
  const at = steps.findIndex((one) => one.step === step)
  return (
    <div className="page import">
      <PageHeader title={title} lede={lede} crumbs={[{ label: "Settings", href: "/settings" }, { label: "Imports", href: "/settings/imports" }, { label: fileName }]} />
      <div className="import-bar">
        <nav aria-label="Steps of the import">
          <ol className="moments">
            {steps.map((one, index) => (
              <Step key={one.step} label={one.step === "columns" ? columnsWord : one.label} href={hrefOf(id, one.step, state)} current={index === at} done={index < at || (state === "applied" && one.step !== step)} />
            ))}
          </ol>
        </nav>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      {children}
    </div>
  )
}

function Step({ label, href, current, done }: { label: string; href: string | null; current: boolean; done: boolean }) {
  const content = (
    <>
      {done ? <Shape state="done" /> : null}
      {label}
      {done ? <span className="visually-hidden">, done</span> : null}
    </>
  )
  return <li aria-current={current ? "step" : undefined}>{href && !current ? <a href={href}>{content}</a> : <span>{content}</span>}</li>
}

/** The sentences of a form of this page that was refused, by field; empty when there was none. */
export function useRefusedFields(): Record<string, readonly string[]> {
  const reply = useActionData() as { result?: { error?: Record<string, string[] | null> | null } } | undefined
  return Object.fromEntries(Object.entries(reply?.result?.error ?? {}).flatMap(([field, messages]) => (messages ? [[field, messages]] : [])))
}

/** Where a step leads; null where there is nothing to see yet, or any more. */
function hrefOf(id: string, step: ImportStep, state: ImportState): string | null {
  const open = state === "preview" || state === "columns"
  if (step === "file") return null
  if (step === "columns") return open ? `/settings/imports/${id}/columns` : null
  if (step === "preview") return open ? `/settings/imports/${id}` : null
  return state === "applied" || state === "undone" ? `/settings/imports/${id}/report` : null
}
