// The places one can jump to by name.
export const places: readonly { label: string; href: string }[] = [
  { label: "My work", href: "/" },
  { label: "Alignment map", href: "/map" },
  { label: "Alignment map as a table", href: "/map?view=table" },
  { label: "Goals and initiatives as a matrix", href: "/map?view=matrix" },
  { label: "Strategy on a page", href: "/strategy" },
  { label: "Goals", href: "/goals" },
  { label: "Initiatives", href: "/initiatives" },
  { label: "Services", href: "/services" },
  { label: "Applications", href: "/applications" },
  { label: "Jobs", href: "/functions" },
  { label: "Capabilities", href: "/capabilities" },
  { label: "Units", href: "/units" },
  { label: "People", href: "/people" },
  { label: "Promises", href: "/commitments" },
  { label: "Settings", href: "/settings" },
  { label: "History", href: "/history" },
]
