// GET /search/results?q=: what the palette shows while somebody types.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database } from "~/core/database.server"
import { fold } from "~/core/fold"
import { requireActor } from "~/core/http.server"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { answerShort } from "~/features/decisions/allowed"
import { answersFor } from "~/features/decisions/allowed.queries.server"
import { kindWords, pathOf } from "~/features/elements/element"
import { groupByKind, searchElements } from "~/features/elements/search.queries.server"
import { places } from "~/features/elements/places"

/** Answers beside the first products; more than these stand below what one sees. */
const mostAnswered = 5

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const typed = new URL(args.request.url).searchParams.get("q") ?? ""
  const found = await searchElements(database(), typed, 20)
  const { today } = await currentAlignment(database())
  const answered = await answersFor(database(), found.filter(({ kind }) => kind === "application").slice(0, mostAnswered), { personId: actor.personId, today })
  const answerOf = new Map(answered.map(({ product, answers }) => [product.id, [...new Set(answers.map(({ answer }) => answerShort(answer)))].join("; ")]))
  const near = places.filter(({ label }) => fold(label).includes(fold(typed))).slice(0, typed ? 4 : 12)
  const groups = [
    ...groupByKind(found).map(({ kind, elements }) => ({
      label: kindWords[kind].many,
      items: elements.map((element) => ({ label: element.name, code: element.code, href: pathOf(element.kind, element.code), ...(answerOf.has(element.id) ? { note: `Allowed? ${answerOf.get(element.id)}` } : {}) })),
    })),
    ...(answered.length > 0 ? [{ label: "Is it allowed?", items: [{ label: `Is “${typed.trim()}” allowed?`, href: `/allowed?q=${encodeURIComponent(typed.trim())}` }] }] : []),
    ...(near.length > 0 ? [{ label: "Places", items: near }] : []),
  ]
  return Response.json({ groups })
}
