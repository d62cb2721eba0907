// The duplicate finder: pairs that are likely one product, each with its reason, to confirm, dismiss or merge; and tools for one job.
import "./portfolio.css"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { EmptyState } from "~/ui/empty-state"
import { TextField } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"
import { StatusMark } from "~/ui/status"
import type { Judged } from "./twins"

export interface ShownPair {
  first: ElementRef & { vendor: string }
  second: ElementRef & { vendor: string }
  because: readonly string[]
  judged: Judged | null
  reason: string
}

export interface TwinsPageProps {
  pairs: readonly ShownPair[]
  /** of all, when more than are shown */
  found: number
  jobs: readonly { job: ElementRef; tools: readonly ElementRef[] }[]
  mayPlan: boolean
}

/** Draws the page: what waits for a judgement first, then what was confirmed, the jobs, and what was dismissed. */
export function TwinsPage({ pairs, found, jobs, mayPlan }: TwinsPageProps) {
  const [open, same, different] = [null, "same", "different"].map((judged) => pairs.filter((pair) => pair.judged === judged)) as [ShownPair[], ShownPair[], ShownPair[]]
  return (
    <div className="page">
      <PageHeader
        title={open.length === 0 ? "No two applications look like one product." : `${found > pairs.length ? found : open.length} ${open.length === 1 && found <= pairs.length ? "pair looks" : "pairs look"} like one product.`}
        lede="Found by their names, vendors and jobs. Nothing is merged before somebody says so."
        crumbs={[{ label: "Applications", href: "/applications" }]}
      />
      {found > pairs.length ? <p className="muted">The likeliest {pairs.length} of {found} are shown. Others follow as these are decided.</p> : null}
      {open.length + same.length === 0 ? <EmptyState title="Nothing to compare.">Two records whose names are nearly alike show up here.</EmptyState> : null}
      {open.length === 0 ? null : <Pairs id="open" title="To decide" pairs={open} mayPlan={mayPlan} />}
      {same.length === 0 ? null : <Pairs id="same" title="The same product" pairs={same} mayPlan={mayPlan} />}
      {jobs.length === 0 ? null : (
        <Card title="Different tools for one job" id="jobs" aside={<a href="/functions">One tool per job</a>}>
          <ul className="lines told">
            {jobs.map(({ job, tools }) => (
              <li key={job.id}><span className="line-text"><a href={pathOf(job.kind, job.code)}>{job.name}</a>: {tools.map((tool) => tool.name).join(", ")}</span></li>
            ))}
          </ul>
        </Card>
      )}
      {different.length === 0 ? null : (
        <details className="disclose">
          <summary>{different.length === 1 ? "One pair was dismissed" : `${different.length} pairs were dismissed`}</summary>
          <Pairs id="different" title="Different products" pairs={different} mayPlan={mayPlan} />
        </details>
      )}
    </div>
  )
}

function Pairs({ id, title, pairs, mayPlan }: { id: string; title: string; pairs: readonly ShownPair[]; mayPlan: boolean }) {
  return (
    <Card title={title} id={id} aside={pairs.length === 1 ? "1 pair" : `${pairs.length} pairs`}>
      <ul className="twins">{pairs.map((pair) => <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} mayPlan={mayPlan} />)}</ul>
    </Card>
  )
}

function Pair({ pair, mayPlan }: { pair: ShownPair; mayPlan: boolean }) {
  const { first, second, because, judged, reason } = pair
  const key = `${first.code} ${second.code}`
  return (
    <li>
      <div>
        <b><a href={pathOf(first.kind, first.code)}>{first.name}</a></b> <span className="muted">{first.code}{first.vendor ? `, ${first.vendor}` : ""}</span> and{" "}
        <b><a href={pathOf(second.kind, second.code)}>{second.name}</a></b> <span className="muted">{second.code}{second.vendor ? `, ${second.vendor}` : ""}</span>
        <p className="muted">Because: {because.join("; ")}.</p>
        {judged === null ? null : <p><StatusMark state={judged === "same" ? "done" : "not-started"}>{judged === "same" ? "Said to be the same product" : "Said to be different products"}{reason ? `: ${reason}` : ""}</StatusMark></p>}
      </div>
      {mayPlan ? (
        <div className="twin-ways">
          {judged === "same" ? <a className="btn primary small" href={`/applications/${second.code}/merge?into=${first.code}`}>Merge them</a> : <Say pair={pair} judged="same" words="The same product" form={`same ${key}`} />}
          {judged === "different" ? null : (
            <details className="disclose">
              <summary>Different products</summary>
              <Say pair={pair} judged="different" words="Say they are different" form={`different ${key}`} />
            </details>
          )}
        </div>
      ) : null}
    </li>
  )
}

function Say({ pair, judged, words, form }: { pair: ShownPair; judged: Judged; words: string; form: string }) {
  return (
    <form method="post" action="/applications/duplicates/judge" className={judged === "same" ? "inline" : "form"}>
      <OperationFields form={form} />
      <input type="hidden" name="firstId" value={pair.first.id} />
      <input type="hidden" name="secondId" value={pair.second.id} />
      <input type="hidden" name="judged" value={judged} />
      {judged === "different" ? <TextField label="What tells them apart" name="reason" id={`reason-${pair.first.code}-${pair.second.code}`} maxLength={500} /> : <input type="hidden" name="reason" value="" />}
      <button type="submit" className="btn small">{words}</button>
    </form>
  )
}
