// Asking somebody about a record, from anywhere.
import { DateField, TextArea } from "~/ui/field"
import { ElementPicker, PersonPicker } from "~/ui/picker"
import { asOption } from "./element-panels"
import type { ElementRef } from "./element"
import { OperationFields } from "./operation-fields"

export interface AskFormProps {
  about: ElementRef | null
  owner: ElementRef | null
  records: readonly ElementRef[]
  people: readonly ElementRef[]
  today: string
}

/** Draws the question form; without a chosen record it asks which one. */
export function AskForm({ about, owner, records, people, today }: AskFormProps) {
  return (
    <form method="post" action="/questions?back=/" className="form">
      <OperationFields form="ask" />
      {about ? <input type="hidden" name="elementId" value={about.id} /> : <ElementPicker label="About" name="elementId" required options={records.map(asOption)} empty="Choose a record" />}
      <TextArea label="Your question" name="body" rows={4} required />
      <PersonPicker label="Ask" name="askedOf" options={people.map(asOption)} empty={owner ? `The owner, ${owner.name}` : about ? "The planners, because nobody owns it" : "The owner"} />
      <DateField label="Answer by" name="dueOn" min={today} hint="In eight days unless you choose another day." />
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Ask
        </button>
      </div>
    </form>
  )
}
