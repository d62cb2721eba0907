// The tab "after": what became of every point, the minutes and their confirmation, and when we speak again.
import "./feedback.css"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Chip } from "~/ui/chip"
import { DrawnOnce } from "~/ui/drawn-once"
import { EmptyState } from "~/ui/empty-state"
import { How } from "~/ui/how"
import { LockMark } from "~/ui/lock-mark"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import { loopSentence, percent, type LoopClosure } from "./feedback-loop"
import { SaidTable, type ShownPoint } from "./feedback-table"
import type { AnswerChoices } from "./feedback-answer-form"
import type { ChangeChoices } from "./feedback-change-form"
import type { AfterShow } from "./feedback-words"
import { MomentTabs } from "./meeting-frame"
import { MinutesCard, NextCard, RatingCard, type NextCardProps, type MinutesCardProps, type RatingCardProps } from "./minutes-cards"
import { repliesSentence } from "./minutes"

/** The same for all who may run the conversation, or may not. */
export interface AfterShared {
  head: { code: string; name: string; version: number; minutes: string; sentOn: string | null }
  today: string
  mayRun: boolean
  closure: LoopClosure
  means: RatingCardProps["means"]
  replies: { right: number; mend: number; asked: number }
  people: MinutesCardProps["replies"]
}

export interface AfterPageProps {
  shared: AfterShared
  show: AfterShow
  confidential: number
  ownConfidential: number
  /** the points listed, oldest first: those that are the same for all who may do the same about them, and each of the others with its place */
  alike: readonly ShownPoint[]
  apart: readonly { at: number; point: ShownPoint }[]
  counts: Record<AfterShow, number>
  toTell: readonly string[]
  answering: { code: string; choices: AnswerChoices } | null
  changing: { code: string; choices: ChangeChoices } | null
  minutes: Pick<MinutesCardProps, "editing" | "draft" | "own">
  mayRate: boolean
  next: Omit<NextCardProps, "path" | "version">
  text: string
  mailIsSet: boolean
}

/** Draws the tab. */
export function AfterPage(page: AfterPageProps) {
  const { shared, mailIsSet } = page
  const { head, closure, means, mayRun } = shared
  const path = `/consultations/${head.code}/after`
  const minutes = <MinutesCard path={path} minutes={head.minutes} version={head.version} sentOn={head.sentOn} mayRun={mayRun} mailIsSet={mailIsSet} replies={shared.people} {...page.minutes} />
  const rating = <RatingCard path={path} means={means} mayRate={page.mayRate} />
  return (
    <div className="page">
      <DrawnOnce of={shared} by="head" draw={() => <Head {...shared} />} />
      <div className="moments">
        <DrawnOnce of={shared} by="moments" draw={() => <Moments {...shared} />} />
        {mayRun ? <MainActions page={page} /> : null}
      </div>
      <DrawnOnce of={shared} by="figures" draw={() => <Card><Figures closure={closure} /></Card>} />
      <div className="split">
        <div className="stack">
          <Said page={page} path={path} />
          <details className="disclose">
            <summary>Text to send: what became of it</summary>
            <p className="muted small">Copy it into a mail. Points said in confidence are not in it.</p>
            <textarea className="input" readOnly rows={10} aria-label="Text to send" defaultValue={page.text} />
          </details>
        </div>
        <div className="stack">
          {page.minutes.editing || page.minutes.own ? minutes : <DrawnOnce of={shared} by={`minutes, mail ${mailIsSet}`} draw={() => minutes} />}
          {page.mayRate ? rating : <DrawnOnce of={shared} by="rating" draw={() => rating} />}
          <NextCard path={path} version={head.version} {...page.next} />
          <Confidential count={page.confidential} own={page.ownConfidential} />
        </div>
      </div>
    </div>
  )
}

function Head({ head, closure, today }: AfterShared) {
  return (
    <PageHeader
      title={loopSentence(closure)}
      crumbs={[{ label: "Conversations", href: "/consultations" }, { label: head.name, href: `/consultations/${head.code}` }, { label: "After" }]}
      lede={<ClosureHow closure={closure} asOf={today} />}
    />
  )
}

function Moments({ head, replies }: AfterShared) {
  return (
    <>
      <MomentTabs code={head.code} at="after" />
      <span>
        <StatusMark state={replies.asked > 0 && replies.right === replies.asked ? "done" : "not-started"}>{head.sentOn ? repliesSentence(replies) : "Minutes not sent yet."}</StatusMark>
      </span>
    </>
  )
}

