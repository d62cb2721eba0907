// The page that a personal link opens: one question in the wording that fits, the options, and room for points. It shows nothing else.
import "./before.css"
import "./feedback.css"
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { RadioGroup, Select, TextArea } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { Notice } from "~/ui/notice"
import { Mark } from "~/ui/wordmark"
import { RatingForm } from "./rating-form"
import type { AnswerPageProps, Confidentiality } from "./answer"
import { confidentialities, feedbackKindWords, feedbackKinds } from "./feedback"

const rooms = [0, 1, 2, 3, 4]
const confidentialityChoices: Record<Confidentiality, string> = {
  named: "With my name", "role only": "Only my department and role", confidential: "In confidence: only those who run this conversation read it",
}

/** Draws the page, for a phone first and without scripts. */
export function AnswerPage(page: AnswerPageProps & { reply: EditReply | undefined }) {
  const { reply } = page
  const typed = reply?.result?.initialValue ?? {}
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field === "body" ? "words0" : field, message })))
  const value = (field: string, saved = "") => (typeof typed[field] === "string" ? String(typed[field]) : saved)
  const shownRooms = rooms.filter((at) => at < Math.max(2, page.saved.points.length + 1, ...rooms.map((room) => (typeof typed[`words${room}`] === "string" ? room + 1 : 0))))
  return (
    <main className="answer-page" id="main">
      <header className="stack-small">
        <p className="row muted">
          <Mark size={20} /> {page.company}
        </p>
        <h1>{page.title}</h1>
        <p>Hello {page.name}. {page.promise}</p>
      </header>
      {page.done === "sent" ? <Notice tone="success">Thank you. Your answer has arrived. You can add to it until the conversation closes.</Notice> : null}
      {page.done === "kept" ? <Notice tone="success">Kept. Nobody reads it before you send it; come back with the same link.</Notice> : null}
      {page.answered && page.open && page.done === null ? <p className="muted">You have answered already. What you send now is added.</p> : null}
      {page.done === "replied" ? <Notice tone="success">{page.minutes?.says === "mend" ? "Thank you. Whoever wrote the minutes reads what you ask for." : "Thank you. Your word is kept."}</Notice> : null}
      {page.done === "rated" ? <Notice tone="success">Thank you for rating the conversation. Nobody reads your answer alone.</Notice> : null}
      {page.minutes ? <MinutesToConfirm path={page.path} minutes={page.minutes} /> : null}
      {page.mayRate ? <Rating path={page.path} /> : null}
      <p>{page.summary}</p>
      {page.costs ? <p className="small">What it costs: {page.costs}</p> : null}
      {page.effects ? <p className="small">What it changes: {page.effects}</p> : null}
      <h2>{page.question}</h2>
      {page.wordings.length > 1 ? (
        <p className="row wrap small">
          {page.wordings.map(({ style, label }) => (
            <a key={style} className={style === page.style ? "chip on" : "chip"} href={`${page.path}?wording=${style}`} aria-current={style === page.style ? "true" : undefined}>
              {label}
            </a>
          ))}
        </p>
      ) : null}
      {page.open ? (
        <form method="post" action={page.path} className="form">
          <ErrorSummary faults={faults} />
          <OperationFields form={`answer ${faults.length} ${page.done ?? ""}`} />
          {page.options.length > 1 ? <RadioGroup label="What would you choose?" name="optionId" options={[...page.options.map(({ id, name, summary }) => ({ value: id, label: name, note: summary })), { value: "", label: "I would rather not say" }]} defaultValue={value("optionId", page.saved.optionId ?? "")} errors={errors.optionId ?? []} /> : null}
          {shownRooms.map((at) => (
            <Point key={at} at={at} saved={page.saved.points[at]} value={value} errors={at === 0 ? [...(errors.body ?? []), ...(errors.words0 ?? [])] : (errors[`words${at}`] ?? [])} />
          ))}
          <div className="form-actions">
            <button type="submit" className="btn primary">
              Send my answer
            </button>
            <button type="submit" className="btn quiet" formAction={`${page.path}/draft`}>
              Keep it and go on later
            </button>
          </div>
        </form>
      ) : (
        <Notice tone="info">This conversation has ended. {page.owner ? `${page.owner} can tell you what became of it.` : ""}</Notice>
      )}
      <p className="tiny muted">This page is yours alone and opens nothing else.{page.open && page.closesOn ? ` Open until ${page.closesOn}.` : ""}{page.owner ? ` ${page.owner} asks.` : ""}</p>
    </main>
  )
}

function MinutesToConfirm({ path, minutes }: { path: string; minutes: NonNullable<AnswerPageProps["minutes"]> }) {
  const said = { right: "You said that they are right.", mend: `You asked for a change: “${minutes.words}”` }
  return (
    <section className="answer-point stack-small" aria-labelledby="minutes">
      <h2 id="minutes">What we heard</h2>
      <p className="minutes-text">{minutes.text}</p>
      <p>{minutes.says === null ? "Are these minutes right?" : said[minutes.says]}</p>
      <form method="post" action={`${path}/minutes`}>
        <OperationFields form={`minutes right ${minutes.says ?? ""}`} />
        <button type="submit" className="btn primary" name="says" value="right">
          That is right
        </button>
      </form>
      <details className="disclose">
        <summary>Something is missing or wrong</summary>
        <form method="post" action={`${path}/minutes`} className="form">
          <OperationFields form={`minutes mend ${minutes.words}`} />
          <input type="hidden" name="says" value="mend" />
          <TextArea label="What to mend" name="words" id="mend-words" rows={3} required maxLength={2000} />
          <div>
            <button type="submit" className="btn">
              Ask for the change
            </button>
          </div>
        </form>
      </details>
    </section>
  )
}

function Rating({ path }: { path: string }) {
  return (
    <section className="answer-point stack-small" aria-labelledby="rating">
      <h2 id="rating">How did it go?</h2>
      <p className="small">Three questions, half a minute. Scores are shown from five answers on, and nobody reads yours alone.</p>
      <RatingForm action={`${path}/rating`} />
    </section>
  )
}

function Point({ at, saved, value, errors }: { at: number; saved: AnswerPageProps["saved"]["points"][number] | undefined; value: (field: string, saved?: string) => string; errors: readonly string[] }) {
  return (
    <fieldset className="answer-point">
      <legend>{at === 0 ? "What should we know?" : "Something else"}</legend>
      <TextArea label="In your words" name={`words${at}`} rows={3} maxLength={2000} defaultValue={value(`words${at}`, saved?.body)} errors={errors} />
      <Select label="It is a" name={`kind${at}`} required options={feedbackKinds.map((kind) => ({ value: kind, label: feedbackKindWords[kind] }))} defaultValue={value(`kind${at}`, saved?.kind ?? "need")} />
      <Select label="Who may see it is from me" name={`confidentiality${at}`} required options={confidentialities.map((one) => ({ value: one, label: confidentialityChoices[one] }))} defaultValue={value(`confidentiality${at}`, saved?.confidentiality ?? "named")} />
    </fieldset>
  )
}

/** Draws what a link says that opens nothing: it does not tell whether there ever was one. */
export function NoAnswerPage({ words }: { words: string | null }) {
  return (
    <main className="answer-page" id="main">
      <p className="row muted">
        <Mark size={20} /> Throughline
      </p>
      <h1>{words === null ? "This link opens nothing any more" : "Not just now"}</h1>
      <p>{words ?? "It was taken back, a newer one took its place, or its time has run out. Ask whoever sent it to you for a new link. What you kept or sent before is not lost."}</p>
    </main>
  )
}
