// The measures of a goal that were archived: named, with their way back.
import { OperationFields } from "~/features/elements/operation-fields"

/** Draws them behind one line; nothing when there is none. */
export function ArchivedMeasures({ archived }: { archived: readonly { id: string; name: string }[] }) {
  if (archived.length === 0) return null
  return (
    <details className="rule">
      <summary className="small">{archived.length === 1 ? "1 archived measure" : `${archived.length} archived measures`}</summary>
      <ul className="lines">
        {archived.map(({ id, name }) => (
          <li key={id} className="row wrap">
            <span>{name}</span>
            <form className="push" method="post" action={`/measures/${id}/restore`}>
              <OperationFields form={`restore ${id}`} />
              <button type="submit" className="btn small" aria-label={`Bring the measure ${name} back`}>
                Bring it back
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
