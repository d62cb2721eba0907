// The list of consultations: what a row of it says.
import type { ElementRef } from "~/features/elements/element"
import type { ConsultationState } from "./consultation"

export interface ConsultationRow {
  id: string
  code: string
  name: string
  version: number
  state: ConsultationState
  owner: string | null
  openedOn: string | null
  closesOn: string | null
  asked: number
  heard: number
  about: (ElementRef & { covered: string | null; missing: string | null })[]
}
