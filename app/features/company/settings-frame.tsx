// The frame of the settings: one title, and the parts this person may see as tabs.
import type { ReactNode } from "react"
import { Tabs } from "~/ui/link-sets"
import { PageHeader } from "~/ui/page-header"
import "./settings.css"

export type SettingsPart = "you" | "company" | "people" | "imports" | "export" | "tokens" | "history" | "sample"

const parts: Record<SettingsPart, { label: string; href: string }> = {
  you: { label: "You", href: "/settings" },
  company: { label: "Company", href: "/settings/company" },
  people: { label: "Accounts and roles", href: "/settings/people" },
  imports: { label: "Imports", href: "/settings/imports" },
  export: { label: "Export", href: "/settings/export" },
  tokens: { label: "API tokens", href: "/settings/tokens" },
  history: { label: "History", href: "/settings/history" },
  sample: { label: "Sample company", href: "/settings/sample" },
}

/** Which parts somebody may open. */
export function settingsParts(may: { administer: boolean; editChain: boolean; bringIn: boolean; sample: boolean }): SettingsPart[] {
  const wanted: [SettingsPart, boolean][] = [
    ["you", true], ["company", may.editChain], ["people", may.administer], ["imports", may.bringIn], ["export", may.bringIn], ["tokens", may.administer], ["history", may.editChain], ["sample", may.administer && may.sample],
  ]
  return wanted.filter(([, open]) => open).map(([part]) => part)
}

/** Draws tabs above one part of the settings. */
export function SettingsFrame({ current, open, title, lede, actions, children }: {
  current: SettingsPart
  open: readonly SettingsPart[]
  title?: string
  lede?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="page settings">
      <PageHeader title={title ?? "Settings"} lede={lede} actions={actions} />
      <Tabs label="Settings" links={open.map((part) => ({ ...parts[part], current: part === current }))} />
      {children}
    </div>
  )
}
