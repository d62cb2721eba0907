// GET /stakeholders/P-8: leads to the page of that person or group.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node"
import { idParam, requireActor } from "~/core/http.server"

export function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  return redirect(`/people/P-${idParam(args, "P", "code")}`)
}
