// The type of Remix's options for the TypeScript files that import them.
import type { VitePluginConfig } from "@remix-run/dev"

declare const config: NonNullable<VitePluginConfig>
export default config
