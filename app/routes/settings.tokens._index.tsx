// /settings/tokens: the tokens of programs; a post makes one, and its secret is shown this once.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { newApiToken } from "~/core/api-token.server"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { log } from "~/core/log.server"
import { theCompany } from "~/features/company/company.queries.server"
import { SettingsFrame, settingsParts } from "~/features/company/settings-frame"
import { tokenMake } from "~/features/exchange/api-token.schema"
import { makeApiToken } from "~/features/exchange/api-tokens.commands.server"
import { NewSecret, TokenForm, TokenTable } from "~/features/exchange/api-tokens-page"
import { listApiTokens } from "~/features/exchange/api-tokens.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args, "administer")
  const db = database()
  const [company, tokens] = await Promise.all([theCompany(db), listApiTokens(db)])
  return {
    open: settingsParts({ administer: true, editChain: true, bringIn: true, sample: company.isSample }),
    tokens, now: new Date().toISOString(), address: `${args.context.origin}/api/v1`,
  }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "administer")
  return submit(args.request, tokenMake, async (asked) => {
    const { secret, tokenHash } = newApiToken()
    const { id } = await makeApiToken(actor, { ...asked, tokenHash })
    log.security("token made", { requestId: args.context.requestId, personId: actor.personId, made: id })
    return { name: asked.name, secret }
  })
}

export const meta = () => [{ title: "API tokens - Throughline" }]

export default function Tokens() {
  const { open, address, ...list } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <SettingsFrame current="tokens" open={open} lede="With a token a program, such as a spreadsheet or a dashboard, reads the records. It changes nothing.">
      {answer && "secret" in answer ? <NewSecret name={answer.name} secret={answer.secret} /> : <TokenForm reply={answer && "result" in answer ? answer : undefined} />}
      <TokenTable {...list} />
      <p className="small muted">
        Programs read at <code>{address}</code>. What there is to read says <a href="/api/v1/openapi.json">its description</a>.
      </p>
    </SettingsFrame>
  )
}
