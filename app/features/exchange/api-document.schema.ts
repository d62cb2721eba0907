// The OpenAPI document of the API, made from the schemas through which its answers pass.
import { z } from "zod"
import { listNames, type ListName } from "./api-items"
import { figuresAnswer, graphSchema, listAnswers, problemAnswer } from "./api.schema"

const listWords: Record<ListName, string> = {
  goals: "Goals, with progress and status", measures: "Measures of goals, with their latest reading", initiatives: "Initiatives, with their latest report",
  budgets: "Budgets of initiatives, one row a financial year", services: "Services", applications: "Applications", functions: "Jobs that applications do",
  capabilities: "Capabilities", units: "Units, with headcount by role level", people: "People, without their addresses", links: "Links between records",
  commitments: "Promises made to units, and how each stands today", relationships: "How close IT and each unit are, as each side sees it",
}

type Json = { [key: string]: unknown }

/** The document for an installation at this origin: every path, its parameters, answers and refusals. */
export function apiDocument(origin: string): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Throughline", version: "1",
      description: "Reads the records. Ids are the short ids of the screens; money and decimals are text; shares are 0 to 1, not rounded; dates are 2027-03-31. Archived records are left out.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    paths: {
      "/graph": path("The map’s graph: its records and the links between them", "Graph"),
      "/figures": path("Every figure that the screens show, null where it is not known", "Figures"),
      ...Object.fromEntries(listNames.map((name) => [`/${name}`, path(listWords[name], pageName(name), [limit, after(name)])])),
      "/openapi.json": path("This document", null),
    },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "Made by an administrator under Settings, API tokens; it begins with tl_." } },
      schemas: {
        Graph: schemaOf(graphSchema), Figures: schemaOf(figuresAnswer), Problem: schemaOf(problemAnswer),
        ...Object.fromEntries(listNames.map((name) => [pageName(name), schemaOf(listAnswers[name])])),
      },
    },
  }
}

const limit = { name: "limit", in: "query", description: "Rows a page", schema: { type: "integer", minimum: 1, maximum: 1000, default: 1000 }, example: 2 }

function after(name: ListName): Json {
  const keyed = name === "measures" || name === "links"
  const schema = keyed ? { type: "string", format: "uuid" } : { type: "string", pattern: "^\\d{1,9}$" }
  return { name: "after", in: "query", description: "Where to read on; part of the address in “next”", schema, example: keyed ? "00000000-0000-7000-8000-000000000000" : "0" }
}

function path(summary: string, schema: string | null, parameters: Json[] = []): Json {
  const answered = schema === null ? { type: "object" } : { $ref: `#/components/schemas/${schema}` }
  const refused = (description: string) => ({ description, content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } } })
  return {
    get: {
      summary, parameters,
      responses: {
        200: { description: "Read", content: { "application/json": { schema: answered } } },
        ...(parameters.length > 0 ? { 400: refused("A parameter was not understood") } : {}),
        401: refused("No token, or one that is not known, ended or expired"),
        429: refused("More than 600 requests within a minute"),
        503: refused("The records are out of reach; try again in a moment"),
      },
    },
  }
}

function pageName(name: ListName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Page`
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema)
  return rest
}
