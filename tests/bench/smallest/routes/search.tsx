// The bare trigram query, drawn as plainly as it can be.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { matching } from "../records.server"

export async function loader({ request }: LoaderFunctionArgs) {
  return { found: await matching(new URL(request.url).searchParams.get("q") ?? "") }
}

export default function Search() {
  const { found } = useLoaderData<typeof loader>()
  return (
    <ul>
      {found.map(({ code, name }) => (
        <li key={code}>
          <a href={`/${code}`}>{name}</a> <span>{code}</span>
        </li>
      ))}
    </ul>
  )
}
