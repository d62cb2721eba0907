// POST /sample/enter/P-3: walks in as one of the sample company's people, while its door is open.
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { found } from "~/core/http.server"
import { log } from "~/core/log.server"
import { safeRedirect } from "~/core/safe-redirect"
import { signedInAt } from "~/core/sign-in.server"
import { onlyThisMachine } from "~/core/this-machine.server"
import { landingPath } from "~/features/people/account"
import { peopleAtTheDoor } from "~/features/people/sample-door.queries.server"

export async function action({ context, params, request }: ActionFunctionArgs) {
  const people = found(await peopleAtTheDoor(database(), onlyThisMachine(context.origin)), "The sample’s door")
  const person = found(people.find(({ code }) => code === params.code), "This person")
  log.security("signed in", { requestId: context.requestId, address: context.clientAddress, personId: person.personId, door: "sample" })
  return signedInAt(context, person.personId, safeRedirect(new URL(request.url).searchParams.get("next"), landingPath(person.roles)))
}

export function loader() {
  return redirect("/sign-in")
}
