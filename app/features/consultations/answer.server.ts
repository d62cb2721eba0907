// What a personal link leads to: its page, or that it opens nothing any more; and who acts with it.
import { dayMonthYear } from "~/core/calendar"
import { database, readAs } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import type { Actor } from "~/core/policy"
import { theCompany } from "~/features/company/company.queries.server"
import { findPersonalLink } from "./before.queries.server"
import { levelWords } from "./consultation"
import { optionsOf } from "./consultations.queries.server"
import { hasRated } from "./minutes.queries.server"
import type { AnswerPageProps, AnswerPoint, ListeningStyle } from "./answer"

const wordingWords: Record<ListeningStyle, string> = { plain: "In plain words", standard: "In business words", technical: "In technical words" }

const doneWords = ["sent", "kept", "replied", "rated"] as const

/** The link that belongs to the token's hash; refused with a sentence that does not say whether it ever existed. */
export async function personalLink(tokenHash: string) {
  const link = await findPersonalLink(database(), tokenHash, new Date())
  if (!link) throw new NotFoundError("This personal page")
  return link
}

/** Whoever the link belongs to, without any role: the command asks for none. */
export function respondentOf(link: { personId: string; name: string }): Actor {
  return { kind: "person", personId: link.personId, name: link.name, roles: [] }
}

/** The page behind a link; `wording` is what the person asked for, else what fits them. */
export async function answerPage(tokenHash: string, asked: { wording: string | null; done: string | null; path: string }): Promise<AnswerPageProps> {
  const link = await personalLink(tokenHash)
  const [options, company] = await Promise.all([optionsOf(database(), link.consultationId), theCompany(database())])
  const words: Record<ListeningStyle, string> = { plain: link.questionPlain, standard: link.questionStandard, technical: link.questionTechnical }
  const wordings = (Object.keys(words) as ListeningStyle[]).filter((style) => words[style] !== "")
  const style = wordings.find((one) => one === asked.wording) ?? wordings.find((one) => one === link.listeningStyle) ?? "plain"
  const toRate = link.heardAt !== null && (link.minutesSentAt !== null || link.state !== "open")
  const draft = (link.draft ?? { optionId: null, points: [] }) as unknown as { optionId: string | null; points: AnswerPoint[] }
  return {
    name: link.name, company: company.name, title: link.title, summary: link.summary, question: words[style], promise: levelWords[link.participationLevel].promise,
    costs: link.costs, effects: link.effects, owner: link.owner, wordings: wordings.map((one) => ({ style: one, label: wordingWords[one] })), style,
    closesOn: link.closesOn && dayMonthYear(link.closesOn), options: options.map(({ id, name, summary }) => ({ id, name, summary })),
    saved: { optionId: draft.optionId ?? link.optionId, points: draft.points }, answered: link.heardAt !== null,
    done: doneWords.find((one) => one === asked.done) ?? null, mayRate: toRate && !(await readAs(link.personId, (db) => hasRated(db, link.participationId))),
    minutes: link.heardAt !== null && link.minutesSentAt !== null ? { text: link.minutes, says: link.says, words: link.mendWords ?? "" } : null, open: link.state === "open", path: asked.path,
  }
}
