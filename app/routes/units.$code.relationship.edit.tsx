// GET and POST /units/:code/relationship/edit: sets the relationship with a unit up, or changes it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { database } from "~/core/database.server"
import { submit } from "~/core/form.server"
import { requireActor } from "~/core/http.server"
import { saved } from "~/core/return.server"
import { ownerChoices } from "~/features/commitments/commitments.queries.server"
import { EditForm, type EditReply } from "~/features/elements/edit-form"
import { asRef, findElement, idOf } from "~/features/elements/elements.queries.server"
import { openForm } from "~/features/elements/open-form"
import { blankRelationship } from "~/features/relationships/relationship"
import { RelationshipFields } from "~/features/relationships/relationship-form"
import { relationshipEdit } from "~/features/relationships/relationship.schema"
import { setRelationship } from "~/features/relationships/relationships.commands.server"
import { relationshipOf } from "~/features/relationships/relationships.queries.server"
import { PageHeader } from "~/ui/page-header"

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const db = database()
  const found = await findElement(db, args.params.code ?? "", "unit")
  openForm(actor, found, { permission: "edit engagement" })
  const unit = asRef(found)
  const [relationship, people] = await Promise.all([relationshipOf(db, unit.id), ownerChoices(db)])
  return { unit, relationship, people }
}

export function action(args: ActionFunctionArgs) {
  const actor = requireActor(args, "edit engagement")
  const code = args.params.code ?? ""
  return submit(args.request, relationshipEdit, async (edit) => {
    const { operationId } = await setRelationship(actor, { ...edit, unitId: await idOf(database(), code, "unit") })
    return saved(`/units/${code}/relationship`, operationId)
  })
}

export const meta = () => [{ title: "Relationship | Throughline" }]

export default function EditRelationshipPage() {
  const { unit, relationship, people } = useLoaderData<typeof loader>()
  const reply = useActionData() as EditReply | undefined
  const path = `/units/${unit.code}/relationship`
  return (
    <div className="page narrow">
      <PageHeader title={reply?.stale ? "Two people changed the same thing." : `The relationship with ${unit.name}`} crumbs={[{ label: "Relationships", href: "/relationships" }, { label: unit.name, href: path }]} />
      <EditForm form={`relationship ${unit.code}`} version={relationship?.version ?? 0} reply={reply} save="Save" cancelHref={path}>
        {(typed) => <RelationshipFields typed={typed} saved={relationship ?? blankRelationship} people={people} unit={unit.name} />}
      </EditForm>
    </div>
  )
}
