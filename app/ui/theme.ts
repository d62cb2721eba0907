/** Owns the choice between light and dark: its three values and the cookie that keeps it. */

export type Theme = "light" | "dark" | "system"

const COOKIE = "theme"
const A_YEAR_IN_SECONDS = 31_536_000

/** Gives a theme for whatever was sent; anything unknown means "as the device says". */
export function asTheme(value: unknown): Theme {
  return value === "light" || value === "dark" ? value : "system"
}

/** Gives the theme named in a request's Cookie header. */
export function themeFromCookie(header: string | null): Theme {
  const pair = (header ?? "").split(";").map((part) => part.trim()).find((part) => part.startsWith(`${COOKIE}=`))
  return asTheme(pair?.slice(COOKIE.length + 1))
}

/** Gives the Set-Cookie value that keeps a theme for a year; "system" removes it. `secure` follows the site's address. */
export function themeCookie(theme: Theme, secure: boolean): string {
  const age = theme === "system" ? 0 : A_YEAR_IN_SECONDS
  return `${COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`
}
