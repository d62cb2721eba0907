// Loaded into a measured process before its program: tells the bench what the process has used so far.
process.on("message", () => {
  const { user, system } = process.cpuUsage()
  process.send({ cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1_000_000 })
})
process.channel?.unref()
