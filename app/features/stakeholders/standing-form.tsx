// The fields of the form where somebody stands, and of how they wish to be spoken to.
import type { Typed } from "~/features/elements/edit-form"
import { RadioGroup, Select, TextField } from "~/ui/field"
import { listeningStyles, listeningWords, type Profile } from "./profile"
import { engagements, engagementWords, scale, type Standing } from "./standing"

const numbers = scale.map((value) => ({ value: String(value), label: value === 1 ? "1, least" : value === 5 ? "5, most" : String(value) }))
const steps = engagements.map((value) => ({ value, label: engagementWords[value] }))

/** Draws the four numbers and words of a standing. */
export function StandingFields({ typed, saved }: { typed: Typed; saved: Standing }) {
  return (
    <>
      <Select label="Influence" {...typed.of("influence", saved.influence)} options={numbers} empty="Not known yet" hint="How much they decide." />
      <Select label="Affected" {...typed.of("interest", saved.interest)} options={numbers} empty="Not known yet" hint="How much it changes their work." />
      <Select label="Where they are" {...typed.of("engagementNow", saved.engagementNow)} options={steps} empty="Not known yet" />
      <Select label="Where we want them" {...typed.of("engagementWanted", saved.engagementWanted)} options={steps} empty="Not known yet" />
    </>
  )
}

/** Draws the fields of a profile. */
export function ProfileFields({ typed, saved }: { typed: Typed; saved: Profile }) {
  return (
    <>
      <RadioGroup label="Listens best to" {...typed.of("listeningStyle", saved.listeningStyle)} options={listeningStyles.map((value) => ({ value, label: listeningWords[value] }))} />
      <TextField label="How to reach them" {...typed.of("contactPreference", saved.contactPreference)} maxLength={500} hint="Such as “phone before ten”. Everybody who is signed in can read it." />
    </>
  )
}
