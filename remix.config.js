// Remix's options, in one place.

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  // Several programs come out of the server build; each keeps its own name.
  serverBuildFile: "[name].js",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // Its endpoint lets strangers make the server match routes without end.
    v3_lazyRouteDiscovery: false,
  },
}
