// What the frame around every page needs: who is signed in, counts beside the places, and the notice after something was saved.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { database, type ReadDb } from "~/core/database.server"
import { currentActor } from "~/core/http.server"
import { newId } from "~/core/ids"
import { can, type Actor } from "~/core/policy"
import { readHistory } from "~/core/record-history.server"
import { namesOf } from "~/features/elements/elements.queries.server"
import { nameHistory } from "~/features/elements/panels.queries.server"
import { leftSentence, operationSentence } from "~/features/elements/operation-sentence"
import { mayBeTakenBack, undoOffered } from "~/features/elements/undo"
import { roleWords } from "~/features/people/account"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { waitingCount } from "~/features/alignment/my-work"
import { myWork } from "~/features/alignment/my-work.queries.server"

/** The shell's data, or null when nobody is signed in. */
export async function loadShell(args: LoaderFunctionArgs) {
  const actor = currentActor(args)
  if (!actor) return null
  const db = database()
  const { searchParams } = new URL(args.request.url)
  const [alignment, work, notice] = await Promise.all([currentAlignment(db), myWork(db, actor), noticeOf(db, searchParams.get("done"), actor)])
  const waiting = waitingCount(work)
  const { counts } = alignment.figures
  const of = (kind: "service" | "application" | "unit") => alignment.index.byKind.get(kind)?.length ?? 0
  return {
    account: { name: actor.name, roles: actor.roles.map((role) => roleWords[role].label).join(", ") },
    counts: {
      ...(waiting > 0 ? { "my-work": waiting } : {}),
      goals: counts.goals, initiatives: counts.initiatives, services: of("service"), applications: of("application"), units: of("unit"),
    },
    newItems: newItems(actor),
    sample: alignment.company.isSample ? { removeHref: can(actor, "administer") ? "/settings/sample" : undefined } : undefined,
    notice,
  }
}

function newItems(actor: Actor) {
  const records = can(actor, "edit chain")
    ? [
        { label: "Goal", href: "/goals/new" },
        { label: "Initiative", href: "/initiatives/new" },
        { label: "Service", href: "/services/new" },
        { label: "Application", href: "/applications/new" },
        { label: "Job", href: "/functions/new", note: "what a tool is used for" },
        { label: "Capability", href: "/capabilities/new", note: "optional" },
        { label: "Decision", href: "/decisions/new" },
        { label: "Unit", href: "/units/new" },
      ]
    : []
  const talks = can(actor, "edit engagement")
    ? [{ label: "Conversation", href: "/consultations/new" }, { label: "Promise", href: "/commitments/new" }, { label: "Person or group", href: "/people/new" }]
    : []
  return [...records, ...talks, { label: "Question", href: "/ask" }]
}

/** What the operation in the address did, with undo while it is offered. */
async function noticeOf(db: ReadDb, done: string | null, actor: Actor) {
  if (!done || !/^[0-9a-f-]{36}$/.test(done)) return null
  const entries = await readHistory(db, { operationId: done }, { standing: can(actor, "see standing") })
  const left = await leftByUndo(db, done)
  const first = entries[0]
  if (!first) return { sentence: `Nothing had to change.${left}`, undoAction: null, undoId: "" }
  const { entries: named, names } = await nameHistory(db, entries.slice(0, 40))
  const young = undoOffered(first.at.getTime(), Date.now())
  return {
    sentence: `${operationSentence(named, names, entries.length)}${left}`,
    undoAction: young && entries.every(mayBeTakenBack) && (first.actorId === actor.personId || can(actor, "edit chain")) ? `/undo/${done}` : null,
    undoId: newId(),
  }
}

/** What an undo did not touch, because somebody had changed it since: the person must learn which. */
async function leftByUndo(db: ReadDb, done: string): Promise<string> {
  const operation = await db.selectFrom("operation").select("outcome").where("id", "=", done).executeTakeFirst()
  const outcome: unknown = operation?.outcome
  if (typeof outcome !== "object" || outcome === null || !("left" in outcome) || !Array.isArray(outcome.left)) return ""
  const left = outcome.left.filter((id): id is string => typeof id === "string")
  return leftSentence(left, Object.fromEntries(await namesOf(db, left.slice(0, 20))))
}
