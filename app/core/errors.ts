// The expected failures, each with a sentence for the person who meets it, and database constraints turned into them.

/** A rule of the planner refused; `field` names the form field beside which the sentence belongs. */
export class RuleError extends Error {
  readonly field: string | undefined
  constructor(message: string, options: { field?: string } = {}) {
    super(message)
    this.name = "RuleError"
    this.field = options.field
  }
}

/** The page of a refusal: what it says, and the way on that it offers. */
export interface RefusalPage {
  title: string
  sentence: string
  way: { href: string; label: string }
}

/** What Remix reads as an answer with a status: thrown by a loader, the error becomes that page and not a defect. */
class AnsweredError extends Error {
  readonly type = "DataWithResponseInit"
  readonly data: string | RefusalPage
  readonly init: { status: number }
  constructor(data: string | RefusalPage, status: number) {
    super(typeof data === "string" ? data : data.sentence)
    this.data = data
    this.init = { status }
  }
}

/** A form that is not shown, since it could not be saved: 403 for who may not, 422 where a rule stands against it. */
export class FormRefused extends AnsweredError {
  constructor(page: RefusalPage, status: 403 | 422) {
    super(page, status)
    this.name = "FormRefused"
  }
}

/** What is said of a record that is archived and should have been changed. */
export function archivedSentence(name: string): string {
  return `${name} is archived. Restore it first.`
}

export class ForbiddenError extends AnsweredError {
  constructor(message: string) {
    super(message, 403)
    this.name = "ForbiddenError"
  }
}

export class NotFoundError extends AnsweredError {
  constructor(what: string) {
    super(`${what} is not here. It may have been archived or never existed.`, 404)
    this.name = "NotFoundError"
  }
}

export interface Conflict {
  field: string
  base: unknown
  mine: unknown
  theirs: unknown
}

/** Two people changed the same field: both versions travel with it, so that the person can choose. */
export class StaleError extends Error {
  readonly conflicts: readonly Conflict[]
  /** the version to post with the choice */
  readonly version: number
  /** who changed it last, and when (ISO) */
  readonly by: string
  readonly at: string
  /** posted fields that the person had not changed: they take what stands now and must not be posted with the choice */
  readonly untouched: readonly string[]
  /** names of the records whose ids are in conflict */
  readonly names: Readonly<Record<string, { name: string }>>
  constructor(stale: { conflicts: readonly Conflict[]; version: number; by: string; at: string; untouched?: readonly string[]; names?: Readonly<Record<string, { name: string }>> }) {
    super(`${stale.by} changed the same thing. Nothing of yours is lost: choose what to keep.`)
    this.name = "StaleError"
    this.conflicts = stale.conflicts
    this.version = stale.version
    this.by = stale.by
    this.at = stale.at
    this.untouched = stale.untouched ?? []
    this.names = stale.names ?? {}
  }
}

const constraintSentences: Record<string, { message: string; field?: string }> = {
  responsibility_one_accountable: { message: "Somebody else is already the owner. There is one owner at most.", field: "ownerId" },
  responsibility_once: { message: "This person already has that part.", field: "personId" },
  group_answers_for_nothing: { message: "A group cannot own anything or have a part. Name one person of it.", field: "personId" },
  group_sponsors_nothing: { message: "A group cannot be a sponsor. Name one person of it.", field: "sponsorId" },
  group_has_no_account: { message: "A group cannot sign in. Give the account to one person.", field: "personId" },
  group_answers_no_question: { message: "A group cannot answer a question. Ask one person of it.", field: "askedOf" },
  person_or_group: { message: "A person stays a person and a group a group. Make a new one, and archive this one.", field: "groupHeadcount" },
  link_once: { message: "These two are already linked in this way.", field: "toId" },
  link_not_itself: { message: "A record cannot be linked to itself.", field: "toId" },
  link_one_primary: { message: "Somebody just chose another main goal. Reload and choose again.", field: "toId" },
  link_from_kind_relation_to_kind_fkey: { message: "These two kinds of record cannot be linked in this way.", field: "toId" },
  reading_once: { message: "There is already a reading for that day. Correct it instead.", field: "readOn" },
  account_email_key: { message: "Another account already uses this e-mail address.", field: "email" },
  saved_view_name: { message: "You already have a view with this name.", field: "name" },
  decision_signed: { message: "A signed decision is superseded, never edited. Start a new one in its place." },
  decision_weights_locked: { message: "Somebody has scored already, so the criteria and their weights stay." },
  decision_weights_sum: { message: "The weights must sum to 100 before anybody scores." },
  decision_tie_pkey: { message: "This decision names that record already. Take it off first.", field: "toId" },
  realised_saving_days: { message: "A saving was recorded for some of these days already. The same days count once.", field: "fromOn" },
  exception_no_overlap: { message: "There is an exception for these days already. Give it back early, or begin after it.", field: "fromOn" },
  exception_twelve_months: { message: "An exception lasts twelve months at most.", field: "untilOn" },
  fit_answer_once: { message: "This person already answered these questions for that day. Take that answer away first, or choose another day.", field: "answeredOn" },
  cost_line_once: { message: "Somebody just wrote this cost down. Reload the page to see it." },
  accepted_gap_once: { message: "This gap is already accepted.", field: "reason" },
}

/** The rule a violated constraint stands for, or undefined where the violation is a defect of ours. */
export function ruleOfConstraint(error: unknown): RuleError | undefined {
  if (!(error instanceof Error) || !("constraint" in error) || typeof error.constraint !== "string") return undefined
  const known = constraintSentences[error.constraint]
  return known && new RuleError(known.message, { field: known.field })
}
