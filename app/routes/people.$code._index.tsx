// GET /people/P-8: one person, what they own and what they are asked.
import type { LoaderFunctionArgs } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { requireActor } from "~/core/http.server"
import { can } from "~/core/policy"
import { currentAlignment } from "~/features/alignment/alignment.queries.server"
import { saidBy } from "~/features/consultations/said-and-did.server"
import { SaidCard } from "~/features/consultations/said-card"
import { asRef, namesOf } from "~/features/elements/elements.queries.server"
import { questionsOf } from "~/features/elements/panels.queries.server"
import { recordPanels } from "~/features/elements/record-panels.queries.server"
import { findPerson } from "~/features/people/people.queries.server"
import { partsOf } from "~/features/people/person-parts.queries.server"
import { PersonPage } from "~/features/people/person-page"
import { HeldCard, PartyCards } from "~/features/stakeholders/party-cards"
import { affects, conversationsOf } from "~/features/stakeholders/party-facts.queries.server"
import { profileOf } from "~/features/stakeholders/profile.queries.server"
import { ProfileCard, StandingCard } from "~/features/stakeholders/standing-card"
import { standingsOf } from "~/features/stakeholders/standing.queries.server"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args)
  const db = database()
  const [person, version] = await Promise.all([findPerson(db, args.params.code ?? ""), currentAlignment(db)])
  const [panels, parts, asked, names] = await Promise.all([
    recordPanels(db, actor, person.id, { owned: false, request: args.request, version }), partsOf(db, person.id), questionsOf(db, { askedOf: person.id, asPlanner: false }), namesOf(db, [person.unitId]),
  ])
  const { timeZone } = version.company
  const [profile, standings, affected, conversations, said] = await Promise.all([
    profileOf(db, person.id), can(actor, "see standing") ? standingsOf(db, person.id) : null, affects(db, person.unitId), conversationsOf(db, person.id, timeZone), saidBy(actor, { personId: person.id }, { name: person.name, timeZone }),
  ])
  const { summary, archivedAt, title, roleLevel, email, groupHeadcount } = person
  const mayEngage = can(actor, "edit engagement")
  return {
    person: { ...asRef(person), summary, archivedAt, title, roleLevel, email, groupHeadcount }, unit: person.unitId ? (names.get(person.unitId) ?? null) : null,
    parts, asked, panels, profile, standings, affected, conversations, said, mayEngage, mayErase: can(actor, "administer"), mayEdit: person.hasAccount ? can(actor, "administer") : mayEngage,
  }
}

export function meta({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) {
  return [{ title: `${data?.person.name ?? "Person"} | Throughline` }]
}

export default function Page() {
  const { profile, standings, affected, conversations, said, mayEngage, mayErase, ...page } = useLoaderData<typeof loader>()
  const { code, archivedAt } = page.person
  const mayEdit = mayEngage && archivedAt === null
  return (
    <PersonPage {...page}>
      <ProfileCard code={code} profile={profile} mayEdit={mayEdit} />
      {standings ? <StandingCard code={code} standings={standings} mayEdit={mayEdit} /> : null}
      <PartyCards affected={affected} conversations={conversations} />
      <SaidCard {...said} title="You said, we did" none="They raised no point that you may read." email={page.person.email} />
      {mayErase ? <HeldCard code={code} /> : null}
    </PersonPage>
  )
}
