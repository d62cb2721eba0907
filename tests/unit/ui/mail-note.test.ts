// What a screen says where it would send mail and cannot.
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, it } from "vitest"
import { MailNote } from "~/ui/mail-note"

const drawn = (mailIsSet: boolean) => renderToStaticMarkup(createElement(MailNote, { mailIsSet, instead: "Copy the link." }))

it("says that nobody is mailed, and what to do instead; nothing where mail is set up", () => {
  expect(drawn(false)).toMatch(/not set up here.*nobody is mailed\. Copy the link\..*SMTP_URL/)
  expect(drawn(true)).toBe("")
})
