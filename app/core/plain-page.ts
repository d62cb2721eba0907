// The page that needs no records and no scripts, for answers given before the planner itself is reached.

/** A complete page: a title, what happened, and the reference that the log carries too. */
export function plainPage(page: { title: string; sentences: readonly string[]; requestId: string }): string {
  const { title, sentences, requestId } = page
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="color-scheme" content="light dark"><title>${escaped(title)} · Throughline</title></head>`,
    '<body style="font:1rem/1.6 system-ui,sans-serif;max-inline-size:40rem;margin:4rem auto;padding-inline:1rem"><main>',
    `<h1 style="font-size:1.5rem">${escaped(title)}</h1>`,
    ...sentences.map((sentence) => `<p>${escaped(sentence)}</p>`),
    `<p><a href="/">Start page</a></p><p><small>Reference ${escaped(requestId)}</small></p>`,
    "</main></body></html>",
  ].join("")
}

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
