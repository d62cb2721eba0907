// GET /settings/imports/:id/report/file: the person's own file with a Problem column.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { plainPage } from "~/core/plain-page"
import { found, keyParam, requireActor } from "~/core/http.server"
import { UnreadableFileError } from "~/features/exchange/brought"
import { fileHeaders } from "~/features/exchange/csv-writer.server"
import { givesBack } from "~/features/exchange/import-preview-ask"
import { problemsByLine } from "~/features/exchange/import-problems.queries.server"
import { assertMayRead } from "~/features/exchange/import-screen.server"
import { findImport, importContent } from "~/features/exchange/imports.queries.server"
import { problemFile } from "~/features/exchange/problem-file.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "import")
  const [db, id] = [database(), keyParam(args)]
  const view = await findImport(db, id)
  assertMayRead(actor, view)
  const kept = found(givesBack(view) && view.state !== "failed" ? await importContent(db, id) : null, "This file")
  const { fileName: name, format, choices } = view
  const given = await problemFile({ name, format, choices, bytes: kept.content }, await problemsByLine(db, id)).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) throw notGiven(error.message, args.context.requestId)
    throw error
  })
  const [, base = given.name, ending = "csv"] = /^(.*)\.([a-z]+)$/.exec(given.name) ?? []
  return new Response(Buffer.from(given.bytes), { headers: fileHeaders(base, ending, given.type) })
}

/** The page that says what the file is, where it cannot be given back with a column: a download has no other. */
function notGiven(sentence: string, requestId: string): Response {
  const page = plainPage({ title: "This file cannot be given back", sentences: [sentence, "The list of problems can still be downloaded from the import's page."], requestId })
  return new Response(page, { status: 422, headers: { "Content-Type": "text/html; charset=utf-8" } })
}
