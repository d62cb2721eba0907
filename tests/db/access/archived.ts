// Who may see archived records and their history, and who may put records away and bring them back, owners included.

import { randomUUID } from "node:crypto"
import { archiveApplications } from "~/features/applications/applications.commands.server"
import { archiveFunctions } from "~/features/applications/functions.commands.server"
import { archiveCapabilities } from "~/features/capabilities/capabilities.commands.server"
import { archiveCommitments, createCommitment } from "~/features/commitments/commitments.commands.server"
import { archiveGoals } from "~/features/goals/many-goals.commands.server"
import { archiveInitiatives } from "~/features/initiatives/initiatives.commands.server"
import { archivePeople } from "~/features/people/people.commands.server"
import { archiveServices } from "~/features/services/services.commands.server"
import { archiveUnits } from "~/features/units/units.commands.server"
import { aGoal, anInitiative, thePreparer, type Made } from "../../support/builders"
import { recordKinds } from "./records"
import { engagers, own, owners, planners, signedIn, type AccessRow, type Asker, type Statuses } from "./row"

interface Kind {
  list: string
  make: () => Promise<Made>
  archive: typeof archiveServices
  keeps: (status: number) => Statuses
  hasOwner: boolean
}

const kinds: readonly Kind[] = [
  { list: "goals", make: () => aGoal(), archive: archiveGoals, keeps: planners, hasOwner: true },
  { list: "initiatives", make: () => anInitiative(), archive: archiveInitiatives, keeps: planners, hasOwner: true },
  { ...recordKinds.service, archive: archiveServices },
  { ...recordKinds.application, archive: archiveApplications },
  { ...recordKinds.function, archive: archiveFunctions },
  { ...recordKinds.capability, archive: archiveCapabilities },
  { ...recordKinds.unit, archive: archiveUnits },
  { ...recordKinds.person, archive: archivePeople, keeps: engagers },
  { list: "commitments", make: () => createCommitment(thePreparer, { name: `Promise ${randomUUID()}`, dueOn: "2027-03-31" }), archive: archiveCommitments, keeps: engagers, hasOwner: false },
]

const form = () => ({ operationId: randomUUID() })

function rowsOf({ list, make, archive, keeps, hasOwner }: Kind): AccessRow[] {
  const owned = (asker: Asker) => (hasOwner ? own(asker, make) : make())
  async function putAway(asker: Asker): Promise<Made> {
    const made = await owned(asker)
    await archive(thePreparer, { ids: [made.id], archived: true })
    return made
  }
  const whose = hasOwner ? "own" : "any"
  // nobody changes what is archived: whoever could is told to restore it first
  const edits = (hasOwner ? owners : keeps)(422)
  return [
    { route: `routes/${list}.$code.edit`, method: "GET", of: `${whose}, archived`, expected: edits, request: async (asker) => ({ path: `/${list}/${(await putAway(asker)).code}/edit` }) },
    { route: `routes/${list}.$code.edit`, method: "POST", of: `${whose}, archived`, expected: edits, request: async (asker) => ({ path: `/${list}/${(await putAway(asker)).code}/edit`, form: { ...form(), version: "2", summary: "New words." } }) },
    { route: `routes/${list}.$code._index`, method: "GET", of: `${whose}, archived`, expected: signedIn(200), request: async (asker) => ({ path: `/${list}/${(await putAway(asker)).code}` }) },
    { route: "routes/history", method: "GET", of: `${list}, archived`, expected: signedIn(200), request: async (asker) => ({ path: `/history?about=${(await putAway(asker)).code}` }) },
    { route: `routes/${list}.$code.archive`, method: "POST", of: whose, expected: keeps(302), request: async (asker) => ({ path: `/${list}/${(await owned(asker)).code}/archive`, form: form() }) },
    { route: `routes/${list}.$code.restore`, method: "POST", of: `${whose}, archived`, expected: keeps(302), request: async (asker) => ({ path: `/${list}/${(await putAway(asker)).code}/restore`, form: form() }) },
  ]
}

export const archivedRows: readonly AccessRow[] = kinds.flatMap(rowsOf)
