// Any other address below /api/: told in JSON that it leads nowhere.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { refuseProgram, requireActor } from "~/core/http.server"

export function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  return refuseProgram(args, 404, "There is nothing at this address. What there is says /api/v1/openapi.json.")
}
