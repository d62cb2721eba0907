// The saving of the leading option with its inputs, and afterwards what was saved in the end.
import { dayMonthYear } from "~/core/calendar"
import { addMoney, fromCents, fullMoney, toCents, type Money } from "~/core/money"
import { OperationFields } from "~/features/elements/operation-fields"
import { Card } from "~/ui/card"
import { DateField, TextField } from "~/ui/field"
import { How } from "~/ui/how"
import { isSigned } from "./decision"
import { keptShare } from "./realised"
import type { OptionShown, RoomShown } from "./room"
import { paybackWords, type Saving, type SavingInputs } from "./saving"

/** Draws the card; nothing while no option has inputs and nobody may give any. */
export function SavingCard({ room, path }: { room: RoomShown; path: string }) {
  const option = room.options.find(({ isLeading }) => isLeading)
  const others = room.options.filter((one) => !one.isLeading && one.saving !== null)
  const signed = isSigned(room.decision.state)
  if (!option?.saving && others.length === 0 && room.realised.length === 0 && !room.may.edit) return null
  return (
    <Card id="saving" title={option ? `Saving of option ${option.letter}, with its inputs` : "Saving"} aside={signed ? "Frozen with the decision" : "Frozen when it is put before its deciders"}>
      {option?.saving ? <Sums option={option} saving={option.saving} currency={room.currency} /> : <p className="muted">{option ? `Nothing was put in for ${option.name} yet.` : "Say which option leads, and what it saves shows here."}</p>}
      {room.may.edit && option ? <p><a className="btn small" href={`${path}/options/${option.id}`}>{option.saving ? "Change the inputs" : "Put in what it saves"}</a></p> : null}
      {others.length > 0 ? (
        <ul className="lines">
          {others.map((one) => (
            <li key={one.id}>
              <span className="line-text">{one.letter} {one.name}</span>
              <span>{one.saving ? `${fullMoney(one.saving.netYearly, room.currency)} a year. ${paybackWords(one.saving)}.` : null}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {signed ? <Realised room={room} path={path} promised={option?.saving ?? null} /> : null}
    </Card>
  )
}

function Sums({ option: { inputs }, saving, currency }: { option: OptionShown; saving: Saving; currency: string }) {
  const money = (amount: Money) => fullMoney(amount, currency)
  return (
    <>
      <div className="sums">
        <dl>
          {yearly(inputs).map(([label, amount]) => <Line key={label} label={label} amount={money(amount)} />)}
          <Line sum label={saving.startsOn === null ? "Saved each year, once the contract ends" : `Saved each year, from ${dayMonthYear(saving.startsOn)}`} amount={money(saving.netYearly)} />
        </dl>
        <dl>
          {once(inputs).map(([label, amount]) => <Line key={label} label={label} amount={money(amount)} />)}
          <Line sum label="Paid once" amount={money(saving.oneOff)} />
        </dl>
      </div>
      <div className="rule">
        <b>{paybackWords(saving)}.</b> Over three years it {toCents(saving.threeYears) < 0n ? `costs ${money(fromCents(-toCents(saving.threeYears)))}` : `saves ${money(saving.threeYears)}`}.{" "}
        <How title="The saving">
          <p>Yearly: what is no longer paid, without what is added. Once: moving, hours of training × price of an hour, leaving the contract. Paid back in: paid once ÷ yearly × 12. Three years: 3 × yearly without what is paid once.</p>
          <p>It counts from the day after the contract ends; a contract without end is paid on until it is bought out.</p>
        </How>
      </div>
    </>
  )
}

function Line({ label, amount, sum = false }: { label: string; amount: string; sum?: boolean }) {
  return (
    <div className={sum ? "sum" : undefined}>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  )
}

function times(count: number, price: Money): Money {
  return fromCents(BigInt(count) * toCents(price))
}

function minus(amount: Money): Money {
  return fromCents(-toCents(amount))
}

function yearly(inputs: SavingInputs): [string, Money][] {
  const lines: [string, Money | null][] = [
    [`No longer paid: ${inputs.seats ?? 0} seats`, inputs.seats === null || inputs.seatPrice === null ? null : times(inputs.seats, inputs.seatPrice)],
    ["Support", inputs.support], ["Maintenance", inputs.maintenance], ["Administration", inputs.administration],
    [`New: ${inputs.extraSeats ?? 0} seats`, inputs.extraSeats === null || inputs.standardPrice === null ? null : minus(times(inputs.extraSeats, inputs.standardPrice))],
    ["Dearer contract", inputs.uplift === null ? null : minus(inputs.uplift)],
  ]
  return lines.filter((line): line is [string, Money] => line[1] !== null)
}

function once(inputs: SavingInputs): [string, Money][] {
  const lines: [string, Money | null][] = [
    ["Moving", inputs.migration],
    [`Training: ${Number(inputs.trainingHours ?? 0)} hours`, inputs.trainingHours === null || inputs.hourlyRate === null ? null : fromCents((toCents(inputs.trainingHours) * toCents(inputs.hourlyRate) + 50n) / 100n)],
    ["Leaving the contract", inputs.contractExit],
  ]
  return lines.filter((line): line is [string, Money] => line[1] !== null)
}

function Realised({ room: { realised, may, currency, today }, path, promised }: { room: RoomShown; path: string; promised: Saving | null }) {
  const sum = addMoney(realised.map(({ amount }) => amount))
  const share = keptShare(sum, promised?.netYearly ?? null)
  return (
    <div className="rule">
      <h3>Saved in the end</h3>
      {realised.length === 0 ? <p className="muted">Nothing recorded yet.</p> : (
        <ul className="lines">
          {realised.map(({ id, fromOn, untilOn, amount, evidence, by }) => (
            <li key={id}>
              <span className="line-text">
                {dayMonthYear(fromOn)} to {dayMonthYear(untilOn)}: {evidence}
                {by ? <small>{by.name}</small> : null}
              </span>
              <span>{fullMoney(amount, currency)}</span>
            </li>
          ))}
          <li>
            <b className="line-text">Together{share === null ? "" : `, ${Math.round(share * 100)} % of what was promised a year`}</b>
            <b>{fullMoney(sum, currency)}</b>
          </li>
        </ul>
      )}
      {may.record ? (
        <details className="disclose">
          <summary>Record what was saved</summary>
          <form method="post" action={`${path}/realised`} className="stack-small">
            <OperationFields form="record realised" />
            <DateField label="From" name="fromOn" required max={today} />
            <DateField label="Until" name="untilOn" required max={today} hint="The same days count once." />
            <TextField label={`Saved in these days, in ${currency}`} name="amount" required inputMode="decimal" autoComplete="off" />
            <TextField label="Where it can be seen" name="evidence" required maxLength={1000} hint="A bill, a contract that ended." />
            <button type="submit" className="btn">Record it</button>
          </form>
        </details>
      ) : null}
    </div>
  )
}
