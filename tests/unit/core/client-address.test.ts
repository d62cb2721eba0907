// Whose address counts, with and without proxies, and the network it is counted in.
import { expect, test } from "vitest"
import { clientAddress, networkOf, proxyList } from "~/core/client-address"

const none = proxyList([])
const some = proxyList(["10.0.0.0/8", "192.0.2.7", "fd00::/8"])

test("without trusted proxies the forwarded header is ignored", () => {
  expect(clientAddress("198.51.100.4", "203.0.113.9", none)).toBe("198.51.100.4")
  expect(clientAddress("::ffff:198.51.100.4", null, none)).toBe("198.51.100.4")
})
test("an untrusted peer cannot speak for others", () => expect(clientAddress("198.51.100.4", "203.0.113.9", some)).toBe("198.51.100.4"))
test("behind trusted proxies the last address they did not write counts", () => {
  expect(clientAddress("10.1.2.3", "203.0.113.9", some)).toBe("203.0.113.9")
  expect(clientAddress("::ffff:10.1.2.3", "1.1.1.1, 203.0.113.9, 192.0.2.7", some)).toBe("203.0.113.9")
  expect(clientAddress("fd00::1", "2001:db8::5", some)).toBe("2001:db8::5")
})
test("a trusted peer with no or an odd header counts itself", () => {
  expect(clientAddress("10.1.2.3", null, some)).toBe("10.1.2.3")
  expect(clientAddress("10.1.2.3", "unknown", some)).toBe("10.1.2.3")
})
test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
  ["", "unknown"],
  ["nonsense", "unknown"],
])("%s is counted in %s", (address, network) => expect(networkOf(address)).toBe(network))
