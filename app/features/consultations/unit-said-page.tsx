// The page "you said, we did" of a unit.
import { PageHeader } from "~/ui/page-header"
import { pathOf, type ElementRef } from "~/features/elements/element"
import { loopSentence, type LoopClosure } from "./feedback-loop"
import { SaidCard, type SaidCardProps } from "./said-card"

/** Draws the page. */
export function UnitSaidPage({ unit, closure, ...card }: { unit: ElementRef; closure: LoopClosure } & Omit<SaidCardProps, "title" | "none">) {
  return (
    <div className="page">
      <PageHeader
        title={`${unit.name}: you said, we did`} lede={loopSentence(closure)}
        crumbs={[{ label: "Units", href: "/units" }, { label: unit.name, href: pathOf("unit", unit.code) }, { label: "You said, we did" }]}
      />
      <SaidCard {...card} title="You said, we did" none="Nobody of this unit has raised a point that you may read. Points said in confidence name no unit." />
    </div>
  )
}
