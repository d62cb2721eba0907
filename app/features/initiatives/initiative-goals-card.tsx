// The goals an initiative helps, how strongly and why, and how its strategic contribution is worked out.
import { pathOf } from "~/features/elements/element"
import { strengths, strengthWords } from "~/features/elements/link"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Checkbox, Select, TextField } from "~/ui/field"
import { How } from "~/ui/how"
import { HelpStrength, NoReason } from "./initiative-marks"
import type { GoalLink, InitiativeAlignment, InitiativePageData } from "./initiative-page-data"

/** Draws the goals with their strength and reason; who may edit changes, unlinks and adds them here. */
export function GoalsCard({ data, alignment }: { data: InitiativePageData; alignment: InitiativeAlignment }) {
  const { initiative, goals, mayEdit } = data
  return (
    <Card
      title="Goals it helps"
      id="links"
      aside={alignment.contribution === null ? "Contribution n/a" : `${Math.round(alignment.contribution * 10) / 10} of 100 of what we want`}
      foot={
        <>
          <Contribution alignment={alignment} />
          {mayEdit ? (
            <a className="btn small push" href={`/initiatives/${initiative.code}/link?what=goal`}>
              Link a goal
            </a>
          ) : null}
        </>
      }
    >
      {goals.length === 0 ? (
        <p className="muted">It is linked to no goal yet.</p>
      ) : (
        <ul className="lines">
          {goals.map((link) => (
            <li key={link.id}>
              <div className="grow">
                <span className="row wrap">
                  <HelpStrength strength={link.strength} main={link.isPrimary} />
                  <a href={pathOf("goal", link.goal.code)}>{link.goal.name}</a>
                  <span className="code">{link.goal.code}</span>
                </span>
                {link.reason ? <small>“{link.reason}”</small> : <NoReason />}
                {mayEdit ? <EditLink link={link} /> : null}
              </div>
              {mayEdit ? (
                <form method="post" action={`/links/${link.id}/remove`} className="push">
                  <OperationFields form={`unlink ${link.id}`} />
                  <button type="submit" className="btn quiet small" aria-label={`Take the link with ${link.goal.name} away`}>
                    ×
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function EditLink({ link }: { link: GoalLink }) {
  return (
    <details className="disclose">
      <summary>Change</summary>
      <form method="post" action={`/links/${link.id}`} className="form">
        <OperationFields form={`link ${link.id}`} version={link.version} />
        <Select label="How much it helps" name="strength" id={`strength-${link.id}`} required defaultValue={String(link.strength)} options={strengths.map((value) => ({ value: String(value), label: strengthWords[value] }))} />
        <TextField label="Why it helps" name="note" id={`note-${link.id}`} required maxLength={1000} defaultValue={link.reason} />
        {link.isPrimary ? null : <Checkbox label="This is the main goal" name="isPrimary" id={`main-${link.id}`} />}
        <button type="submit" className="btn primary small">
          Save
        </button>
      </form>
    </details>
  )
}

function Contribution({ alignment }: { alignment: InitiativeAlignment }) {
  const rows = alignment.contributionRows
  return (
    <How title="Strategic contribution">
      <p>Weight of each goal it serves, times how much it helps (Strong 9, Some 3, Slight 1), over 9 times the weight of all goals, times 100 (formula F2).</p>
      {rows.length === 0 ? (
        <p>It serves no goal that counts, so it is {alignment.contribution === null ? "n/a" : "0"}.</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Goal</th>
              <th scope="col" className="num">Weight</th>
              <th scope="col" className="num">Helps</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.href}>
                <th scope="row">
                  <a href={row.href}>{row.name}</a>
                  {row.through ? <small className="muted"> {row.through}</small> : null}
                </th>
                <td className="num">{row.weight}</td>
                <td className="num">{row.strength}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>All goals weigh {alignment.weightSum}.</p>
    </How>
  )
}
