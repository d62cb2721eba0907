// Which passwords are refused, and that checking costs the same whoever is asked for.
import { hashSync } from "@node-rs/argon2"
import { expect, test } from "vitest"
import { argonSettings, checkPassword, hashPassword, passwordRefusal, type HashEngine } from "~/core/password.server"

test.each([
  "passwordpassword", "Password1234567", "P@ssw0rd!!!!!!!!!", "123456789012345", "qwertyuiopasdfg", "abcdefghijklmnop", "aaaaaaaaaaaaaaaa",
  "iloveyouforever", "sunshineprincess", "Throughline2026!", "nordlicht-retail-2026", "1qaz2wsx3edc4rfv",
])("%s is refused", (password) => {
  expect(passwordRefusal(password, ["Nordlicht Retail", "ana.lind@nordlicht.example"])).toMatch(/words are better/)
})
test.each(["three blue kettles sing", "correct horse battery staple", "Ünüblich-langer Satz 7", "x8#kQ2!mZp0vR4tL", "月が綺麗ですね、と彼は静かに言いました"])("%s is fine", (password) => {
  expect(passwordRefusal(password, ["Nordlicht Retail"])).toBeNull()
})
test("length counts characters, 15 at least and 256 at most, without rules of composition", () => {
  expect(passwordRefusal("kettle sing tw")).toContain("at least 15")
  expect(passwordRefusal("kettle sing two")).toBeNull()
  const long = Array.from({ length: 64 }, (_, index) => `w${index}`).join(" ")
  expect(passwordRefusal(long.slice(0, 128))).toBeNull()
  expect(passwordRefusal("k".padEnd(257, " lm"))).toContain("at most 256")
  expect(passwordRefusal("😀".repeat(14))).toContain("at least 15")
})

test("a hash opens with its password alone, whichever way its accents were typed", async () => {
  const stored = await hashPassword("crème brûlée on Monday")
  expect(stored).toContain("$argon2id$v=19$m=65536,t=3,p=4$")
  expect(await checkPassword(stored, "crème brûlée on Monday".normalize("NFD"))).toEqual({ fits: true, rehashed: null })
  expect((await checkPassword(stored, "creme brulee on Monday")).fits).toBe(false)
})
test("a hash with weaker settings is made again when it fits", async () => {
  const old = hashSync("three blue kettles sing", { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const { fits, rehashed } = await checkPassword(old, "three blue kettles sing")
  expect(fits).toBe(true)
  expect(rehashed).toContain("m=65536,t=3,p=4")
  expect((await checkPassword(old, "wrong password given")).rehashed).toBeNull()
})
test("an unknown person's password is computed against a hash of the same cost", async () => {
  const asked: string[] = []
  const counting: HashEngine = {
    hash: (_password, settings) => Promise.resolve(`made with ${settings.memoryCost},${settings.timeCost},${settings.parallelism}`),
    verify: (stored) => {
      asked.push(stored)
      return Promise.resolve(true)
    },
  }
  expect(await checkPassword(null, "whatever it may be", counting)).toEqual({ fits: false, rehashed: null })
  expect(asked).toEqual([`made with ${argonSettings.memoryCost},${argonSettings.timeCost},${argonSettings.parallelism}`])
})
test("two are computed at a time, so that other work keeps its threads and its memory", async () => {
  let running = 0
  let most = 0
  const slow: HashEngine = {
    hash: async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running--
      return "made"
    },
    verify: () => Promise.resolve(false),
  }
  await Promise.all(Array.from({ length: 20 }, () => hashPassword("three blue kettles sing", slow)))
  expect(most).toBe(2)
})
