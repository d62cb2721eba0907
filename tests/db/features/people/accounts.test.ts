// Accounts: who may make them, roles and the last administrator, sessions that end, links used once, and undo.

import { beforeAll, describe, expect, it } from "vitest"
import { database, writableDatabase } from "~/core/database.server"
import { createOneTimeLink, findOneTimeLink } from "~/core/one-time-link.server"
import { readHistory } from "~/core/record-history.server"
import { createSession, findSession } from "~/core/session.server"
import { hashNewPassword, signInRefusal, trySignIn } from "~/core/sign-in.server"
import { createAccount, disableAccount, enableAccount, setPassword, setRoles } from "~/features/people/accounts.commands.server"
import { accountOf, passwordOf } from "~/features/people/accounts.queries.server"
import { restoreAccounts } from "~/features/people/accounts.undo.server"
import { archivePeople } from "~/features/people/people.commands.server"
import { peopleAtTheDoor } from "~/features/people/sample-door.queries.server"
import { aCompany, aPerson, type SignedInActor } from "../../../support/builders"

const db = database()
const password = "copper kettle on a windy hill"
let admin: SignedInActor

beforeAll(async () => {
  await aCompany({ isSample: true })
  admin = await aPerson({ name: "Ada Admin", roles: ["admin"] })
})

const signIn = (email: string, typed: string) =>
  trySignIn({ email, password: typed, address: "127.0.0.1", requestId: "test", now: new Date() }, (signInEmail) => passwordOf(db, { signInEmail }))

describe("the sample's door", () => {
  it("shows everybody with an account, and nobody where others can reach the app", async () => {
    expect((await peopleAtTheDoor(db, true))?.map(({ name }) => name)).toContain("Ada Admin")
    expect(await peopleAtTheDoor(db, false)).toBeNull()
  })
})

describe("an account", () => {
  it("is made by administrators, once an address", async () => {
    const { id } = await createAccount(admin, { name: "Ben Beck", email: " Ben@Firm.example ", roles: ["contributor", "viewer"] })
    expect(await accountOf(db, id)).toMatchObject({ signInEmail: "ben@firm.example", roles: ["viewer", "contributor"], hasPassword: false, disabled: false })
    await expect(createAccount(admin, { name: "Other", email: "ben@firm.example", roles: ["viewer"] })).rejects.toThrow(/already uses/)
    await expect(createAccount(admin, { personId: id, email: "b2@firm.example", roles: ["viewer"] })).rejects.toThrow(/already has an account/)
    await expect(createAccount(await aPerson({ roles: ["planner"] }), { name: "No", email: "no@firm.example", roles: ["admin"] })).rejects.toThrow(/administrator/)
  })

  it("gets other roles, and its sessions other ids", async () => {
    const { personId } = await aPerson({ roles: ["viewer"] })
    const { token } = await createSession(personId, { now: new Date() })
    await setRoles(admin, { personId, roles: ["planner"] })
    const session = await findSession(token, new Date())
    expect(session?.actor.roles).toEqual(["planner"])
    expect(session?.newToken).not.toBeNull()
    await expect(setRoles(admin, { personId, roles: [] })).rejects.toThrow(/at least one role/)
  })

  it("that is disabled is out at once, and can be enabled again", async () => {
    const { personId } = await aPerson({ roles: ["viewer"] })
    const { token } = await createSession(personId, { now: new Date() })
    await expect(archivePeople(admin, { ids: [personId], archived: true })).rejects.toThrow(/can still sign in/)
    await disableAccount(admin, { personId })
    expect(await findSession(token, new Date())).toBeNull()
    await archivePeople(admin, { ids: [personId], archived: true })
    await archivePeople(admin, { ids: [personId], archived: false })
    await enableAccount(admin, { personId })
    expect((await accountOf(db, personId))?.disabled).toBe(false)
  })

  it("of the last administrator stays as it is", async () => {
    await expect(disableAccount(admin, { personId: admin.personId })).rejects.toThrow(/last administrator/)
    await expect(setRoles(admin, { personId: admin.personId, roles: ["viewer"] })).rejects.toThrow(/last administrator/)
    const second = await aPerson({ roles: ["admin"] })
    const both = await Promise.allSettled([disableAccount(admin, { personId: second.personId }), disableAccount(second, { personId: admin.personId })])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    for (const { personId } of [admin, second]) await enableAccount({ ...admin }, { personId })
    await setRoles(admin, { personId: second.personId, roles: ["viewer"] })
  })

  it("can be taken back: roles return, a made one is disabled", async () => {
    const { id, operationId } = await createAccount(admin, { name: "Cleo", email: "cleo@firm.example", roles: ["viewer"] })
    const change = await setRoles(admin, { personId: id, roles: ["brm"] })
    await restoreAccounts(admin, { entries: await readHistory(db, { operationId: change.operationId }) })
    expect((await accountOf(db, id))?.roles).toEqual(["viewer"])
    const made = (await readHistory(db, { operationId })).filter(({ recordKind }) => recordKind === "account")
    expect(await restoreAccounts(admin, { entries: made })).toMatchObject({ undone: 0, left: [id] })
  })
})

