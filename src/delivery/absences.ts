/** Telling organisers that somebody will not come: once, and in the same message why, or that they will after all. */
import { absenceIdentity } from "../domain/absences.ts";
import { wishesAt } from "../domain/seats.ts";
import { endOf } from "../domain/timetable.ts";
import { awayAlert } from "../messages/absences.ts";
import { editSent } from "./editing.ts";
import { deliver, type Recipient, written } from "./parcel.ts";

/** An absence from what begins later than that need ring nobody; programme time, milliseconds. */
const PRESSING = 24 * 60 * 60 * 1000;

/** Tells of an absence (`away/<seat>/<event>`) as it stands now. @throws Later when it has to be tried again */
export async function settleAway(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission, reading, entryOf } = recipient;
  const [, seat = "", event = ""] = about.split("/");
  const place = await parts.store.people.place(mission.programme.mission.id, seat);
  const absence = (place && wishesAt(place))?.away?.[event];
  const timed = mission.programme.events.find((one) => one.event.id === event);
  if (place === undefined || absence === undefined || timed === undefined) return;
  const identity = absenceIdentity(seat, event, absence);
  const message = awayAlert(reading, { seat: place.seat, timed, absence });
  const sent = entryOf(identity);
  if (sent?.chat !== undefined && sent.message !== undefined) {
    await editSent(parts.api, { chat: sent.chat, message: sent.message }, message);
    return;
  }
  // Whoever thought better of it before anybody was told needs not be told of.
  if (sent !== undefined || absence.withdrawnAt !== undefined || seat === recipient.seat.id) return;
  await deliver(recipient, {
    identities: [identity],
    send: written(message),
    silent: timed.call > reading.now + PRESSING,
    priority: "reminder",
    expiresAt: endOf(timed),
  });
}
