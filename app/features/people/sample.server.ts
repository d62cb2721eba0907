// The way from the app to the sample company: loaded only when somebody asks for it.

/** Fills the empty installation with the sample company; refused when it belongs to a company already. */
export async function addSample(): Promise<void> {
  const { seedDemo } = await import("#db/seed/demo/index")
  await seedDemo()
}
