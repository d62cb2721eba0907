// Leaving a gap on purpose: the form with reason and end date.
import { DateField, TextArea } from "~/ui/field"
import type { GapName } from "./accepted-gap"
import type { ElementRef } from "./element"
import { OperationFields } from "./operation-fields"

/** Draws the form; on the end date the gap returns by itself. */
export function AcceptGapForm({ element, gap, earliest, latest }: { element: ElementRef; gap: GapName; earliest: string; latest: string }) {
  return (
    <form method="post" className="form">
      <OperationFields form="accept gap" />
      <input type="hidden" name="elementId" value={element.id} />
      <input type="hidden" name="gap" value={gap} />
      <TextArea label="Why is it left open?" name="reason" rows={3} required maxLength={400} />
      <DateField label="Until" name="untilOn" required min={earliest} max={latest} defaultValue={latest} hint="Twelve months at most. On that day it shows as a gap again." />
      <p className="muted small">It stays in every figure and sentence; lists show it apart as accepted.</p>
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Accept as it is
        </button>
      </div>
    </form>
  )
}
