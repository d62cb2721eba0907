// The cards of a person's page about how to speak with them and where they stand.
import { pathOf, type ElementRef } from "~/features/elements/element"
import { dayMonthYear } from "~/core/calendar"
import { Card } from "~/ui/card"
import { Props } from "~/ui/facts"
import { listeningWords, type Profile } from "./profile"
import { engagementWords, priorityInWords, priorityOf, quarterOf, quarterWords, type Engagement, type Standing } from "./standing"

/** Draws how somebody wishes to be spoken to. */
export function ProfileCard({ code, profile, mayEdit }: { code: string; profile: Profile & { version: number }; mayEdit: boolean }) {
  const items = [
    { label: "Listens best to", value: profile.version === 0 ? <span className="muted">Not said</span> : listeningWords[profile.listeningStyle] },
    { label: "How to reach them", value: profile.contactPreference || <span className="muted">Not said</span> },
  ]
  return (
    <Card title="How to speak with them" id="profile" aside={mayEdit ? <a href={`/people/${code}/profile`}>Change</a> : undefined}>
      <Props items={items} />
    </Card>
  )
}

export interface ShownStanding extends Standing {
  subject: ElementRef | null
  history: readonly { at: string; by: string; from: Engagement | null; to: Engagement | null; wanted: boolean }[]
}

/** Draws where somebody stands, overall and about each subject, with how their engagement went. */
export function StandingCard({ code, standings, mayEdit }: { code: string; standings: readonly ShownStanding[]; mayEdit: boolean }) {
  const overall = standings.find(({ subject }) => subject === null)
  return (
    <Card title="Where they stand" id="standing" aside={mayEdit ? <a href={`/people/${code}/standing`}>{overall ? "Change" : "Say where"}</a> : undefined} foot="Only relationship managers and planners see this.">
      {standings.length === 0 ? <p className="muted">Not known yet.</p> : null}
      {standings.map((standing) => (
        <section key={standing.subject?.code ?? "overall"} className="stack-small">
          <h3>
            {standing.subject === null ? "Overall" : <>About <a href={pathOf(standing.subject.kind, standing.subject.code)}>{standing.subject.name}</a></>}
            {standing.subject !== null && mayEdit ? <> · <a href={`/people/${code}/standing?about=${standing.subject.code}`}>Change<span className="visually-hidden"> about {standing.subject.name}</span></a></> : null}
          </h3>
          <Props items={itemsOf(standing)} />
          {standing.history.length > 0 ? (
            <details>
              <summary>How their engagement went</summary>
              <ol className="lines" reversed>
                {standing.history.map((one, at) => (
                  <li key={at}>
                    <span className="grow">
                      {one.wanted ? "Wanted: " : ""}
                      {one.from ? `${engagementWords[one.from]} → ` : ""}
                      {one.to ? engagementWords[one.to] : "not known"}
                    </span>
                    <span className="muted">{dayMonthYear(one.at.slice(0, 10))}, {one.by}</span>
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
        </section>
      ))}
    </Card>
  )
}

function itemsOf(standing: Standing) {
  const unknown = <span className="muted">Not known yet</span>
  const quarter = quarterOf(standing)
  return [
    { label: "Influence", value: standing.influence === null ? unknown : `${standing.influence} of 5` },
    { label: "Affected", value: standing.interest === null ? unknown : `${standing.interest} of 5` },
    { label: "How to work together", value: quarter ? quarterWords[quarter] : unknown },
    { label: "Where they are", value: standing.engagementNow ? engagementWords[standing.engagementNow] : unknown },
    { label: "Where we want them", value: standing.engagementWanted ? engagementWords[standing.engagementWanted] : unknown },
    { label: "Priority", value: priorityOf(standing) ?? unknown, note: priorityInWords(standing) },
  ]
}
