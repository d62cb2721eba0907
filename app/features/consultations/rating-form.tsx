// The three questions after a conversation, from 1 to 5: signed in, or on a personal page.
import { OperationFields } from "~/features/elements/operation-fields"
import { ratingQuestions } from "./minutes"

const scores = [1, 2, 3, 4, 5]

/** Draws the form that rates a conversation; it posts to `action`. */
export function RatingForm({ action }: { action: string }) {
  return (
    <form method="post" action={action} className="form">
      <OperationFields form="rating" />
      {ratingQuestions.map(({ name, words }) => (
        <fieldset className="field" key={name}>
          <legend>{words}</legend>
          <span className="scores">
            {scores.map((score) => (
              <label key={score}>
                <input type="radio" name={name} value={score} required />
                {score}
              </label>
            ))}
          </span>
          <span className="hint">1: not at all, 5: fully</span>
        </fieldset>
      ))}
      <div>
        <button type="submit" className="btn small">
          Send my rating
        </button>
      </div>
    </form>
  )
}