describe("a password", () => {
  it("is set once by a link, ends other sessions, closes the sample's door, and is nowhere in the history", async () => {
    const { id } = await createAccount(admin, { name: "Dana Dorn", email: "dana@firm.example", roles: ["planner"] })
    const actor: SignedInActor = { kind: "person", personId: id, name: "Dana Dorn", roles: ["planner"] }
    const visitor = await createSession(admin.personId, { now: new Date() })
    const linkToken = await createOneTimeLink({ purpose: "set password", personId: id, now: new Date() })
    const passwordHash = await hashNewPassword(password, ["Test company", "Dana Dorn"])
    const { operationId } = await setPassword(actor, { passwordHash, linkToken })
    await expect(setPassword(actor, { passwordHash, linkToken })).rejects.toThrow(/used already/)
    expect(await findOneTimeLink({ token: linkToken, purpose: "set password", now: new Date() })).toBeNull()
    expect(await findSession(visitor.token, new Date())).toBeNull()
    expect(await peopleAtTheDoor(db, true)).toBeNull()
    expect(JSON.stringify(await readHistory(db, { operationId }))).not.toContain("argon2")
    expect(await restoreAccounts(admin, { entries: await readHistory(db, { operationId }) })).toMatchObject({ undone: 0 })
  })

  it("of somebody else's link opens nothing", async () => {
    const [one, two] = [await aPerson(), await aPerson()]
    const linkToken = await createOneTimeLink({ purpose: "set password", personId: one.personId, now: new Date() })
    await expect(setPassword(two, { passwordHash: "x", linkToken })).rejects.toThrow(/used already/)
    expect(await findOneTimeLink({ token: linkToken, purpose: "set password", now: new Date() })).not.toBeNull()
  })

  it("is refused when it is short or made of names", async () => {
    await expect(hashNewPassword("too short", [])).rejects.toMatchObject({ field: "password" })
    await expect(hashNewPassword("harbourharbourhearth", ["Harbour & Hearth"])).rejects.toMatchObject({ field: "password" })
  })

  it("lets in, and every refusal is the same sentence", async () => {
    expect(await signIn("dana@firm.example", password)).toMatchObject({ fits: true })
    const wrong = [await signIn("dana@firm.example", "wrong wrong wrong"), await signIn("nobody@firm.example", password)]
    await disableAccount(admin, { personId: (await passwordOf(db, { signInEmail: "dana@firm.example" }))?.personId ?? "" })
    wrong.push(await signIn("dana@firm.example", password))
    for (const answer of wrong) expect(answer).toEqual({ fits: false, status: 422, sentence: signInRefusal })
  })

  it("may be tried ten times in a quarter of an hour", async () => {
    const answers = []
    for (let attempt = 0; attempt < 11; attempt++) answers.push(await signIn("eve@firm.example", "guess"))
    expect(answers.at(9)).toMatchObject({ status: 422 })
    expect(answers.at(10)).toMatchObject({ status: 429, sentence: expect.stringMatching(/Too many attempts/) })
    await writableDatabase().deleteFrom("rateLimit").execute()
  })
})
