// What a filter's menu offers before somebody asks for all of it: a company may have hundreds of owners, units and goals.

export interface FilterChoice {
  value: string
  label: string
}

/** The first choices of a filter, and how many there are. */
export interface FewChoices {
  options: readonly FilterChoice[]
  total: number
}

const few = 12

/** Gives the first dozen choices and whichever of the others are on; all of them where the address asks for this filter (`show=owner`). */
export function fewChoices(name: string, all: readonly FilterChoice[], address: URLSearchParams): FewChoices {
  if (address.get("show") === name || all.length <= few + 1) return { options: all, total: all.length }
  const on = new Set(address.getAll(name))
  return { options: all.filter(({ value }, at) => at < few || on.has(value)), total: all.length }
}

/** The choice of a record by its short id. */
export function asChoice({ code, name }: { code: string; name: string }): FilterChoice {
  return { value: code, label: name }
}
