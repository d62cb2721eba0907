// The form of a goal: what it says, where it belongs, what it weighs, and a status set against the readings.
import { EditForm, type EditReply, type Typed } from "~/features/elements/edit-form"
import type { ElementRef } from "~/features/elements/element"
import { DateField, NumberField, Select, TextArea, TextField } from "~/ui/field"
import { goalStatuses, goalStatusWords, perspectives, perspectiveWords, settableHealth, type GoalFields } from "./goal"
import { healthWord } from "./goal-marks"

export interface GoalFormProps {
  goal: (Partial<GoalFields> & { code?: string; version?: number }) | null
  /** what it may be part of, from the top down */
  parents: readonly (ElementRef & { depth: number })[]
  parentId: string | null
  mayPlan: boolean
  reply: EditReply | undefined
  cancelHref: string
}

/** Draws the form; an owner who is no planner sees weight and place but cannot change them. */
export function GoalForm({ goal, parents, parentId, mayPlan, reply, cancelHref }: GoalFormProps) {
  const isNew = goal === null
  return (
    <EditForm form={isNew ? "new goal" : `goal ${goal.code}`} version={goal?.version} reply={reply} save={isNew ? "Add goal" : "Save"} cancelHref={cancelHref}>
      {(typed) => (
        <>
          <TextField label="Goal" required maxLength={200} hint="What shall be true, in a few words: Cut order time by 20 %." {...typed.of("name", goal?.name)} />
          <TextArea label="In a sentence or two" rows={3} maxLength={2000} hint="For somebody who was not there." {...typed.of("summary", goal?.summary)} />
          <TextArea label="Why it matters" rows={3} maxLength={4000} {...typed.of("why", goal?.why)} />
          <TextField label="What changes for you" maxLength={200} hint="One line to the reader on the strategy page: You order without phoning us." {...typed.of("promiseLine", goal?.promiseLine)} />
          {mayPlan ? <Place typed={typed} goal={goal} parents={parents} parentId={parentId} /> : null}
          <div className="form-row">
            <DateField label="Due" {...typed.of("dueOn", goal?.dueOn)} />
            <Select label="Stage" options={goalStatuses.map((value) => ({ value, label: goalStatusWords[value] }))} {...typed.of("status", goal?.status ?? "active")} />
            <Select label="Perspective" empty="Not said" options={perspectives.map((value) => ({ value, label: perspectiveWords[value] }))} {...typed.of("perspective", goal?.perspective)} />
          </div>
          {isNew ? null : (
            <fieldset className="form">
              <legend>Status set by a person</legend>
              <div className="form-row">
                <Select label="Status" empty="As the readings propose" options={settableHealth.map((value) => ({ value, label: healthWord(value) }))} {...typed.of("healthSet", goal.healthSet)} />
                <TextArea label="Reason" rows={2} maxLength={400} hint="Shown beside the status, with your name." {...typed.of("healthReason", goal.healthReason)} />
              </div>
            </fieldset>
          )}
        </>
      )}
    </EditForm>
  )
}

function Place({ typed, goal, parents, parentId }: { typed: Typed; goal: GoalFormProps["goal"]; parents: GoalFormProps["parents"]; parentId: string | null }) {
  return (
    <div className="form-row">
      <Select
        label="Part of"
        empty="Nothing: it is a pillar"
        hint="Below a pillar it is a goal, below a goal an objective."
        options={parents.map((parent) => ({ value: parent.id, label: `${parent.depth > 0 ? "– " : ""}${parent.name}`, note: parent.code }))}
        {...typed.of("parentId", goal?.parentId ?? parentId)}
      />
      <NumberField label="Weight" hint="A whole number; it counts against the weights of the other goals." {...typed.of("weight", goal?.weight ?? 10)} />
    </div>
  )
}
