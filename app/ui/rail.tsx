/** Owns the places of the planner: the rail on wide screens, the bottom bar of five and its "More" on phones. */
import CheckSquare from "lucide-react/icons/square-check"
import MenuIcon from "lucide-react/icons/menu"
import Newspaper from "lucide-react/icons/newspaper"
import Spline from "lucide-react/icons/spline"
import Target from "lucide-react/icons/target"
import { DrawnOnce } from "~/ui/drawn-once"
import { Wordmark } from "~/ui/wordmark"

export type Place = "my-work" | "map" | "strategy" | "goals" | "initiatives" | "services" | "applications" | "functions" | "standards" | "allowed" | "units" | "stakeholders" | "consultations" | "commitments" | "relationships" | "decisions" | "settings"
export type PlaceCounts = Readonly<Partial<Record<Place, number | string>>>

interface Entry {
  place: Place
  label: string
  href: string
}

const MY_WORK: Entry = { place: "my-work", label: "My work", href: "/" }
const SETTINGS: Entry = { place: "settings", label: "Settings", href: "/settings" }
const GROUPS: readonly { label: string; entries: readonly Entry[] }[] = [
  {
    label: "Overview",
    entries: [
      { place: "map", label: "Alignment map", href: "/map" },
      { place: "strategy", label: "Strategy on a page", href: "/strategy" },
    ],
  },
  {
    label: "Direction",
    entries: [
      { place: "goals", label: "Goals", href: "/goals" },
      { place: "initiatives", label: "Initiatives", href: "/initiatives" },
      { place: "decisions", label: "Decisions", href: "/decisions" },
    ],
  },
  {
    label: "People",
    entries: [
      { place: "stakeholders", label: "People & groups", href: "/stakeholders" },
      { place: "consultations", label: "Conversations", href: "/consultations" },
      { place: "commitments", label: "Promises", href: "/commitments" },
      { place: "relationships", label: "Relationships", href: "/relationships" },
    ],
  },
  {
    label: "Running IT",
    entries: [
      { place: "services", label: "Services", href: "/services" },
      { place: "applications", label: "Applications", href: "/applications" },
      { place: "functions", label: "One tool per job", href: "/functions" },
      { place: "standards", label: "Standards", href: "/standards" },
      { place: "allowed", label: "Is it allowed?", href: "/allowed" },
      { place: "units", label: "Units", href: "/units" },
    ],
  },
]

interface RailProps {
  /** The page's path, to mark where one is. */
  path: string
  counts: PlaceCounts
}

/** Draws the left rail. */
export function Rail(props: RailProps) {
  return <DrawnOnce of={GROUPS} by={`rail ${shownBy(props)}`} draw={() => <WholeRail {...props} />} />
}

function WholeRail({ path, counts }: RailProps) {
  return (
    <nav className="rail" aria-label="Main">
      <Wordmark />
      <ul>
        <RailEntry entry={MY_WORK} path={path} counts={counts} />
      </ul>
      <PlaceGroups path={path} counts={counts} />
      <a className="rail-foot" href={SETTINGS.href} aria-current={currentOf(SETTINGS, path)}>
        {SETTINGS.label}
      </a>
    </nav>
  )
}

/** Draws the five places at a phone's thumb; "More" opens the rest, or leads to them where scripts are off. */
export function BottomBar(props: RailProps) {
  return <DrawnOnce of={GROUPS} by={`bottom ${shownBy(props)}`} draw={() => <WholeBottomBar {...props} />} />
}

function WholeBottomBar({ path, counts }: RailProps) {
  const waiting = counts["my-work"]
  return (
    <nav className="bottom-bar" aria-label="Main, short">
      <a href="/map" aria-current={currentOf({ place: "map", label: "", href: "/map" }, path)}>
        <Spline size={22} aria-hidden="true" />
        Map
      </a>
      <a href="/strategy" aria-current={currentOf({ place: "strategy", label: "", href: "/strategy" }, path)}>
        <Newspaper size={22} aria-hidden="true" />
        Strategy
      </a>
      <a href="/" aria-current={currentOf(MY_WORK, path)}>
        <CheckSquare size={22} aria-hidden="true" />
        My work
        {waiting ? <span className="badge">{waiting}</span> : null}
      </a>
      <a href="/goals" aria-current={currentOf({ place: "goals", label: "", href: "/goals" }, path)}>
        <Target size={22} aria-hidden="true" />
        Goals
      </a>
      <a href="/settings" data-dialog="more-places" role="button" aria-haspopup="dialog">
        <MenuIcon size={22} aria-hidden="true" />
        More
      </a>
    </nav>
  )
}

/** Draws every place for a phone, as a sheet from below. */
export function MorePlaces(props: RailProps) {
  return <DrawnOnce of={GROUPS} by={`more ${shownBy(props)}`} draw={() => <AllPlaces {...props} />} />
}

function AllPlaces({ path, counts }: RailProps) {
  return (
    <dialog className="more-panel" id="more-places" aria-label="All places">
      <PlaceGroups path={path} counts={counts} />
      <ul>
        <RailEntry entry={SETTINGS} path={path} counts={counts} />
      </ul>
      <form method="dialog">
        <button type="submit" className="btn quiet">
          Close
        </button>
      </form>
    </dialog>
  )
}

function PlaceGroups({ path, counts }: RailProps) {
  return (
    <>
      {GROUPS.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h2>{group.label}</h2>
          <ul>
            {group.entries.map((entry) => (
              <RailEntry key={entry.place} entry={entry} path={path} counts={counts} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function RailEntry({ entry, path, counts }: RailProps & { entry: Entry }) {
  const count = counts[entry.place]
  return (
    <li>
      <a href={entry.href} aria-current={currentOf(entry, path)}>
        {entry.label}
        {count === undefined ? null : <span className="count">{count}</span>}
      </a>
    </li>
  )
}

/** All that the places show: where one is, and the counts, one of which is the person's own. */
function shownBy({ path, counts }: RailProps): string {
  return JSON.stringify([[MY_WORK, SETTINGS, ...GROUPS.flatMap(({ entries }) => entries)].map((entry) => currentOf(entry, path) ?? ""), counts])
}

/** A record's page marks its list's entry too; the start page is marked only on itself. */
function currentOf(entry: Entry, path: string): "page" | "true" | undefined {
  if (path === entry.href) return "page"
  return entry.href !== "/" && path.startsWith(`${entry.href}/`) ? "true" : undefined
}
