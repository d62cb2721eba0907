/** Owns the colours of an exported map: the design's tokens as fixed values, since a file has no style sheet. */
import type { Palette } from "~/features/alignment/map-drawing"

const light: Readonly<Record<string, string>> = {
  surface: "#ffffff", "surface-2": "#eef1f5", text: "#18202b", muted: "#4b5565", border: "#d3d9e2", control: "#6f7a8a", edge: "#a9b3c2", primary: "#0a58a6",
  done: "#183268", "on-track": "#419973", "at-risk": "#b7600c", "off-track": "#83040a", "not-started": "#636a76",
  direction: "#351162", goal: "#3483d8", work: "#1b623a", service: "#a48738", application: "#c93682",
}
const dark: Readonly<Record<string, string>> = {
  surface: "#171e28", "surface-2": "#202936", text: "#e8edf4", muted: "#a9b4c4", border: "#2e3948", control: "#8592a6", edge: "#4a586c", primary: "#7cb8f2",
  done: "#248de4", "on-track": "#99edc7", "at-risk": "#f3ae27", "off-track": "#c0584b", "not-started": "#909194",
  direction: "#a195fe", goal: "#a4e0f2", work: "#3b9c5f", service: "#f4cb55", application: "#d36199",
}

/** Gives the palette of a file; a test holds it equal to the screen's tokens. */
export function filePalette(theme: "light" | "dark"): Palette {
  const colours = theme === "dark" ? dark : light
  return (token) => colours[token] ?? colours.text ?? ""
}
