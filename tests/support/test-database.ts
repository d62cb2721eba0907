// What a run's set-up hands to every test file: where its own fresh copy comes from.

export type TestDatabase =
  | { kind: "postgres"; template: string; url: string }
  | { kind: "embedded"; snapshot: string }

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: TestDatabase
  }
}
