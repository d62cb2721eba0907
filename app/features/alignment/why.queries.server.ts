// Reading the answer to "why?" of one record, with who was heard about it: the same words on every page.
import type { ReadDb } from "~/core/database.server"
import { onceFor } from "~/core/once-for"
import type { Alignment } from "~/features/alignment/alignment.queries.server"
import { heardAbout } from "~/features/alignment/heard.queries.server"
import { heardTopics } from "~/features/alignment/why-heard"
import { linkedWhy, type LinkedWhy } from "~/features/alignment/why-links"

/** Gives question and answer with links; null for a record that is not in the graph. Read once for a version. */
export function answeredWhy(db: ReadDb, alignment: Alignment, id: string): Promise<LinkedWhy | null> {
  return onceFor(alignment, `why ${id}`, async () => linkedWhy(alignment.model, id, await heardAbout(db, heardTopics(alignment.model, id).map((topic) => topic.id))))
}
