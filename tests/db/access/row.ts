// What a row of the role matrix says, and the usual answers by role.

import { giveResponsibility } from "~/features/elements/responsibilities.commands.server"
import { aPerson, thePreparer, type Made, type SignedInActor } from "../../support/builders"

export const identities = ["anonymous", "viewer", "contributor", "brm", "planner", "admin"] as const
export type Identity = (typeof identities)[number]
export type Statuses = Record<Identity, number>

/** Who asks; null when nobody is signed in. Prepare a record of their own, or somebody else's, for the request. */
export type Asker = SignedInActor | null

export interface SampleRequest {
  path: string
  /** the posted fields; a request with fields is a POST */
  form?: Record<string, string>
}

export interface AccessRow {
  /** the route's id, as Remix names it: "routes/goals.$id" */
  route: string
  method: "GET" | "POST"
  /** which case, where one route and method need several ("own", "another's") */
  of?: string
  /** Makes a fresh request for each identity; records are made anew, so that no cell changes another. */
  request: (asker: Asker) => SampleRequest | Promise<SampleRequest>
  expected: Statuses
}

/** Stands for "sent to the sign-in page", which as a bare status would look like any other redirect. */
export const toSignIn = 401

/** Nobody signed in is sent to sign in; everybody else gets the status. */
export function signedIn(status: number): Statuses {
  return { anonymous: toSignIn, viewer: status, contributor: status, brm: status, planner: status, admin: status }
}

/** Planners and administrators get the status; the other roles are refused. */
export function planners(status: number): Statuses {
  return { ...signedIn(403), planner: status, admin: status }
}

/** Whoever may edit what is theirs gets the status for a record of their own: everybody but viewers. */
export function owners(status: number): Statuses {
  return { ...signedIn(status), viewer: 403 }
}

/** Relationship managers, planners and administrators get the status: whoever looks after people, groups and what was said. */
export function engagers(status: number): Statuses {
  return { ...planners(status), brm: status }
}

/** Relationship managers and planners, who see where people stand; not even administrators. */
export function standingReaders(status: number): Statuses {
  return { ...engagers(status), admin: 403 }
}

/** Administrators alone get the status. */
export function administrators(status: number): Statuses {
  return { ...signedIn(403), admin: status }
}

/** Everybody gets the status, signed in or not. */
export function anybody(status: number): Statuses {
  return { ...signedIn(status), anonymous: status }
}

/** A record that the asker owns; somebody else's when nobody asks. */
export async function own(asker: Asker, make: () => Promise<Made>): Promise<Made> {
  const made = await make()
  const { personId } = asker ?? (await aPerson())
  await giveResponsibility(thePreparer, { elementId: made.id, personId, role: "accountable" })
  return made
}
