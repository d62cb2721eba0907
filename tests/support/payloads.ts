// Hostile strings: what people type to run as markup, as SQL or as a formula.

const markup = [
  `<script>alert('zq')</script>`, `</script><script>alert('zq')</script>`, `"><script src=//zq.example/x.js></script>`, `'><img src=zq onerror=alert(1)>`,
  `"><svg onload=alert('zq')>`, `<svg><script>alert('zq')</script></svg>`, `<img src="zq" onerror="alert(1)">`, `<body onload=alert('zq')>`,
  `<iframe src="javascript:alert('zq')">`, `<a href="javascript:alert('zq')">zq</a>`, `<math><mtext><script>alert('zq')</script>`, `<!--<script>alert('zq')//-->`,
  `]]><script>alert('zq')</script>`, `<style>@import '//zq.example'</style>`, `<link rel=stylesheet href=//zq.example>`, `<meta http-equiv=refresh content="0;url=//zq.example">`,
  `<base href="//zq.example/">`, `<object data="//zq.example">`, `<embed src="//zq.example">`, `<form action="//zq.example"><button>`,
  `<input autofocus onfocus=alert('zq')>`, `<details open ontoggle=alert('zq')>`, `<video><source onerror="alert('zq')">`, `<template><script>alert('zq')</script></template>`,
  `"zq" onmouseover="alert(1)`, `'zq' onmouseover='alert(1)`, `zq" style="background:url(//zq.example)`, `zq" autofocus onfocus="alert(1)`,
  `<SCRIPT>alert('zq')</SCRIPT>`, `<scr<script>ipt>alert('zq')</script>`, `<script\n>alert('zq')</script\n>`, `<img/src=zq/onerror=alert(1)>`,
  `<textarea><img src=zq onerror=alert(1)></textarea>`, `</textarea><script>alert('zq')</script>`, `</title><script>alert('zq')</script>`, `</option></select><script>alert('zq')</script>`,
  `<noscript><p title="</noscript><img src=zq onerror=alert(1)>">`, `<?xml version="1.0"?><zq/>`, `<![CDATA[<script>alert('zq')</script>]]>`, `<zq xlink:href="javascript:alert(1)"/>`,
]

/** Forty strings that would be markup wherever they are not escaped. */
export const markupPayloads: readonly string[] = markup

const sqlEnds = ["'", "''", `"`, "\\", "\\'", "'--", "';", "')", "'))", "'/*", "%", "_", "%%", "\\%", "{", "}", "$$", "$1", "?", ":a", "@a", "`", "|", "||'", "\u2019", "\uff07", "\t", "\n", "\r\n"]
const sqlBodies = [
  "or 1=1", "or '1'='1", "and 1=2", "union select null", "union all select version()", "; drop table element", "; select pg_sleep(9)",
  "or pg_sleep(9) is null", "order by 99", "limit 0", "returning *", "into outfile '/tmp/x'",
]
const odd = [
  "\u0000", "a\u0000b", "\ufeff", "\u202e", "\ud800", "\udfff", "\u{1f600}", "e\u0301", "\u00df", "\u0130", "\u0131", "x".repeat(5000), "1".repeat(400), "-1", "0", "1e308", "1e999", "NaN", "Infinity",
  "9223372036854775808", "2147483648", "-2147483649", "0x10", "1.5", "null", "undefined", "[object Object]", "true", "__proto__", "constructor", "toString", "hasOwnProperty",
  "../../etc/passwd", "%00", "%27", "%2527", "(", ")", "(((", "[", "]", "*", "+", ".*", "^$", "a|b", "(a+)+$", "<script>", "&amp;", "#", ",", ",,,", "a,b,c", "-", "--", "- ", "name;", "name desc", "name,(select 1)",
]

/** Strings that would end a quoted text and go on as SQL. */
export const injections: readonly string[] = ["'", `"`, "\\", "';", "')"].flatMap((end) => sqlBodies.slice(0, 6).map((body) => `a${end} ${body}`))

/** Two hundred strings that break queries put together from text, and values no query expects. */
export const queryPayloads: readonly string[] = [...new Set([...sqlEnds, ...sqlEnds.slice(0, 12).flatMap((end) => sqlBodies.map((body) => `a${end} ${body}`)), ...odd])]
