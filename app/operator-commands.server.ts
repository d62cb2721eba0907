// What the command line can do; each command runs with the installation's database open.

import { exportTo, figures } from "./operator-files.server"
import { importFrom } from "./operator-import.server"
import { userAdd, userDisable, userEnable, userRole } from "./operator-people.server"
import { backup, demoAdd, demoRemove, moveTo, restore } from "./operator-records.server"
import type { OperatorCommand } from "./operator.server"

export const operatorCommands: readonly OperatorCommand[] = [
  importFrom, exportTo, figures,
  userAdd, userDisable, userEnable, userRole,
  backup, restore, moveTo,
  demoAdd, demoRemove,
]
