// What the words of a list of standards mean, and the day it is of: shown in its preview, changed there, and read again.
import { OperationFields } from "~/features/elements/operation-fields"
import { standardLifecycleWords, standardStatuses, standardStatusWords, type StandardStatus } from "~/features/decisions/standard"
import { Card } from "~/ui/card"
import { DateField } from "~/ui/field"
import { Shape } from "~/ui/status"
import { grouped } from "./import-sentence"
import { meanings, partsOf, type Meaning } from "./standard-words"
import type { ListWords } from "./standards-list"

/** Draws the mapping as one form: several of their words may mean one of ours, and each is kept as it is besides. */
export function StatusesCard({ id, words, day, today, withoutJob }: ListWords) {
  const open = words.filter(({ meaning }) => meaning === null).length
  return (
    <Card title="What their words mean" id="statuses" aside={open === 0 ? "Each is kept as it is, too" : `${open} not known yet`}>
      <form method="post" action={`/settings/imports/${id}/statuses`} className="form">
        <OperationFields form="statuses" />
        <ul className="column-list">
          {words.map(({ word, count, meaning }, at) => (
            <li key={word}>
              <label htmlFor={`status-${at}`}>
                <b>{word}</b>
                <small className="muted">{grouped(count)} {count === 1 ? "row" : "rows"}</small>
              </label>
              <span>
                {meaning === null ? <Shape state="off-track" /> : null}
                <select className="input" id={`status-${at}`} name="status" defaultValue={meaning === null ? "" : pair(word, meaning)} key={meaning ?? ""}>
                  {meaning === null ? <option value="">not known yet: refused</option> : null}
                  {standardStatuses.map((status) => (
                    <optgroup key={status} label={standardStatusWords[status]}>
                      {meaningsOf(status).map((one) => (
                        <option key={one} value={pair(word, one)}>{standardStatusWords[status]}: {standardLifecycleWords[partsOf(one).lifecycle].toLowerCase()}</option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </span>
            </li>
          ))}
        </ul>
        <DateField label="The list is of" name="ofDay" defaultValue={day} max={today} required hint="From this day on the products stand so." />
        {withoutJob > 0 ? <p className="small">{grouped(withoutJob)} {withoutJob === 1 ? "row names" : "rows name"} no job: {withoutJob === 1 ? "it stands" : "they stand"} for no job in particular.</p> : null}
        <p className="small muted">All of it becomes one decision, “Imported from …”, of that day. It was decided elsewhere, so it is exempt from the gates here and marked so.</p>
        <div className="form-actions">
          <button type="submit" className="btn small">Read again so</button>
        </div>
      </form>
    </Card>
  )
}

function meaningsOf(status: StandardStatus): Meaning[] {
  return meanings.filter((one) => partsOf(one).status === status)
}

function pair(word: string, meaning: string): string {
  return JSON.stringify([word, meaning])
}
