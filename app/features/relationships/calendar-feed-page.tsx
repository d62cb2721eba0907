// One's own calendar address: making it, seeing it once, making it anew and ending it.
import { dayMonthYear } from "~/core/calendar"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { PageHeader } from "~/ui/page-header"

/** Draws the page; `address` is there only in the answer that made it, or says that the same form had made one a moment before. */
export function CalendarFeedPage({ madeOn, address }: { madeOn: string | null; address: string | "just made" | null }) {
  return (
    <div className="page narrow">
      <PageHeader title="Your dates in your own calendar" lede="An address that your calendar reads: the promises you own and the reviews you look after, and nothing else." crumbs={[{ label: "Promises", href: "/commitments" }]} />
      {address === "just made" ? (
        <Card title="An address was made just now" id="address" tone="focus">
          <p>The form was sent twice, and one address was made. It was shown once, with the first answer. If you did not see it, make it anew: the first then ends.</p>
        </Card>
      ) : address === null ? null : (
        <Card title="Your address" id="address" tone="focus">
          <p>
            <code>{address}</code>
          </p>
          <p>It is shown this once. Whoever has it sees your dates: keep it to yourself, and make it anew when somebody else has seen it.</p>
        </Card>
      )}
      <Card title={madeOn === null ? "You have no address" : `You have an address since ${dayMonthYear(madeOn)}`} id="feed">
        <div className="row wrap">
          <form method="post" action="/calendar?index">
            <OperationFields form={`make ${address === null ? "first" : "again"}`} />
            <button type="submit" className="btn primary">
              {madeOn === null ? "Make my address" : "Make it anew"}
            </button>
          </form>
          {madeOn === null ? null : (
            <form method="post" action="/calendar/end">
              <OperationFields form="end" />
              <button type="submit" className="btn">
                End it
              </button>
            </form>
          )}
        </div>
        {madeOn === null ? null : <p className="small muted">Making it anew or ending it stops the one you have at once.</p>}
      </Card>
    </div>
  )
}
