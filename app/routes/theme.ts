/** Owns keeping the choice of light or dark, for everybody, signed in or not. */
import { redirect, type ActionFunctionArgs } from "@remix-run/node"
import { safeFormData } from "~/core/safe-form"
import { safeRedirect } from "~/core/safe-redirect"
import { asTheme, themeCookie } from "~/ui/theme"

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await safeFormData(request)
  const headers = { "Set-Cookie": themeCookie(asTheme(form.get("theme")), context.https) }
  return redirect(safeRedirect(form.get("next")), { headers })
}

export function loader() {
  return redirect("/")
}
