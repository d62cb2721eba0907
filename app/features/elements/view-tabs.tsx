// The views of a screen: tabs over a list or a menu over the map, with keeping the present view and forgetting it again.
import { Tabs } from "~/ui/link-sets"
import { Menu } from "~/ui/menu"
import { OperationFields } from "./operation-fields"
import { sameView, viewHref, viewQuery, type SavedView, type ViewScreen } from "./saved-view"

export interface ViewTab {
  label: string
  query: string
  count?: number
}

export interface ViewTabsProps {
  screen: ViewScreen
  address: URLSearchParams
  /** the views every list comes with, the usual one first */
  tabs: readonly ViewTab[]
  views: readonly SavedView[]
}

/** Draws the views of a list as tabs; the one the address shows is marked, and a new one can be kept at their end. */
export function ViewTabs({ screen, address, tabs, views }: ViewTabsProps) {
  const query = viewQuery(address)
  const links = [...tabs, ...views.map(({ name, query: kept }) => ({ label: name, query: kept, count: undefined }))]
  return (
    <Tabs
      label="Views of the list"
      links={links.map(({ label, query: to, count }) => ({ label, href: viewHref(screen, to), current: sameView(to, query), count }))}
      end={<KeepView screen={screen} query={query} views={views} />}
    />
  )
}

/** Draws the views of a screen without tabs, such as the map, as one menu. */
export function ViewMenu({ screen, address, views }: Omit<ViewTabsProps, "tabs">) {
  const query = viewQuery(address)
  const shown = views.find((view) => sameView(view.query, query))
  return (
    <Menu label={shown ? <>View: {shown.name} ▾</> : "Views ▾"} className="btn quiet small" name="views">
      {views.length === 0 ? null : (
        <>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <a href={viewHref(screen, view.query)} aria-current={view === shown ? "page" : undefined}>
                  {view.name}
                  {view.mine ? null : <small>shared</small>}
                </a>
              </li>
            ))}
          </ul>
          <hr />
        </>
      )}
      {shown?.removable ? <Forget view={shown} /> : <KeepForm screen={screen} query={query} />}
    </Menu>
  )
}

function KeepView({ screen, query, views }: { screen: ViewScreen; query: string; views: readonly SavedView[] }) {
  const kept = views.find((view) => view.removable && sameView(view.query, query))
  if (kept) return <Forget view={kept} />
  return (
    <Menu label="Save this view" className="btn quiet small" name="views">
      <KeepForm screen={screen} query={query} />
    </Menu>
  )
}

function KeepForm({ screen, query }: { screen: ViewScreen; query: string }) {
  return (
    <form method="post" action="/views" className="form">
      <OperationFields form="save view" />
      <input type="hidden" name="screen" value={screen} />
      <input type="hidden" name="query" value={query} />
      <div className="field">
        <label htmlFor="view-name">Name of this view</label>
        <input className="input" id="view-name" name="name" required maxLength={60} autoComplete="off" />
      </div>
      <label className="choice">
        <input type="checkbox" name="shared" />
        <span>Show it to everybody</span>
      </label>
      <button type="submit" className="btn small">
        Save view
      </button>
    </form>
  )
}

function Forget({ view }: { view: SavedView }) {
  return (
    <form method="post" action={`/views/${view.id}/remove`}>
      <OperationFields form={`forget ${view.id}`} />
      <button type="submit" className="btn quiet small">
        {view.mine ? "Forget this view" : "Forget this shared view"}
      </button>
    </form>
  )
}
