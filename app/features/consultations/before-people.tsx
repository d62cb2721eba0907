// Who is missing and who could speak for them, and everybody on the list with where they are.
import { dayMonthYear } from "~/core/calendar"
import { pathOf } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { roleLevelWords } from "~/features/units/unit"
import { Card } from "~/ui/card"
import { Shape } from "~/ui/status"
import type { BeforeShown, MissingShown, TakingShown } from "./before-view"

/** Draws the groups that are not heard enough, each with people who could speak for it. */
export function MissingCard({ page, path }: { page: BeforeShown; path: string }) {
  const all = page.missing.reduce((sum, { headcount }) => sum + headcount, 0)
  return (
    <Card title="Who is missing, and who could speak" id="missing" aside={`${page.missing.length + page.missingMore} groups, ${all} people`}>
      {page.missing.map((group) => (
        <Group key={`${group.unitId} ${group.roleLevel}`} group={group} path={path} mayRun={page.mayRun} />
      ))}
      {page.missingMore > 0 ? <p className="muted small">{page.missingMore} more groups follow once these are heard.</p> : null}
    </Card>
  )
}

function Group({ group, path, mayRun }: { group: MissingShown; path: string; mayRun: boolean }) {
  return (
    <div className="missing-group">
      <div>
        <strong>
          <Shape state={group.heard === 0 ? "gap" : "not-started"} /> {group.name}
        </strong>
        <p className="muted small">
          {group.headcount} {group.headcount === 1 ? "person" : "people"}, {group.heard} of {group.needed} {group.needed === 1 ? "voice" : "voices"} heard.
        </p>
      </div>
      <ul className="lines">
        {group.waiting.map(({ person, invitedOn, mustHear }) => (
          <li key={person.id}>
            <span className="line-text">
              <a href={pathOf("person", person.code)}>{person.name}</a> {mustHear ? <strong>Must be heard</strong> : null}
              <small>{invitedOn ? `Invited ${dayMonthYear(invitedOn)}, no answer yet` : "On the list, not invited yet"}</small>
            </span>
          </li>
        ))}
        {group.could.map(({ person, title, lastAskedOn }) => (
          <li key={person.id}>
            <span className="line-text">
              <a href={pathOf("person", person.code)}>{person.name}</a>{title ? ` · ${title}` : ""}
              <small>{lastAskedOn ? `Last asked ${dayMonthYear(lastAskedOn)}` : "Never asked before"}</small>
            </span>
            {mayRun ? <ListButton path={path} personId={person.id} name={person.name} /> : null}
          </li>
        ))}
        {group.more.length > 0 ? <li className="muted">Also: {group.more.slice(0, 6).join(", ")}{group.more.length > 6 ? ` and ${group.more.length - 6} more` : ""}</li> : null}
        {group.waiting.length + group.could.length === 0 ? <li className="muted">Nobody of this group is on record, or all were asked within thirty days.</li> : null}
      </ul>
    </div>
  )
}

function ListButton({ path, personId, name }: { path: string; personId: string; name: string }) {
  return (
    <form method="post" action={`${path}/people`}>
      <OperationFields form={`list ${personId}`} />
      <input type="hidden" name="personId" value={personId} />
      <button type="submit" className="btn small" aria-label={`Ask ${name}`}>
        Ask
      </button>
    </form>
  )
}

/** Draws the list of those who take part, the unheard first. */
export function TakingPartCard({ page, path }: { page: BeforeShown; path: string }) {
  const heard = page.taking.filter(({ heardOn }) => heardOn !== null).length
  const open = page.taking.filter(({ heardOn }) => heardOn === null)
  const done = page.taking.filter(({ heardOn }) => heardOn !== null)
  return (
    <Card title="Who takes part" id="people" aside={`${heard} of ${page.taking.length} heard`}>
      {page.taking.length === 0 ? <p className="muted">Nobody yet. The people who use it know most about it.</p> : null}
      <ul className="lines">{open.map((one) => <Line key={one.id} one={one} path={path} page={page} />)}</ul>
      {done.length > 0 ? (
        <details className="disclose" open={open.length === 0 || undefined}>
          <summary>{done.length === 1 ? "One was heard" : `${done.length} were heard`}</summary>
          <ul className="lines">{done.map((one) => <Line key={one.id} one={one} path={path} page={page} />)}</ul>
        </details>
      ) : null}
    </Card>
  )
}

function Line({ one, path, page }: { one: TakingShown; path: string; page: BeforeShown }) {
  const place = [one.title, one.unit, one.roleLevel ? roleLevelWords[one.roleLevel].toLowerCase() : null].filter(Boolean).join(" · ")
  return (
    <li id={`part-${one.person.code}`}>
      <Shape state={one.heardOn ? "on-track" : "not-started"} />
      <span className="line-text">
        <a href={pathOf("person", one.person.code)}>{one.person.name}</a> {one.mustHear ? <strong>Must be heard</strong> : null}
        <small>{place}{one.why ? ` · ${one.why}` : ""}</small>
        <small>{stateOf(one)}</small>
      </span>
      {page.mayRun && one.heardOn === null && page.head.state === "open" ? (
        <a className="btn small" href={`${path}/people/${one.id}`}>
          {one.invitedOn ? "Remind" : "Invite"}
        </a>
      ) : null}
    </li>
  )
}

function stateOf({ heardOn, remindedOn, invitedOn, hasLink }: TakingShown): string {
  if (heardOn) return `Heard ${dayMonthYear(heardOn)}`
  if (remindedOn) return `Reminded ${dayMonthYear(remindedOn)}${hasLink ? "" : ", link taken back"}`
  if (invitedOn) return `Invited ${dayMonthYear(invitedOn)}${hasLink ? ", no answer yet" : ", link taken back"}`
  return "Not invited yet"
}
