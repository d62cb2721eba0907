// The pages of forms about points and ratings that were not saved: what is one of few is chosen there, not typed.
import { RefusedForm, type RefusedChoices } from "~/features/elements/refused-form"
import { roleLevels, roleLevelWords } from "~/features/units/unit"
import { confidentialities, confidentialityWords, dispositions, dispositionWords, feedbackKinds, feedbackKindWords } from "./feedback"
import { ratingQuestions } from "./minutes"

function few<Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>, label?: string): RefusedChoices[string] {
  return { ...(label === undefined ? {} : { label }), options: values.map((value) => ({ value, label: words[value] })) }
}

const ofPoints: RefusedChoices = {
  kind: few(feedbackKinds, feedbackKindWords, "It is a"), confidentiality: few(confidentialities, confidentialityWords, "Who may know it"),
  shownAs: few(["named", "role only"], confidentialityWords, "Who may know it"), roleLevel: few(roleLevels, roleLevelWords), disposition: few(dispositions, dispositionWords, "Answer"),
}
const scores: RefusedChoices = Object.fromEntries(ratingQuestions.map(({ name, words }) => [name, { label: `${words} (1: not at all, 5: fully)`, options: ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value })) }]))

/** Draws the refusal of a form about a point. */
export function RefusedPoint() {
  return <RefusedForm choices={ofPoints} />
}

/** Draws the refusal of a rating. */
export function RefusedRating() {
  return <RefusedForm choices={scores} />
}
