// /welcome: the first page of an empty installation.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireNobody } from "~/core/http.server"
import { onlyThisMachine } from "~/core/this-machine.server"
import { countRecords, findCompany } from "~/features/company/company.queries.server"
import { Welcome } from "~/features/people/sign-in-welcome"

export async function loader(args: LoaderFunctionArgs) {
  requireNobody(args)
  if (await findCompany(database())) throw redirect("/sign-in")
  return { mayExplore: onlyThisMachine(args.context.origin), brought: await countRecords(database()) }
}

export const meta = () => [{ title: "Welcome - Throughline" }]

export default function WelcomePage() {
  return <Welcome {...useLoaderData<typeof loader>()} />
}
