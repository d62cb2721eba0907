// The people of the sample company, one click each.
import ArrowRight from "lucide-react/icons/arrow-right"
import type { Role } from "~/core/policy"
import { Avatar } from "~/ui/avatar"
import { roleWords } from "./account"

export interface SamplePerson {
  code: string
  name: string
  title: string
  roles: readonly Role[]
}

const first = 4

/** Draws the people; the first few in sight, the rest on demand. */
export function SampleDoor({ people }: { people: readonly SamplePerson[] }) {
  const rest = people.slice(first)
  return (
    <section className="door" aria-labelledby="door-title">
      <header>
        <h2 id="door-title">Walk in as one of the sample people</h2>
        <small>No password, sample company only</small>
      </header>
      <People people={people.slice(0, first)} />
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more people</summary>
          <People people={rest} />
        </details>
      ) : null}
    </section>
  )
}

function People({ people }: { people: readonly SamplePerson[] }) {
  return (
    <ul>
      {people.map(({ code, name, title, roles }) => (
        <li key={code}>
          <form method="post" action={`/sample/enter/${code}`} data-document>
            <button type="submit">
              <Avatar name={name} />
              <span>
                <b>{name}</b> <span className="muted">{title}</span>
                <small>{doing(roles)}</small>
              </span>
              <ArrowRight className="push" size={16} aria-hidden="true" />
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function doing(roles: readonly Role[]): string {
  const most = [...roles].sort((a, b) => strength.indexOf(b) - strength.indexOf(a))[0]
  return most ? `${roles.map((role) => roleWords[role].label).join(", ")}: ${roleWords[most].may}` : ""
}

const strength: readonly Role[] = ["viewer", "contributor", "brm", "admin", "planner"]
