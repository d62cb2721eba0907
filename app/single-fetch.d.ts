// Tells the types that loaders answer through single fetch: their data arrives as it left, dates included.
import "@remix-run/node"

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true
  }
}
