// Enters what people said to each other: comments, questions and their answers.
import { addComment, answerQuestion, askQuestion } from "../door"
import type { Diary } from "./diary"
import { comments, questions } from "./talk"

/** Notes what was said and asked, under the records it is about. */
export function enterTalk(diary: Diary): void {
  const { clock } = diary
  for (const [record, by, on, words] of comments)
    diary.on(on, by, (author) => addComment(author, { elementId: diary.idOf(record), body: clock.words(words) }))
  questions.forEach(({ about, by, on, words, of, due, answer }, index) => {
    const name = `question ${index}`
    diary.on(on, by, async (asker) => {
      const asked = { elementIds: [diary.idOf(about)], body: clock.words(words), dueOn: clock.dayOrNull(due ?? null) }
      const { id } = await askQuestion(asker, of ? { ...asked, askedOf: diary.idOf(of) } : asked)
      if (id) diary.keep(name, id)
    })
    if (answer) diary.on(answer.on, answer.by, (answerer) => answerQuestion(answerer, { id: diary.idOf(name), answer: clock.words(answer.words) }))
  })
}
