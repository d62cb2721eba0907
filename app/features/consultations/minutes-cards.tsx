// The cards beside the points: minutes in plain words and their confirmation, ratings, the next conversation.
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { DateField, TextArea } from "~/ui/field"
import { KeepDraft } from "~/ui/form-draft"
import { MailNote } from "~/ui/mail-note"
import { StatusMark } from "~/ui/status"
import { ratingQuestions, readingEase, type RatingName } from "./minutes"
import { RatingForm } from "./rating-form"

export interface MinutesCardProps {
  path: string
  minutes: string
  /** what the form starts from while there are none */
  draft: string
  version: number
  sentOn: string | null
  /** everybody who was heard, with their word on the minutes; the words of a change only for those who run the conversation */
  replies: readonly { id: string; name: string; says: "right" | "mend" | null; words: string | null }[]
  mayRun: boolean
  editing: boolean
  /** whether sending them mails anybody */
  mailIsSet: boolean
  /** the reader's own reply, where they were heard and the minutes were sent */
  own: { says: "right" | "mend" | null; words: string } | null
}

/** Draws the minutes, or the form that writes them. */
export function MinutesCard({ path, minutes, draft, version, sentOn, replies, mayRun, editing, mailIsSet, own }: MinutesCardProps) {
  const ease = readingEase(minutes)
  return (
    <Card title="Minutes, in plain words" id="minutes" aside={sentOn ? `Sent ${dayMonthYear(sentOn)}` : minutes === "" ? "Not written yet" : "Not sent yet"}>
      {editing && mayRun ? (
        <MinutesForm path={path} minutes={minutes === "" ? draft : minutes} version={version} />
      ) : (
        <div className="stack-small">
          {minutes === "" ? <p className="muted">Nothing is written yet.</p> : <p className="minutes-text">{minutes}</p>}
          {ease ? (
            <StatusMark state={ease.wordsASentence <= 20 ? "done" : "at-risk"}>
              {ease.wordsASentence <= 20 ? "Short sentences" : "Long sentences"}: {ease.wordsASentence} words a sentence
            </StatusMark>
          ) : null}
          {mayRun ? (
            <a className="btn small" href={`${path}?minutes=edit#minutes`}>
              {minutes === "" ? "Write the minutes" : "Edit"}
            </a>
          ) : null}
        </div>
      )}
      {mayRun && minutes !== "" && !editing ? <MailNote mailIsSet={mailIsSet} instead="“Send minutes” asks those who were heard when they sign in; copy the text above into a mail to the others." /> : null}
      {sentOn && replies.length > 0 ? <Replies path={path} replies={replies} mayRun={mayRun} /> : null}
      {own ? <OwnReply path={path} own={own} /> : null}
    </Card>
  )
}

const replyWords = { right: "says they are right", mend: "asks for a change" }

