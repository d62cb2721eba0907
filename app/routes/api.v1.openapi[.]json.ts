// GET /api/v1/openapi.json: what there is to ask, made from the schemas of the answers.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { requireActor } from "~/core/http.server"
import { apiDocument } from "~/features/exchange/api-document.schema"

export function loader(args: LoaderFunctionArgs) {
  requireActor(args)
  return Response.json(apiDocument(args.context.origin))
}
