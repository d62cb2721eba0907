// On a unit's page: how far the loop of what it said is closed, and the way to every point.
import { Card } from "~/ui/card"

/** Draws the card; drawn apart from the list itself, so that a unit's page carries nothing of it. */
export function UnitSaidCard({ code, sentence }: { code: string; sentence: string }) {
  return (
    <Card title="You said, we did" id="said">
      <p>
        {sentence} <a href={`/units/${code}/said`}>What it said and what became of it</a>
      </p>
    </Card>
  )
}
