// Proves when a promise is due for which reminder, what makes two of them the same, and that a name cannot break out of the subject.
import { expect, it } from "vitest"
import { reminderEvent, reminderMail, reminderOf } from "~/features/commitments/reminder"

const today = "2026-12-01"
const promise = { code: "W-3", name: "Phones for the late shift", dueOn: "2026-12-08", unit: "Support" }

it("is soon from the seventh day before, then today, then late", () => {
  expect(["2026-12-09", "2026-12-08", "2026-12-02", "2026-12-01", "2026-11-30", "2025-01-01"].map((dueOn) => reminderOf(dueOn, today))).toEqual([null, "soon", "soon", "today", "late", "late"])
})

it("is another one for another kind, and anew after the promise was moved", () => {
  const events = [reminderEvent({ id: "x", dueOn: today }, "soon"), reminderEvent({ id: "x", dueOn: today }, "late"), reminderEvent({ id: "x", dueOn: "2026-12-02" }, "soon")]
  expect(new Set(events).size).toBe(3)
})

it("says what is due to whom, when, and where to go", () => {
  const mail = reminderMail(promise, "soon", { today, origin: "https://planner.example" })
  expect(mail.subject).toBe("Due soon: Phones for the late shift")
  expect(mail.body).toContain("What you promised Support is due in 7 days, on 8 Dec 2026:")
  expect(mail.body).toContain("https://planner.example/commitments/W-3")
  expect(reminderMail({ ...promise, unit: null, dueOn: "2026-11-30" }, "late", { today, origin: "" }).body).toContain("What you promised was due on 30 Nov 2026 and is 1 day late:")
  expect(reminderMail({ ...promise, dueOn: today }, "today", { today, origin: "" }).subject).toMatch(/^Due today: /)
})

it("keeps a name that breaks lines in one line", () => {
  const { subject, body } = reminderMail({ ...promise, name: "Phones\r\nBcc: everybody@firm.example" }, "late", { today, origin: "" })
  expect(subject).toBe("Late: Phones Bcc: everybody@firm.example")
  expect(body).not.toMatch(/^Bcc/m)
})
