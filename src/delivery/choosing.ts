/** Picks among parallel events: how they stand, and asking whoever has not picked. */
import { choiceIsOpen, optionsOf } from "../domain/audience.ts";
import { closesAt, coverageOf, openChoices } from "../domain/choosing.ts";
import { bySeat, inOrder } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { choiceAsked, type Taken } from "../messages/choosing.ts";
import type { CoverageState } from "../messages/coverage.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import type { Store } from "../storage/store.ts";
import { deliver, enter, type Recipient, written } from "./parcel.ts";

/** How the ledger knows what somebody was asked; each is asked once of a choice. */
export function choiceAskIdentity(choice: string): string {
  return `choice/${choice}`;
}

/** How many have picked each event of a choice. */
export async function takenIn(
  { choices }: Pick<Store, "choices">,
  { programme }: MissionInForce,
  choice: string,
): Promise<Taken> {
  const taken = new Map<string, number>();
  for (const picks of (await choices.all(programme.mission.id)).values()) {
    const event = picks[choice];
    if (event !== undefined) taken.set(event, (taken.get(event) ?? 0) + 1);
  }
  return taken;
}

/** Who goes where of a choice's events at programme time `now`, and whom the organisers' question has reached. */
export async function coverageIn(
  store: Pick<Store, "people" | "choices" | "ledger">,
  { programme }: MissionInForce,
  choice: string,
  now: number,
): Promise<CoverageState> {
  const { mission } = programme;
  const [seats, members, choices, closed, asked] = await Promise.all([
    store.people.seats(mission.id),
    store.people.members(mission.id),
    store.choices.all(mission.id),
    store.choices.closed(mission.id),
    store.choices.asked(mission.id, choice),
  ]);
  const joined = inOrder(
    members.map(({ seat }) => seat),
    mission,
  );
  const coverage = coverageOf(programme, choice, { seats: joined, choices, closed, now });
  const here = new Set(joined.map(({ id }) => id));
  const askedSeats = inOrder(
    members.filter(({ participant }) => asked.has(participant.user)).map(({ seat }) => seat),
    mission,
  ).map(({ id }) => id);
  const endings = await store.ledger.endings(mission.id, askedSeats, [choiceAskIdentity(choice)]);
  const outcome = (seat: string) => endings.get(seat)?.[0]?.outcome;
  return {
    ...coverage,
    seats: bySeat(seats),
    out: seats.filter((seat) => !here.has(seat.id) && optionsOf(programme, seat, choice).length > 0).length,
    asked: new Map(askedSeats.map((seat) => [seat, standing(outcome(seat))])),
  };
}

function standing(outcome: LedgerEntry["outcome"] | undefined): "reached" | "on its way" | "missed" {
  if (outcome === undefined) return "on its way";
  // Whoever picked before the question came needs none.
  return outcome === "delivered" || outcome === "superseded" ? "reached" : "missed";
}

/** Asks somebody to pick, once, unless they have by now or it is too late. */
export async function settleChoice(recipient: Recipient, choice: string): Promise<void> {
  const { parts, mission, reading, seat, ended } = recipient;
  const identity = choiceAskIdentity(choice);
  if (ended(identity)) return;
  const options = optionsOf(mission.programme, seat, choice);
  if (!choiceIsOpen(options, reading.now, reading.closed))
    return enter(recipient, [{ identity }], { outcome: "expired" });
  const open = openChoices(reading.own, mission.programme, reading);
  if (!open.some(([one]) => one === choice))
    return enter(recipient, [{ identity }], { outcome: "superseded" });
  const taken = await takenIn(parts.store, mission, choice);
  await deliver(recipient, {
    identities: [identity],
    send: written(choiceAsked(reading, choice, taken)),
    silent: false,
    priority: "broadcast",
    expiresAt: closesAt(options),
  });
}
