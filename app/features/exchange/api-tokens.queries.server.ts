// Reading the tokens of programs.
import type { ReadDb, Tx } from "~/core/database.server"
import { NotFoundError } from "~/core/errors"
import type { ApiToken } from "./api-token"

/** The tokens that were ever made, newest first, ended and expired ones too. */
export async function listApiTokens(db: ReadDb): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom("apiToken").select(["id", "name", "madeByName", "createdAt", "expiresAt", "lastUsedAt", "endedAt", "version"])
    .orderBy("createdAt", "desc").orderBy("id", "desc").limit(500).execute()
  return rows.map(({ createdAt, expiresAt, lastUsedAt, endedAt, ...row }) => ({
    ...row, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null,
  }))
}

/** The token, locked; refused when there is none. */
export async function lockApiToken(tx: Tx, id: string) {
  const token = await tx.selectFrom("apiToken").select(["id", "name", "expiresAt", "endedAt", "version"]).where("id", "=", id).forUpdate().executeTakeFirst()
  if (!token) throw new NotFoundError("This token")
  return token
}
