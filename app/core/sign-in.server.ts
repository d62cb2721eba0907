// Signing in with address and password: counted, compared in the same time whoever is asked for, and one sentence for every refusal.
import { redirect } from "@remix-run/node"
import { RuleError } from "./errors"
import type { AppContext } from "./http.server"
import { log } from "./log.server"
import { checkPassword, hashPassword, passwordRefusal } from "./password.server"
import { countSignIn, forgiveSignIn, waitSentence } from "./rate-limit.server"
import { createSession, endSession, sessionCookie } from "./session.server"

/** Says neither whether the address is known nor whether the account is disabled. */
export const signInRefusal = "This e-mail address and this password do not belong together."

export interface SignInAttempt {
  email: string
  password: string
  address: string
  requestId: string
  now: Date
}

export type SignInAnswer =
  | { fits: true; personId: string; rehashed: string | null; stored: string }
  | { fits: false; status: 422 | 429; sentence: string; retryAfterSeconds?: number }

/**
 * Whether address and password belong together, after counting the attempt. `find` looks the account up; its hash is null where
 * nobody may sign in. While the database is away this throws, so that nobody is let through uncounted.
 */
export async function trySignIn(
  attempt: SignInAttempt,
  find: (email: string) => Promise<{ personId: string; passwordHash: string | null } | undefined>,
): Promise<SignInAnswer> {
  const { email, password, address, requestId, now } = attempt
  const verdict = await countSignIn({ email, address, now })
  if (!verdict.allowed) {
    log.security("rate limited", { requestId, address, limit: verdict.limit })
    return { fits: false, status: 429, sentence: waitSentence(verdict), retryAfterSeconds: verdict.retryAfterSeconds }
  }
  const account = await find(email)
  const stored = account?.passwordHash ?? null
  const { fits, rehashed } = await checkPassword(stored, password)
  if (!fits || !account || stored === null) {
    log.security("sign-in failed", { requestId, address })
    return { fits: false, status: 422, sentence: signInRefusal }
  }
  await forgiveSignIn({ email, address, now })
  log.security("signed in", { requestId, address, personId: account.personId })
  return { fits: true, personId: account.personId, rehashed, stored }
}

/** The answer that signs the browser in with a session of its own and sends it on; a session it brought ends. */
export async function signedInAt(context: AppContext, personId: string, path: string): Promise<Response> {
  if (context.sessionHash !== null) await endSession(context.sessionHash)
  const { token } = await createSession(personId, { now: new Date(), userAgent: context.userAgent })
  return redirect(path, { headers: { "Set-Cookie": sessionCookie(token, context.https) } })
}

/** The hash of a new password; refused beside its field when it is short, common or made of the names in `context`. */
export async function hashNewPassword(password: string, context: readonly string[]): Promise<string> {
  const refusal = passwordRefusal(password, context)
  if (refusal !== null) throw new RuleError(refusal, { field: "password" })
  return hashPassword(password)
}
