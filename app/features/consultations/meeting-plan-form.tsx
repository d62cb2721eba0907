// Planning a meeting: when, how long, where, and what to talk about, one point a line.
import { OperationFields } from "~/features/elements/operation-fields"
import { NumberField, TextArea, TextField } from "~/ui/field"
import { KeepDraft } from "~/ui/form-draft"

/** Draws the form; the tab "before" may show it too. */
export function PlanMeetingForm({ code, day }: { code: string; day: string }) {
  return (
    <form method="post" action={`/consultations/${code}/meetings`} className="form">
      <OperationFields form={`plan meeting ${code}`} />
      <KeepDraft draftKey={`plan meeting ${code}`} />
      <div className="form-row">
        <TextField label="Day and time" name="startsAt" type="datetime-local" required defaultValue={`${day}T10:00`} />
        <NumberField label="It takes" name="minutes" required unit="minutes" defaultValue="45" />
        <TextField label="Where" name="place" maxLength={200} />
      </div>
      <TextArea
        label="What to talk about" name="agenda" rows={5} required maxLength={4000} hint="One point a line: its minutes after a comma, what to ask before moving on after a colon."
        defaultValue={"Why we ask, 5\nWhat slows you down, 15: What do you do when it stops? Who else has to wait?\nThe options, 20\nWhat happens next, 5"}
      />
      <div>
        <button type="submit" className="btn primary">
          Plan the meeting
        </button>
      </div>
    </form>
  )
}
