// The same 50 rows as the product's list of initiatives, as plainly as they can be drawn.
import { useLoaderData } from "@remix-run/react"
import { fiftyInitiatives } from "../records.server"

export async function loader() {
  return { rows: await fiftyInitiatives() }
}

export default function List() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>Initiatives</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Choose</th>
            <th scope="col">Initiative</th>
            <th scope="col">Status</th>
            <th scope="col">Stage</th>
            <th scope="col">Helps</th>
            <th scope="col">Budget</th>
            <th scope="col">Starts</th>
            <th scope="col">Ends</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <td>
                <input type="checkbox" name="id" value={row.code} aria-label={`Choose ${row.name}`} />
              </td>
              <th scope="row">
                <a href={`/initiatives/${row.code}`}>{row.name}</a> <span>{row.code}</span>
              </th>
              <td>{row.health}</td>
              <td>{row.stage}</td>
              <td>{row.strength}</td>
              <td className="num">{row.budget}</td>
              <td>
                <time dateTime={row.starts ?? undefined}>{row.starts}</time>
              </td>
              <td>
                <time dateTime={row.ends ?? undefined}>{row.ends}</time>
              </td>
              <td>{row.owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
