// The filters that the list of applications and the picture of the portfolio have in common.
import type { FewChoices } from "~/features/elements/list-choices"
import { filterBy, type ListFilter } from "~/features/elements/record-list"
import { lifecycles, lifecycleWords } from "./application"
import { placements, placementWords, plannedPlacements } from "./fit"

export interface ApplicationChoices {
  jobs: FewChoices
  named: FewChoices
  units: FewChoices
  owners: FewChoices
}

/** The filters in their order. */
export function applicationFilters({ jobs, named, units, owners }: ApplicationChoices): ListFilter[] {
  return [
    { name: "gap", label: "Gap", options: [{ value: "yes", label: "Delivers no service" }] },
    filterBy("job", "Job", jobs, [{ value: "none", label: "No job named" }]),
    { name: "lifecycle", label: "Stage", options: lifecycles.map((value) => ({ value, label: lifecycleWords[value] })) },
    filterBy("vendor", "Vendor", named),
    filterBy("unit", "Unit", units, [{ value: "none", label: "Used by none" }]),
    filterBy("owner", "Owner", owners, [{ value: "none", label: "No owner" }]),
    { name: "cost", label: "Cost", options: [{ value: "unknown", label: "Not known" }] },
    { name: "placement", label: "Recommended", options: placements.map((value) => ({ value, label: placementWords[value] })) },
    { name: "planned", label: "Planned", options: [...plannedPlacements.map((value) => ({ value: value as string, label: placementWords[value] })), { value: "none", label: "Nothing yet" }] },
    { name: "mismatch", label: "Mismatch", options: [{ value: "yes", label: "Planned otherwise than recommended" }] },
    {
      name: "contract", label: "Contract",
      options: [{ value: "notice", label: "Notice within 90 days" }, { value: "missed", label: "Notice missed" }, { value: "ends", label: "Ends within 90 days" }, { value: "ended", label: "Ended" }, { value: "none", label: "Not known" }],
    },
  ]
}
