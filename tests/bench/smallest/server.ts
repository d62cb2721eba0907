// Serves the smallest page with the product's web server and compression, and with nothing else around it.
import { serve } from "@hono/node-server"
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node"
import { Hono } from "hono"
import { compression } from "~/core/compression.server"

const file = process.env.SMALLEST_BUILD ?? ""
const build: ServerBuild = await import(/* @vite-ignore */ file)
const handle = createRequestHandler(build, "production")
const app = new Hono()
app.get("/ready", (c) => c.text("ready"))
app.use("*", compression())
// The smallest page reads nothing of what the product puts beside a request.
app.all("*", (c) => handle(c.req.raw, {} as AppLoadContext))
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env.PORT), overrideGlobalObjects: false })
