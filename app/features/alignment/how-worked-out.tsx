/** Owns the answer to "How is this worked out?" beside a figure of alignment. */
import type { Working } from "~/features/alignment/working"
import { DrawnOnce } from "~/ui/drawn-once"
import { How } from "~/ui/how"

/** Draws formula, inputs and the first records of a figure; the rest is one link away. */
export function HowWorkedOut({ figure, label }: { figure: Working; label?: string }) {
  return <DrawnOnce of={figure} by={label ?? ""} draw={() => <Explanation figure={figure} label={label} />} />
}

function Explanation({ figure, label }: { figure: Working; label: string | undefined }) {
  return (
    <How title={figure.title} asOf={figure.asOf} label={label}>
      <p>{figure.formula}</p>
      <WorkingInputs figure={figure} />
      {figure.groups
        .filter((group) => group.records.length > 0)
        .slice(0, 3)
        .map((group) => (
          <p key={group.title}>
            <b>{group.title}:</b>{" "}
            {group.records.map((record, at) => (
              <span key={record.code}>
                {at === 0 ? "" : ", "}
                <a href={record.href}>{record.name}</a>
              </span>
            ))}
            {(group.total ?? 0) > group.records.length ? ` and ${(group.total ?? 0) - group.records.length} more` : ""}
          </p>
        ))}
      <p>
        <a href={`/figures/${figure.name}`}>All records behind it</a>
      </p>
    </How>
  )
}

/** Draws the inputs of a figure as a small table. */
export function WorkingInputs({ figure }: { figure: Working }) {
  if (figure.inputs.length === 0) return null
  return (
    <table>
      <tbody>
        {figure.inputs.map((input, at) => (
          <tr key={`${at} ${input.label}`}>
            <th scope="row">{input.label}</th>
            <td className="num">{input.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
