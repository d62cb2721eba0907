// The sentence of every screen that would send mail, where no mail server is set: nothing leaves by itself, and what to do instead.

/** Draws the sentence with what to do instead; nothing where mail is set up. */
export function MailNote({ mailIsSet, instead }: { mailIsSet: boolean; instead: string }) {
  if (mailIsSet) return null
  return (
    <p className="muted small">
      <b>Mail is not set up here</b>, so nobody is mailed. {instead} An administrator of this machine sets it up with SMTP_URL and MAIL_FROM.
    </p>
  )
}
