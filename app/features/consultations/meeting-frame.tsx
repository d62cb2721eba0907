// The three moments of a conversation as tabs: before, during, after.
import { Segmented } from "~/ui/link-sets"

export type Moment = "before" | "during" | "after"

/** Draws the tabs; each moment has an address of its own. */
export function MomentTabs({ code, at }: { code: string; at: Moment }) {
  const path = `/consultations/${code}`
  return (
    <Segmented
      label="Moments of this conversation"
      links={[
        { label: "Before", href: path, current: at === "before" },
        { label: "During", href: `${path}/during`, current: at === "during" },
        { label: "After", href: `${path}/after`, current: at === "after" },
      ]}
    />
  )
}
