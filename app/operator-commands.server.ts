// What the command line can do; each command runs with the installation's database open.

import type { Settings } from "./core/env.server"

export interface OperatorCommand {
  /** The two words that call it. */
  name: string
  purpose: string
  options: Record<string, { required: boolean; example: string }>
  /** Does the work and returns the sentences for the person at the terminal; throws what is refused. */
  run: (values: Record<string, string>, settings: Settings) => Promise<string[]>
}

export const operatorCommands: readonly OperatorCommand[] = []