function MainActions({ page }: { page: AfterPageProps }) {
  const { head } = page.shared
  const count = page.toTell.length
  return (
    <span className="push">
      {head.minutes === "" ? null : (
        <form method="post" action={`/consultations/${head.code}/minutes/send`}>
          <OperationFields form="send minutes" />
          <button type="submit" className={count === 0 && !head.sentOn ? "btn primary" : "btn"}>
            {head.sentOn ? "Send minutes again" : "Send minutes"}
          </button>
        </form>
      )}
      {count === 0 ? null : (
        <form method="post" action="/points/told">
          <OperationFields form="tell all" />
          {page.toTell.map((id) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          <button type="submit" className="btn primary">
            {count === 1 ? "I told the one who waits" : `I told all ${count} who wait`}
          </button>
        </form>
      )}
    </span>
  )
}

function Figures({ closure }: { closure: LoopClosure }) {
  const figures = [
    { label: "Points answered", value: closure.answered, of: closure.points, note: percent(closure.closure) },
    { label: "Told back", value: closure.toldBack, of: closure.answered, note: `${percent(closure.toldRate)} of the answered points` },
    { label: "They said “that is right”", value: closure.confirmed, of: closure.toldBack, note: closure.toldBack - closure.confirmed === 0 ? "nobody left to reply" : `${closure.toldBack - closure.confirmed} not replied yet` },
  ]
  return (
    <dl className="loop-figures">
      {figures.map(({ label, value, of, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong> of {of} <small>{note}</small>
          </dd>
        </div>
      ))}
      <div>
        <dt>Typical time to answer</dt>
        <dd>{closure.medianDays === null ? <><strong>n/a</strong> <small>nothing is answered yet</small></> : <><strong>{closure.medianDays}</strong> {closure.medianDays === 1 ? "day" : "days"} <small>median of the answered points</small></>}</dd>
      </div>
    </dl>
  )
}

function ClosureHow({ closure, asOf }: { closure: LoopClosure; asOf: string }) {
  return (
    <How title="How far the loop is closed" asOf={asOf}>
      <p>Answered: points with an answer out of all points, confidential ones among them. Told back: answered points whose answer was told, out of the answered ones.</p>
      <p>
        {closure.answered} of {closure.points}: {percent(closure.closure)}. {closure.toldBack} of {closure.answered}: {percent(closure.toldRate)}.
      </p>
      <p>Typical time: the middle one of the days from raised to answered, over the answered points.</p>
    </How>
  )
}

function Said({ page, path }: { page: AfterPageProps; path: string }) {
  const { counts, show, shared: { head, mayRun, today } } = page
  const points = page.apart.reduce<readonly ShownPoint[]>((listed, { at, point }) => [...listed.slice(0, at), point, ...listed.slice(at)], page.alike)
  const chips = [
    { key: "all", words: `All ${counts.all}`, on: show === "all", href: path },
    { key: "unanswered", words: `No answer ${counts.unanswered}`, on: show === "unanswered", href: show === "unanswered" ? path : `${path}?show=unanswered` },
    { key: "untold", words: `Not told ${counts.untold}`, on: show === "untold", href: show === "untold" ? path : `${path}?show=untold` },
  ]
  const hidden = page.confidential === 0 ? null : page.confidential === 1 ? "and 1 confidential point" : `and ${page.confidential} confidential points`
  return (
    <Card
      flush title="You said, we did" id="said"
      aside={<span className="row wrap">{chips.map(({ key, words, on, href }) => (key === "all" ? <a key={key} className={on ? "chip on" : "chip"} href={href} aria-current={on ? "true" : undefined}>{words}</a> : <Chip key={key} href={href} on={on}>{words}</Chip>))}</span>}
      foot={hidden ? <span className="muted">{points.length} {points.length === 1 ? "point" : "points"}, {hidden} without words</span> : undefined}
    >
      {points.length === 0 ? (
        <EmptyState title={counts.all === 0 ? "No point was written down yet." : "Nothing waits here."} actions={counts.all === 0 && mayRun ? <a className="btn" href={`/consultations/${head.code}/during`}>Write points down</a> : undefined}>
          {counts.all === 0 ? "A point is what somebody said: a concern, a question, a wish. Each gets one answer." : "Every point in this view has moved on."}
        </EmptyState>
      ) : (
        <SaidTable points={points} today={today} answering={page.answering} changing={page.changing} formHref={(form, code) => `${path}?${show === "all" ? "" : `show=${show}&`}${form}=${code}`} />
      )}
    </Card>
  )
}

function Confidential({ count, own }: { count: number; own: number }) {
  const all = count + own
  if (all === 0) return null
  return (
    <Card title={<><LockMark /> {all === 1 ? "1 confidential point" : `${all} confidential points`}</>} id="confidential">
      <p className="muted">
        {own === 0 ? "You may not read this. Only who wrote it down, the owner of this conversation and named readers can." : count === 0 ? "You are among those who can read it. Everyone else sees this count." : `You can read ${own} of them. Everyone else sees this count.`}
      </p>
    </Card>
  )
}
