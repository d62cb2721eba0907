// Whose address a request comes from, and the network that is counted by the rate limits.
import { BlockList, isIP, isIPv4 } from "node:net"

/** Tells whether an address belongs to one of the trusted proxies; entries are addresses or ranges such as 10.0.0.0/8. */
export function proxyList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/")
    const family = isIPv4(address) ? "ipv4" : "ipv6"
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv4(address) ? "ipv4" : "ipv6")
}

/**
 * The address of who asked. Without trusted proxies that is the peer. Behind one it is the last forwarded address that no
 * trusted proxy could have written itself; anything before it may be invented by the client.
 */
export function clientAddress(peer: string, forwardedFor: string | null, isTrusted: (address: string) => boolean): string {
  let address = plainAddress(peer)
  const hops = (forwardedFor ?? "").split(",").map((hop) => plainAddress(hop.trim()))
  while (isTrusted(address)) {
    const before = hops.pop()
    if (before === undefined || isIP(before) === 0) break
    address = before
  }
  return address
}

/** The network an address is counted in: /24 for IPv4, /64 for IPv6; "unknown" for anything else. */
export function networkOf(address: string): string {
  const plain = plainAddress(address)
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`
  if (isIP(plain) === 0) return "unknown"
  const [head = "", tail] = (plain.split("%", 1)[0] ?? "").split("::")
  const front = head === "" ? [] : head.split(":")
  const back = tail === undefined || tail === "" ? [] : tail.split(":")
  // groups that end in dotted IPv4 take the place of two
  const known = front.length + back.length + (plain.includes(".") ? 1 : 0)
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - known)).fill("0"), ...back]
  return `${groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`
}

// IPv4 written as IPv6 (::ffff:192.0.2.1) is the same client as 192.0.2.1.
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "")
}
