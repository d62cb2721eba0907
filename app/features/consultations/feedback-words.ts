// The words of the database that points and meetings share, for every room that may not ask it itself.
export type { Confidentiality, Disposition, FeedbackKind, RoleLevel } from "#db/words"

/** Which points the tab "after" shows. */
export type AfterShow = "all" | "unanswered" | "untold"
