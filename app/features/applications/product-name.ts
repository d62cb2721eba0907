// What the name of an application tells: its product family and version, such as AutoCAD and 2016.

export interface Product {
  family: string
  /** blank where the name tells none */
  version: string
}

// a version stands at the end: a number, perhaps with parts (15.1.2), an open part (15.x), a release (R2) or an edition's year
const numbered = /^(?<family>.*?[^\s.,:;(-])[\s,:;(-]+(?:version|vers\.?|ver\.?|v\.?|release|rel\.?)?\s*(?<version>\d+(?:[._]\d+)*(?:[._](?:x|\*))?[a-z]?\d{0,3}(?:\s+(?:r|sp|u)\s?\d+)?)\)?$/iu

/** The family and the version that a name tells; a name without a version at its end is its own family. */
export function productOf(name: string): Product {
  const plain = name.replace(/\s+/gu, " ").trim()
  const found = numbered.exec(plain)?.groups
  const family = found?.family?.replace(/[\s,:;(-]+(?:version|vers\.?|ver\.?|v\.?|release|rel\.?)$/iu, "").trim()
  return found && family && /\p{L}/u.test(family) ? { family, version: found.version ?? "" } : { family: plain, version: "" }
}

/** What is said of the product, and where nothing is said what its name tells; a family said otherwise than the name tells has no version but the one said. */
export function productShown(application: { name: string; family: string | null; productVersion: string | null }): Product {
  const told = productOf(application.name)
  const family = application.family ?? told.family
  return { family, version: application.productVersion ?? (family === told.family ? told.version : "") }
}
