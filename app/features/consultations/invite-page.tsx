// The page of one participant: making their personal link, which is shown this once, and taking it back.
import type { ConsultationState } from "./consultation"
import { pathOf } from "~/features/elements/element"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { Notice } from "~/ui/notice"
import { PageHeader } from "~/ui/page-header"
import type { TakingShown } from "./before-view"
import { linkDays } from "./parts"

export interface InvitePageProps {
  code: string
  name: string
  state: ConsultationState
  /** the minutes wait for their word */
  confirms: boolean
  question: string
  part: TakingShown
  refused: readonly string[]
  /** the link that this form made, or that it had made one a moment before */
  link: string | "just made" | null
  mail: { isSet: boolean; address: string | null }
}

/** Draws the page. */
export function InvitePage({ code, name, state, confirms, question, part, refused, link, mail }: InvitePageProps) {
  const back = `/consultations/${code}`
  // what the mail says is an invitation: whether the minutes are right is asked by hand
  const mails = mail.isSet && mail.address !== null && state === "open"
  return (
    <div className="page narrow">
      <PageHeader title={confirms ? `Ask ${part.person.name} whether the minutes are right` : `${part.invitedOn ? "Remind" : "Invite"} ${part.person.name}`} crumbs={[{ label: "Conversations", href: "/consultations" }, { label: name, href: back }, { label: part.person.name, href: pathOf("person", part.person.code) }]} lede={`“${question}”`} />
      {refused.length > 0 ? <Notice tone="error">{refused.join(" ")}</Notice> : null}
      {link === "just made" ? (
        <Card title="A link was made just now" id="link" tone="focus">
          <p>The form was sent twice, and one link was made. It was shown once, with the first answer. If you did not see it, make another one: the first then opens nothing any more.</p>
        </Card>
      ) : null}
      {link !== null && link !== "just made" ? (
        <Card title={`A personal link for ${part.person.name}`} id="link" tone="focus">
          <div className="stack-small">
            <p>Send it to them and to nobody else: whoever has it answers in their name. It is good for {linkDays} days and is not shown again. Earlier links of theirs open nothing any more.</p>
            <code className="one-time">{link}</code>
          </div>
        </Card>
      ) : null}
      {state === "open" || (confirms && state === "closed") ? (
        <div className="row wrap">
          {mails ? (
            <form method="post" action={`${back}/people/${part.id}/mail`}>
              <OperationFields form={`mail ${part.id} ${link ?? ""}`} />
              <button type="submit" className="btn primary">
                Send it to {mail.address}
              </button>
            </form>
          ) : null}
          <form method="post" action={`${back}/people/${part.id}`}>
            <OperationFields form={`link ${part.id} ${link ?? ""}`} />
            <button type="submit" className={link || mails ? "btn" : "btn primary"}>
              {link ? "Make another link" : "Make a personal link"}
            </button>
          </form>
          {part.hasLink ? (
            <form method="post" action={`${back}/people/${part.id}/withdraw`}>
              <OperationFields form={`withdraw ${part.id}`} />
              <button type="submit" className="btn quiet">
                Take the link back
              </button>
            </form>
          ) : null}
          <a className="btn quiet" href={`${back}#people`}>
            Back to the conversation
          </a>
          {mails ? null : <p className="muted small">{mail.isSet && mail.address === null ? "There is no mail address on their record, so pass the link on yourself." : mail.isSet ? "Pass the link on yourself." : "No mail server is set, so pass the link on yourself."}</p>}
        </div>
      ) : (
        <p>Nobody can be invited: the conversation is not open. <a href={back}>Back to it</a></p>
      )}
    </div>
  )
}
