/** Owns label, hint, error and control as one thing: ids, descriptions and the invalid mark are wired here and nowhere else. */
import type { InputHTMLAttributes, ReactNode } from "react"
import { Shape } from "~/ui/status"

export interface FieldProps {
  label: string
  name: string
  /** Unique on the page; the name unless two forms share it. */
  id?: string
  hint?: ReactNode
  /** Messages from the server; the first is shown. */
  errors?: readonly string[]
  required?: boolean
}

interface Wired {
  id: string
  name: string
  required: boolean | undefined
  "aria-invalid": true | undefined
  "aria-describedby": string | undefined
}

/** Gives the attributes that tie a control to its label, hint and error. */
export function wired({ id, name, hint, errors, required }: FieldProps): Wired {
  const own = id ?? name
  const described = [hint ? `${own}-hint` : "", errors?.length ? `${own}-error` : ""].filter(Boolean).join(" ")
  return { id: own, name, required, "aria-invalid": errors?.length ? true : undefined, "aria-describedby": described || undefined }
}

/** Draws label, control, hint and error in their order. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const own = field.id ?? field.name
  return (
    <div className="field">
      <label htmlFor={own}>
        {field.label}
        {field.required ? null : <span className="optional"> (optional)</span>}
      </label>
      {field.hint ? (
        <span className="hint" id={`${own}-hint`}>
          {field.hint}
        </span>
      ) : null}
      {children}
      <FieldError id={`${own}-error`} errors={field.errors} />
    </div>
  )
}

/** Draws the first message beside its field. */
export function FieldError({ id, errors }: { id: string; errors?: readonly string[] }) {
  const first = errors?.[0]
  if (!first) return null
  return (
    <span className="error" id={id}>
      <Shape state="off-track" />
      {first}
    </span>
  )
}

type Extra = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "required" | "className" | "aria-invalid" | "aria-describedby">

/** Draws one line of text; pass `type`, `maxLength`, `autoComplete` and the like as for an input. */
export function TextField({ label, name, id, hint, errors, required, ...rest }: FieldProps & Extra) {
  const field = { label, name, id, hint, errors, required }
  return (
    <Field {...field}>
      <input className="input" {...rest} {...wired(field)} />
    </Field>
  )
}

/** Draws several lines of text. */
export function TextArea({ defaultValue, rows = 4, maxLength, ...field }: FieldProps & { defaultValue?: string; rows?: number; maxLength?: number }) {
  return (
    <Field {...field}>
      <textarea className="input" rows={rows} maxLength={maxLength} defaultValue={defaultValue} {...wired(field)} />
    </Field>
  )
}

/** Draws a number with its unit; it stays text, so that "1,5" reaches the server and gets a clear answer. */
export function NumberField({ unit, prefix, defaultValue, ...field }: FieldProps & { unit?: string; prefix?: string; defaultValue?: string | number }) {
  return (
    <Field {...field}>
      <span className="affix">
        {prefix ? <span>{prefix}</span> : null}
        <input className="input number" inputMode="decimal" autoComplete="off" defaultValue={defaultValue} {...wired(field)} />
        {unit ? <span>{unit}</span> : null}
      </span>
    </Field>
  )
}

/** Draws an amount of money in the company's currency. */
export function MoneyField({ currency = "€", ...rest }: FieldProps & { currency?: string; unit?: string; defaultValue?: string | number }) {
  return <NumberField {...rest} prefix={currency} />
}

/** Draws a day, YYYY-MM-DD, with the device's own picker. */
export function DateField({ defaultValue, min, max, ...field }: FieldProps & { defaultValue?: string; min?: string; max?: string }) {
  return (
    <Field {...field}>
      <input className="input" type="date" defaultValue={defaultValue} min={min} max={max} {...wired(field)} />
    </Field>
  )
}

export interface Option {
  value: string
  label: string
  note?: string
}

/** Draws one of a few; `empty` words the choice of none. */
export function Select({ options, defaultValue, empty, ...field }: FieldProps & { options: readonly Option[]; defaultValue?: string; empty?: string }) {
  return (
    <Field {...field}>
      <select className="input" defaultValue={defaultValue} {...wired(field)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
            {option.note ? ` (${option.note})` : ""}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Draws one yes-or-no. */
export function Checkbox({ label, name, id, hint, errors, value = "on", defaultChecked }: FieldProps & { value?: string; defaultChecked?: boolean }) {
  const attributes = wired({ label, name, id, hint, errors })
  return (
    <div className="field">
      <label className="choice">
        <input type="checkbox" value={value} defaultChecked={defaultChecked} {...attributes} />
        <span>
          {label}
          {hint ? <small id={`${attributes.id}-hint`}>{hint}</small> : null}
        </span>
      </label>
      <FieldError id={`${attributes.id}-error`} errors={errors} />
    </div>
  )
}

/** Draws one of a few with all of them in sight. */
export function RadioGroup({ label, name, id, hint, errors, required, options, defaultValue }: FieldProps & { options: readonly Option[]; defaultValue?: string }) {
  const own = id ?? name
  const { "aria-describedby": described } = wired({ label, name, id, hint, errors })
  return (
    <fieldset className="field" aria-describedby={described} id={own} tabIndex={-1}>
      <legend>{label}</legend>
      {hint ? (
        <span className="hint" id={`${own}-hint`}>
          {hint}
        </span>
      ) : null}
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === defaultValue} required={required} />
          <span>
            {option.label}
            {option.note ? <small>{option.note}</small> : null}
          </span>
        </label>
      ))}
      <FieldError id={`${own}-error`} errors={errors} />
    </fieldset>
  )
}
