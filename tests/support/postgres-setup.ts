// Starts PostgreSQL for the run and migrates the template that every test file copies.

import type { TestProject } from "vitest/node"
import { migrate } from "#db/migrate"
import { announceDatabases } from "./databases"
import { startCluster } from "./postgres-cluster"
import "./test-database"

const template = "template_migrated"

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sentence = announceDatabases()
  const cluster = await startCluster()
  try {
    await cluster.administer(`create database ${template} owner throughline`)
    // The product's login makes the copies, and a copy needs this where the login does not run the cluster.
    await cluster.administer("alter role throughline createdb")
    await migrate(cluster.url(template))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  process.stdout.write(`${sentence} This is PostgreSQL ${cluster.version}.\n`)
  project.provide("testDatabase", { kind: "postgres", template, url: cluster.url("postgres") })
  return cluster.stop
}
