/** Owns how one card of the map looks; the same on the page and inside the pannable map. */
import { memo } from "react"
import { footOf, type MapCardData } from "~/features/alignment/map-picture"
import { Shape } from "~/ui/status"

export interface CardLinks {
  /** The address with nothing traced, ending so that a parameter can follow: "?" or "?year=2026&". */
  base: string
  canLink: boolean
}

/** Gives where a card leads: pin its trace, or open its group. */
export function cardHref(card: MapCardData, base: string): string {
  return `${base}${card.kind === "" ? "open" : "trace"}=${encodeURIComponent(card.key)}`
}

/** Draws a card as a link; `step` is its place in the pinned chain. */
export const MapCardView = memo(function MapCardView({ card, links, step }: { card: MapCardData; links: CardLinks; step: number | null }) {
  const classes = ["map-card", card.state === "gap" ? "is-gap" : "", card.kind === "" ? "is-group" : "", step === null ? "" : "hot"]
  return (
    <a
      className={classes.filter(Boolean).join(" ")}
      href={cardHref(card, links.base)}
      aria-label={card.spoken}
      data-card={card.key}
      data-column={card.column}
      draggable={false}
      style={{ blockSize: card.height }}
    >
      <span className="map-name">{card.name}</span>
      <span className="map-foot">
        {card.state === "none" ? null : <Shape state={card.state} />}
        <span className="map-fact">{card.fact}</span>
        <span className="map-code">{card.code}</span>
        <b className="map-step">{step}</b>
      </span>
      {card.heard === null ? null : (
        <span className={card.heard.isUnder ? "map-heard is-under" : "map-heard"} style={{ blockSize: footOf(card.heard) - 4 }}>
          <span className="map-heard-words">
            <Shape state={card.heard.state} /> {card.heard.words}
          </span>
          {card.heard.more === "" ? null : <span className="map-heard-more">{card.heard.more}</span>}
        </span>
      )}
      {links.canLink && card.kind !== "" && card.column !== "person" ? <span className="map-plug nopan" data-plug={card.key} title="Draw a link from here" /> : null}
    </a>
  )
})
