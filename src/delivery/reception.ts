/** The live list of a revision: who has confirmed it. */
import { principalOf } from "../domain/aides.ts";
import { asTold, newsOf, toldFor, toldOf } from "../domain/news.ts";
import { type Received, receptionOf } from "../domain/reception.ts";
import { inOrder } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import type { Reading } from "../messages/reading.ts";
import { receptionMessage } from "../messages/reception.ts";
import type { Store } from "../storage/store.ts";
import type { Recipient } from "./parcel.ts";
import { withSending } from "./sending.ts";
import { changeMessage } from "./telegram.ts";

/** How a revision has been received by everybody it touches, at programme time `now`. */
export async function receptionIn(
  store: Store,
  mission: MissionInForce,
  revision: number,
  now: number,
): Promise<Received[]> {
  const file = mission.programme.mission;
  const [members, all, notices, choices] = await Promise.all([
    store.people.members(file.id),
    store.people.seats(file.id),
    store.notices.all(file.id),
    store.choices.all(file.id),
  ]);
  const seats = inOrder(
    members.map(({ seat }) => seat),
    file,
  );
  const bySeat = new Map(members.map((member) => [member.seat.id, member]));
  const listeners = await Promise.all(
    seats.flatMap((seat) => {
      const participant = bySeat.get(seat.id)?.participant;
      if (participant === undefined) return [];
      const told = participant.told ?? toldOf(seat, 1);
      return [
        (async () => ({
          seat: seat.id,
          notice: notices.get(seat.id),
          unreachable: participant.unreachableSince !== undefined,
          owed: told.revision < revision && (await isOwed(told)),
        }))(),
      ];

      async function isOwed(last: typeof told): Promise<boolean> {
        const before = await store.missions.revision(file.id, last.revision);
        if (before === undefined) return false;
        const picks = choices.get(seat.id) ?? {};
        const principal = principalOf(seat, all, choices);
        const then = asTold(before.programme, seat, toldFor(last, principal?.seat), picks, principal);
        const inForce = toldOf(seat, revision, 0, principal?.seat);
        const after = asTold(mission.programme, seat, inForce, picks, principal);
        const { kind } = newsOf({ told: then, after, now });
        return kind !== "none" && kind !== "wording";
      }
    }),
  );
  return receptionOf(listeners, revision);
}

/** The list as one message for its reader. */
export async function receptionPage(
  store: Store,
  reading: Reading,
  { revision, from }: { revision: number; from: number },
) {
  const { id } = reading.mission.programme.mission;
  const [received, seats] = await Promise.all([
    receptionIn(store, reading.mission, revision, reading.now),
    store.people.seats(id),
  ]);
  return receptionMessage(reading, { received, seats, revision, from });
}

/** Redraws the list an organiser has open. */
export async function settleLive({ parts, mission, seat, reading }: Recipient): Promise<void> {
  const { id } = mission.programme.mission;
  const live = await parts.store.live.of(id, seat.id);
  if (live === undefined) return;
  const message = await receptionPage(parts.store, reading, { revision: live.revision, from: 0 });
  const result = await withSending({ priority: "card" }, () => changeMessage(parts.api, live, message));
  if (result.kind === "refused") await parts.store.live.forget(id, seat.id);
}
