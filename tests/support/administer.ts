// One statement as the database's own login, on a connection of its own: for making and dropping databases.

import pg from "pg"

/** Runs the statement and closes the connection; fails as the server does. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
