/** Owns the list of keys and the switch for those that act alone; `?` opens it. */
import { useEffect, useState } from "react"
import { Dialog } from "~/ui/dialog"
import { DrawnOnce } from "~/ui/drawn-once"
import { setSingleKeys, singleKeysOn } from "~/ui/keys"

const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["Ctrl", "K"], does: "Search or jump" },
  { keys: ["C"], does: "Make something new" },
  { keys: ["↑", "↓"], does: "Move through a list" },
  { keys: ["←", "→"], does: "Move through the cells that can be edited" },
  { keys: ["Enter"], does: "Open the row" },
  { keys: ["E"], does: "Edit the cell" },
  { keys: ["X"], does: "Select the row" },
  { keys: ["Esc"], does: "Clear, close, keep what was" },
  { keys: ["?"], does: "This list" },
]

/** Draws the dialog, closed until it is asked for. */
export function KeysDialog() {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(singleKeysOn()), [])
  return (
    <Dialog id="keys" title="Keys">
      <DrawnOnce of={KEYS} by="" draw={KeysList} />
      <label className="choice">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        <span>
          Single keys act alone
          <small>Turn this off if you speak to your computer. It is kept on this device.</small>
        </span>
      </label>
    </Dialog>
  )
}

function KeysList() {
  return (
    <dl className="keys-list">
      {KEYS.map(({ keys, does }) => (
        <div key={does} style={{ display: "contents" }}>
          <dt className="row">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