function Replies({ path, replies, mayRun }: Pick<MinutesCardProps, "path" | "replies" | "mayRun">) {
  return (
    <>
      <h3>Whether they are right</h3>
      <ul className="lines">
        {replies.map(({ id, name, says, words }) => (
          <li key={id}>
            <span className="grow">
              <StatusMark state={says === "right" ? "done" : says === "mend" ? "at-risk" : "not-started"}>
                {name} {says === null ? "has not replied" : replyWords[says]}
              </StatusMark>
              {words ? <small>“{words}”</small> : null}
            </span>
            {mayRun && says === null ? (
              <a className="small" href={`${path.replace("/after", "")}/people/${id}`}>
                Personal link<span className="visually-hidden"> for {name}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function MinutesForm({ path, minutes, version }: { path: string; minutes: string; version: number }) {
  return (
    <form method="post" action={`${path.replace("/after", "")}/minutes?back=${encodeURIComponent(path)}`} className="form">
      <OperationFields form="minutes" version={version} />
      <KeepDraft draftKey={`minutes ${path} ${version}`} />
      <TextArea label="What was said and decided" name="minutes" rows={12} maxLength={20_000} defaultValue={minutes} hint="Everybody reads this. Points said in confidence do not belong here." />
      <div className="form-actions">
        <button type="submit" className="btn primary small">
          Save the minutes
        </button>
        <a className="btn quiet small" href={path}>
          Leave them
        </a>
      </div>
    </form>
  )
}

function OwnReply({ path, own }: { path: string; own: NonNullable<MinutesCardProps["own"]> }) {
  const action = `${path.replace("/after", "")}/minutes/reply`
  return (
    <div className="stack-small">
      <p>{own.says === "right" ? "You said that they are right." : own.says === "mend" ? `You asked for a change: “${own.words}”` : "Are these minutes right?"}</p>
      <form method="post" action={action}>
        <OperationFields form="minutes right" />
        <button type="submit" className="btn small" name="says" value="right">
          That is right
        </button>
      </form>
      <details className="disclose">
        <summary>Something is missing or wrong</summary>
        <form method="post" action={action} className="form">
          <OperationFields form="minutes mend" />
          <input type="hidden" name="says" value="mend" />
          <TextArea label="What to mend" name="words" id="mend-words" rows={3} required maxLength={2000} />
          <div>
            <button type="submit" className="btn small">
              Ask for the change
            </button>
          </div>
        </form>
      </details>
    </div>
  )
}

export interface RatingCardProps {
  path: string
  means: { answers: number } & Record<RatingName, number | null>
  /** whether the reader may still rate */
  mayRate: boolean
}

/** Draws the means of five answers or more, and the three questions for whoever was heard. */
export function RatingCard({ path, means, mayRate }: RatingCardProps) {
  const shown = means.understood !== null
  return (
    <Card title="How did it go?" id="rating" aside={means.answers === 1 ? "1 answer" : `${means.answers} answers`}>
      <div className="stack-small">
        {shown ? (
          ratingQuestions.map(({ name, words }) => (
            <div className="rating-line" key={name}>
              <span>{words}</span>
              <strong>{means[name]?.toFixed(1)}</strong>
              <span className="rating-bar" aria-hidden="true">
                <i style={{ inlineSize: `${((means[name] ?? 0) / 5) * 100}%` }} />
              </span>
            </div>
          ))
        ) : (
          <StatusMark state="unknown">Not enough answers for a score</StatusMark>
        )}
        <p className="muted small">From 1 to 5. Groups under five answers show no score, and nobody reads a single answer.</p>
        {mayRate ? <RatingForm action={`${path.replace("/after", "")}/rating`} /> : null}
      </div>
    </Card>
  )
}

export interface NextCardProps {
  path: string
  nextOn: string | null
  proposed: string
  every: number
  version: number
  /** the unit that this conversation reviews, with the version of its relationship; null for any other conversation */
  review: { unit: { code: string; name: string }; version: number } | null
  mayPlan: boolean
}

/** Draws the day of the next conversation, or of the unit's next review: planned, or proposed from the cadence. */
export function NextCard({ path, nextOn, proposed, every, version, review, mayPlan }: NextCardProps) {
  const action = review ? `/units/${review.unit.code}/relationship/next` : `${path.replace("/after", "")}/minutes`
  return (
    <Card title={review ? `Next review with ${review.unit.name}` : "Next conversation"} id="next">
      <p>{nextOn ? <>Planned for <strong>{dayMonthYear(nextOn)}</strong></> : <>Proposed for <strong>{dayMonthYear(proposed)}</strong>, every {every} days</>}</p>
      {review ? <p><a href={`/units/${review.unit.code}/brief`}>Its brief</a></p> : null}
      {mayPlan ? (
        <form method="post" action={action} className="form">
          <OperationFields form="next" version={review ? review.version : version} />
          <DateField label="On" name={review ? "nextReviewOn" : "nextOn"} required defaultValue={nextOn ?? proposed} />
          <div>
            <button type="submit" className="btn small">
              {nextOn ? "Move it" : "Plan it"}
            </button>
          </div>
        </form>
      ) : null}
    </Card>
  )
}
