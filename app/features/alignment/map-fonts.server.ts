// Where the product's font lies as files that a picture can be painted with; the browser's copy is in a format only browsers read.
import { createRequire } from "node:module"

const require = createRequire(import.meta.url)

/** Gives the paths of the regular and the half-bold font. */
export function fontFiles(): string[] {
  return ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) => require.resolve(`@expo-google-fonts/inter/${file}`))
}
