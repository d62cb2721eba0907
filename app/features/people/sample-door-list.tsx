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

/** Draws the people; the first few in sight, the rest on demand. `next` is where they go, when not to the page they land on. */
export function SampleDoor({ people, next }: { people: readonly SamplePerson[]; next: string }) {
  const rest = people.slice(first)
  return (
    <section className="door" aria-labelledby="door-title">
      <header>
        <h2 id="door-title">Walk in as one of the sample people</h2>
        <small>No password, sample company only</small>
      </header>
      <People people={people.slice(0, first)} next={next} />
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more people</summary>
          <People people={rest} next={next} />
        </details>
      ) : null}
    </section>
  )
}

function People({ people, next }: { people: readonly SamplePerson[]; next: string }) {
  const words = next === "" ? "" : `?next=${encodeURIComponent(next)}`
  return (
    <ul>
      {people.map(({ code, name, title, roles }) => (
        <li key={code}>
          <form method="post" action={`/sample/enter/${code}${words}`} data-document>
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
