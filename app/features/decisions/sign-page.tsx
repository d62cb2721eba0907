// Signing: the frozen words, all of them on one page, and the signature below.
import "./decision.css"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { pathOf } from "~/features/elements/element"
import { fullMoney } from "~/core/money"
import { Card } from "~/ui/card"
import { TextArea } from "~/ui/field"
import { PageHeader } from "~/ui/page-header"
import type { RoomShown } from "./room"
import { paybackWords } from "./saving"

/** Draws the page; who is not asked to sign now reads why. */
export function SignPage({ room, reply }: { room: RoomShown; reply: EditReply | undefined }) {
  const { decision, options, deciders, may, currency } = room
  const path = pathOf("decision", decision.code)
  const chosen = options.find(({ isLeading }) => isLeading)
  const signed = deciders.filter(({ signedOn }) => signedOn).length
  return (
    <div className="page narrow">
      <PageHeader title={decision.name} code={decision.code} crumbs={[{ label: "Decisions", href: "/decisions" }, { label: decision.name, href: path }, { label: "Sign" }]} lede={`${signed} of ${deciders.length} have signed. Everybody signs the same words; with the last signature it is decided.`} />
      <Card id="words" title="What you sign">
        <dl className="reads">
          <dt>About</dt>
          <dd>{decision.context}</dd>
          <dt>We choose</dt>
          <dd>{decision.outcome}{chosen ? ` (${chosen.letter} ${chosen.name})` : ""}</dd>
          <dt>Because</dt>
          <dd>{decision.reasons}</dd>
          {decision.constraints ? <><dt>Within what</dt><dd>{decision.constraints}</dd></> : null}
          {chosen?.saving ? <><dt>It saves</dt><dd>{fullMoney(chosen.saving.netYearly, currency)} a year. {paybackWords(chosen.saving)}.</dd></> : null}
          <dt>Looked at again</dt>
          <dd>{decision.reviewOn}</dd>
        </dl>
        <p><a href={`${path}/sheet`}>All of it on one page</a></p>
      </Card>
      {may.sign && decision.checksum ? (
        <Card id="signature" title="Your signature">
          <EditForm form={`sign ${decision.code}`} reply={reply} save="Sign it" cancelHref={path}>
            {(typed) => (
              <>
                <input type="hidden" name="checksum" value={decision.checksum ?? ""} />
                <TextArea label="What you see otherwise" {...typed.of("dissent")} rows={3} maxLength={2000} hint="You may sign and say that you would have chosen otherwise. It stands beside your name for good." />
                <p className="checksum">SHA-256 {decision.checksum}</p>
              </>
            )}
          </EditForm>
        </Card>
      ) : (
        <p className="muted">{decision.state === "ready" ? "It does not wait for your signature: you have signed, or you are not named." : "It does not wait for signatures."}</p>
      )}
    </div>
  )
}
