// The form that brings a file: what it is, when it was saved, and what its rows are.
import { useRef, useState } from "react"
import { OperationFields } from "~/features/elements/operation-fields"
import { Field, Select, wired } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { tableKinds, type TableKind } from "./brought"
import { tableNames } from "./file-fields"

export interface UploadFormProps {
  /** chosen already, from the list somebody comes from */
  as: TableKind | null
  /** sentences of a refused upload by field */
  errors?: Readonly<Record<string, readonly string[]>>
  mostBytes: number
}

const endings = ".csv,.tsv,.txt,.xlsx,.xml,.json"

/** Draws the form; it is sent as a plain post, so that a file that is too large gets its answer. */
export function UploadForm({ as, errors = {}, mostBytes }: UploadFormProps) {
  const savedAt = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState("")
  const megabytes = Math.round(mostBytes / 1_048_576)
  const chosen = (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (savedAt.current) savedAt.current.value = file ? new Date(file.lastModified).toISOString() : ""
    const refusal = file && file.size > mostBytes ? `This file has ${Math.ceil(file.size / 1_048_576)} MB; at most ${megabytes} MB can be brought in at once.` : ""
    input.setCustomValidity(refusal)
    setTooLarge(refusal)
  }
  const fileErrors = tooLarge ? [tooLarge] : errors.file
  const field = { label: "File", name: "file", required: true, errors: fileErrors, hint: `A table (.csv or .xlsx), an ArchiMate model in the Exchange format (.xml), or our own .json; at most ${megabytes} MB.` }
  return (
    <form method="post" action="/settings/imports/new" encType="multipart/form-data" className="form" data-document>
      <OperationFields form="bring a file" />
      <input type="hidden" name="savedAt" ref={savedAt} defaultValue="" />
      <ErrorSummary title="The file was not taken." faults={Object.entries(errors).flatMap(([id, messages]) => messages.map((message) => ({ id, message })))} />
      <div className="form-row upload-row">
        <Field {...field}>
          <input className="input" type="file" accept={endings} {...wired(field)} onChange={(event) => chosen(event.currentTarget)} />
        </Field>
        <Select
          label="These rows are" name="as" defaultValue={as ?? ""} errors={errors.as} empty="what the headings say"
          hint="Only for a table whose headings do not tell." options={tableKinds.map((value) => ({ value, label: tableNames[value] }))}
        />
      </div>
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Read the file
        </button>
        <span className="muted small">You then see what would change. Nothing is written before you apply it.</span>
      </div>
    </form>
  )
}
