/** Owns the content policy's nonce of one response, so that every script tag can carry it. */
import { createContext, useContext } from "react"

export const NonceContext = createContext<string | undefined>(undefined)

/** Gives the nonce of this response; undefined in the browser, where scripts are already allowed. */
export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
